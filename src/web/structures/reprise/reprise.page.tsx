// The role of gestionnaire principal left vacant (model §3): taken by a secondaire, or asked for with a reason.
import {
  adresseDemande,
  adresseReprise,
  adresseStructure,
  adresses,
} from '../../../domain/adresses.ts';
import type { RoleLu } from '../../../domain/demande/queries-reprise.ts';
import type { DecisionReprise } from '../../../domain/demande/reprise.ts';
import type { SaisieDeMotif } from '../../commun/motif.ts';
import { Alert } from '../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { ChampMotif } from '../../demandes/champ-motif.tsx';
import { type Frame, Page } from '../../layout/page.tsx';

type Props = {
  frame: Frame;
  role: RoleLu;
  decision: DecisionReprise;
  /** The reader's request that waits; null: none does. */
  demandeId: number | null;
  /** How many days managers have to oppose. */
  oppositionJours: number;
  saisie: SaisieDeMotif;
};

function Annuler({ frame: { t }, role }: Pick<Props, 'frame' | 'role'>) {
  return (
    <ButtonLink kind="secondary" href={adresseStructure(role.structureId)}>
      {t('continuite.annuler')}
    </ButtonLink>
  );
}

function Prendre({ frame, role }: Props) {
  const { t } = frame;
  return (
    <form class="pc-flow" method="post" action={adresseReprise(role.structureId)}>
      <input type="hidden" name="acte" value="prendre" />
      <p>{t('continuite.reprise.prendreTexte', { designation: role.designation })}</p>
      <ButtonGroup>
        <Button>{t('continuite.reprise.prendre')}</Button>
        <Annuler frame={frame} role={role} />
      </ButtonGroup>
    </form>
  );
}

// Nobody is refused anything here: why it is wanted is for the référent to read.
function erreurDe({ frame: { t }, saisie: { erreur } }: Props): string | undefined {
  if (erreur === 'motifManquant') return t('continuite.reprise.motifManquant');
  return erreur ? t(`gestion.refus.${erreur}`) : undefined;
}

function Demander(props: Props) {
  const { frame, role, saisie, oppositionJours } = props;
  const { t } = frame;
  return (
    <form class="pc-flow" method="post" action={adresseReprise(role.structureId)} novalidate>
      <input type="hidden" name="acte" value="demander" />
      <p>{t('continuite.reprise.demanderTexte', { designation: role.designation })}</p>
      <p>{t('continuite.reprise.opposition', { count: oppositionJours })}</p>
      <ChampMotif
        frame={frame}
        hint={t('continuite.reprise.motifAide')}
        required
        value={saisie.texte}
        error={erreurDe(props)}
      />
      <ButtonGroup>
        <Button>{t('continuite.reprise.demander')}</Button>
        <Annuler frame={frame} role={role} />
      </ButtonGroup>
    </form>
  );
}

function Corps(props: Props) {
  const { frame, decision, role, demandeId } = props;
  const { t } = frame;
  if (decision.kind === 'reprendre') return <Prendre {...props} />;
  if (decision.kind === 'demander') return <Demander {...props} />;
  return (
    <>
      <Alert t={t} kind="info" title={t(`continuite.refus.${decision.kind}`)} />
      <ButtonGroup>
        {demandeId !== null && (
          <ButtonLink href={adresseDemande(demandeId)}>{t('continuite.reprise.suivre')}</ButtonLink>
        )}
        <Annuler frame={frame} role={role} />
      </ButtonGroup>
    </>
  );
}

export function reprisePage(props: Props) {
  const { frame, role } = props;
  const { t } = frame;
  const erreur = erreurDe(props);
  const erreurs = erreur ? [{ champ: 'motif', message: erreur }] : [];
  return (
    <Page
      frame={frame}
      title={t('continuite.reprise.titre')}
      documentTitle={`${t('continuite.reprise.titre')} – ${role.designation}`}
      hasError={erreurs.length > 0}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: role.designation, href: adresseStructure(role.structureId) },
        { label: t('continuite.reprise.titre') },
      ]}
    >
      <ErrorSummary t={t} errors={erreurs} />
      <Corps {...props} />
    </Page>
  );
}
