// « Mes demandes »: what was asked, take-overs too, since when, where it stands (screens §6).
import { adresseDemande } from '../../../domain/adresses.ts';
import type { EtatDemande } from '../../../domain/demande/demande.ts';
import type { DemandeResumee } from '../../../domain/demande/queries-lecture.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import { Badge } from '../../components/badge.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import type { Frame } from '../../layout/page.tsx';
import { periodeEnMots, porteeEnMots } from './periode.ts';

const BADGES = {
  EN_COURS_DE_VALIDATION: 'info',
  ACCEPTEE: 'success',
  REFUSEE: 'error',
  RETIREE: 'neutral',
  EXPIREE: 'warning',
} as const satisfies Record<EtatDemande, string>;

/** The state of a request, in words. */
export function BadgeDemande({ frame: { t }, etat }: { frame: Frame; etat: EtatDemande }) {
  return <Badge kind={BADGES[etat]}>{t(`demandes.etats.${etat}`)}</Badge>;
}

type ObjetProps = { frame: Frame; demande: Pick<DemandeResumee, 'lignes'> };

/** What a request asks: each scope, then the one period. */
export function ObjetDemande({ frame, demande }: ObjetProps) {
  const [premiere] = demande.lignes;
  return (
    <>
      {demande.lignes.map(({ service }) => porteeEnMots(frame, service)).join(', ')}
      {premiere && <span class="pc-detail">{periodeEnMots(frame, premiere, false)}</span>}
    </>
  );
}

function colonnes(frame: Frame): Column<DemandeResumee>[] {
  const { t, langue } = frame;
  return [
    {
      key: 'structure',
      header: t('demandes.mesDemandes.structure'),
      rowHeader: true,
      cell: ({ designation }) => designation,
    },
    {
      key: 'objet',
      header: t('demandes.mesDemandes.objet'),
      cell: (demande) =>
        demande.nature === 'REPRISE' ? (
          t('continuite.reprise.objet')
        ) : (
          <ObjetDemande frame={frame} demande={demande} />
        ),
    },
    {
      key: 'depuis',
      header: t('demandes.mesDemandes.demandeeLe'),
      cell: ({ demandeeLe }) => formatJour(langue, demandeeLe),
    },
    {
      key: 'statut',
      header: t('pages.rattachements.statut'),
      cell: ({ etat, motif }) => (
        <>
          <BadgeDemande frame={frame} etat={etat} />
          {motif && <span class="pc-detail">{motif}</span>}
        </>
      ),
    },
  ];
}

/** The table of the requests; « Retirer » leads to its confirmation. */
export function TableauDemandes({ frame, demandes }: { frame: Frame; demandes: DemandeResumee[] }) {
  const { t } = frame;
  return (
    <DataTable
      t={t}
      caption={t('demandes.mesDemandes.legende')}
      captionHidden
      columns={colonnes(frame)}
      rows={demandes}
      rowKey={({ id }) => id}
      actions={({ id, designation: about, etat }) => [
        { label: t('demandes.mesDemandes.suivre'), about, href: adresseDemande(id) },
        ...(etat === 'EN_COURS_DE_VALIDATION'
          ? [
              {
                label: t('demandes.mesDemandes.retirer'),
                about,
                href: `${adresseDemande(id)}/retrait`,
              },
            ]
          : []),
      ]}
      empty={
        <EmptyState title={t('demandes.mesDemandes.aucune')}>
          <p>{t('demandes.mesDemandes.aucuneTexte')}</p>
        </EmptyState>
      }
    />
  );
}
