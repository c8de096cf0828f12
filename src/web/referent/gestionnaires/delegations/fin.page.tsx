// « Mettre fin à la délégation », by a référent (model §3): a confirmation, with a reason.
import { adresseReferent, adresses } from '../../../../domain/adresses.ts';
import type { StructureDuReferent } from '../../../../domain/rattachement/queries-sans-gestionnaire.ts';
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { ChampMotif } from '../../../demandes/champ-motif.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { periodeEnMots } from '../../../mon-compte/rattachements/periode.ts';
import { nomComplet } from '../formulaire.tsx';
import { adresseDeFin } from './delegations.tsx';

type Props = {
  frame: Frame;
  structure: StructureDuReferent;
  delegation: DelegationListee;
  texte: string;
  /** Why it was refused; null: it was not. */
  erreur: string | null;
};

export function finDeDelegationPage({ frame, structure, delegation, texte, erreur }: Props) {
  const { t } = frame;
  const nom = nomComplet(delegation);
  const titre = t('utilisateurs.delegation.titreFin');
  const retour = adresseReferent(structure.id);
  const periode = periodeEnMots(frame, delegation, true);
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={t('utilisateurs.delegation.titreFinDocument', { nom })}
      intro={t('utilisateurs.delegation.fin', { nom, periode })}
      hasError={erreur !== null}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre'), href: adresses.referent },
        { label: structure.designation, href: retour },
        { label: titre },
      ]}
    >
      <ErrorSummary t={t} errors={erreur === null ? [] : [{ champ: 'motif', message: erreur }]} />
      <form
        class="pc-flow"
        method="post"
        action={adresseDeFin(structure.id, delegation.id)}
        novalidate
      >
        <ChampMotif frame={frame} required value={texte} error={erreur ?? undefined} />
        <ButtonGroup>
          <Button>{t('utilisateurs.delegation.validerFin')}</Button>
          <ButtonLink kind="secondary" href={retour}>
            {t('continuite.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
