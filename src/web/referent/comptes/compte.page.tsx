// An account as a référent of its structures sees it (model §3): who it is, what it manages; deactivate, reactivate.
import { adresseCompteDuReferent, adresseReferent, adresses } from '../../../domain/adresses.ts';
import { refusDEtat } from '../../../domain/compte/etat.ts';
import type {
  CompteDuReferent,
  StructureDuCompte,
} from '../../../domain/compte/queries-referent.ts';
import type { Role as NomDeRole } from '../../../domain/rattachement/rattachement.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Badge } from '../../components/badge.tsx';
import { Block } from '../../components/block.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary, type FieldError } from '../../components/error-summary.tsx';
import { ReadOnlyList } from '../../components/read-only-list.tsx';
import { ChampMotif } from '../../demandes/champ-motif.tsx';
import { type Frame, Page } from '../../layout/page.tsx';

type Props = {
  frame: Frame;
  compte: CompteDuReferent;
  structures: StructureDuCompte[];
  /** The reason as it was typed. */
  motif: string;
  erreurs: FieldError[];
  message: MessageAffiche | null;
};

function Identite({ frame: { t, langue }, compte }: Props) {
  const { identifiantConnexion, etat, creeLe, desactiveLe } = compte;
  return (
    <Block id="compte" title={t('continuite.compte.compte')}>
      <ReadOnlyList
        items={[
          { label: t('continuite.compte.identifiant'), value: identifiantConnexion },
          {
            label: t('continuite.compte.etat'),
            value: (
              <Badge kind={etat === 'ACTIF' ? 'success' : 'neutral'}>
                {t(`continuite.compte.etats.${etat}`)}
              </Badge>
            ),
          },
          { label: t('continuite.compte.creeLe'), value: formatJour(langue, creeLe) },
          ...(desactiveLe
            ? [
                {
                  label: t('continuite.compte.desactiveLe'),
                  value: formatJour(langue, desactiveLe),
                },
              ]
            : []),
        ]}
      />
    </Block>
  );
}

// Deactivated, or without a right today, the account manages nothing: the structure has nobody now.
function alerte({ role, enCours, sansAutre }: StructureDuCompte, { etat }: CompteDuReferent) {
  if (role === 'UTILISATEUR' || !sansAutre) return null;
  return etat === 'ACTIF' && enCours ? 'seul' : 'sansAutre';
}

function Role({
  frame: { t },
  dit,
  role,
}: {
  frame: Frame;
  dit: ReturnType<typeof alerte>;
  role: NomDeRole;
}) {
  return (
    <>
      {t(`compte.roles.${role}`)}
      {dit && (
        <>
          {' '}
          <Badge kind="warning">{t(`continuite.compte.${dit}`)}</Badge>
        </>
      )}
    </>
  );
}

function colonnes(frame: Frame, compte: CompteDuReferent): Column<StructureDuCompte>[] {
  const { t } = frame;
  return [
    {
      key: 'structure',
      header: t('continuite.referent.structure'),
      rowHeader: true,
      cell: ({ designation, identifiant }) => (
        <>
          {designation}
          <span class="pc-detail">{identifiant}</span>
        </>
      ),
    },
    {
      key: 'role',
      header: t('continuite.compte.role'),
      cell: (structure) => (
        <Role frame={frame} dit={alerte(structure, compte)} role={structure.role} />
      ),
    },
  ];
}

function Structures({ frame, compte, structures }: Props) {
  const { t } = frame;
  const autres = compte.structures - structures.length;
  return (
    <Block id="structures" title={t('continuite.compte.structures')}>
      <DataTable
        t={t}
        caption={t('continuite.compte.structures')}
        captionHidden
        columns={colonnes(frame, compte)}
        rows={structures}
        rowKey={({ id }) => id}
        actions={({ id, designation }) => [
          { label: t('continuite.referent.gerer'), about: designation, href: adresseReferent(id) },
        ]}
        empty={<EmptyState title={t('continuite.compte.aucuneStructure')} />}
      />
      {autres > 0 && <p>{t('continuite.compte.autres', { count: autres })}</p>}
      {compte.ailleurs > 0 && <p>{t('continuite.compte.ailleurs', { count: compte.ailleurs })}</p>}
    </Block>
  );
}

function Formulaire({ frame, compte, motif, erreurs }: Props) {
  const { t } = frame;
  const acte = compte.etat === 'ACTIF' ? 'desactiver' : 'reactiver';
  return (
    <form class="pc-flow" method="post" action={adresseCompteDuReferent(compte.id)} novalidate>
      <p>{t(`continuite.compte.${acte}Texte`)}</p>
      <p>{t('continuite.compte.madrhas')}</p>
      <input type="hidden" name="etat" value={compte.etat === 'ACTIF' ? 'INACTIF' : 'ACTIF'} />
      <ChampMotif frame={frame} required value={motif} error={erreurs[0]?.message} />
      <ButtonGroup>
        <Button>{t(`continuite.compte.${acte}`)}</Button>
        <ButtonLink kind="secondary" href={adresses.referent}>
          {t('continuite.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

export function comptePage(props: Props) {
  const { frame, compte, erreurs, message } = props;
  const { t } = frame;
  const refus = refusDEtat(compte);
  const personne = `${compte.prenom} ${compte.nom}`;
  const titre = t('continuite.compte.titre', { personne });
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${compte.identifiantConnexion}`}
      hasError={erreurs.length > 0}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre'), href: adresses.referent },
        { label: personne },
      ]}
    >
      {message && <Alert t={t} {...message} />}
      <ErrorSummary t={t} errors={erreurs} />
      <Identite {...props} />
      <Structures {...props} />
      <Block
        id="etat"
        title={t(`continuite.compte.${compte.etat === 'ACTIF' ? 'desactiver' : 'reactiver'}`)}
      >
        {refus ? <p>{t(`continuite.compte.refus.${refus}`)}</p> : <Formulaire {...props} />}
      </Block>
    </Page>
  );
}
