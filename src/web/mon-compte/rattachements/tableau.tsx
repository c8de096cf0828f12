// « Mes rattachements aux structures » (guide p.9), read-only.
import {
  type EtatAffiche,
  etatAffiche,
  type LigneAffichee,
} from '../../../domain/rattachement/rattachement.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import { Badge } from '../../components/badge.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import type { Frame } from '../../layout/page.tsx';

const BADGES = {
  VALIDEE: 'success',
  DESACTIVEE: 'neutral',
  EXPIREE: 'warning',
  A_VENIR: 'info',
} as const satisfies Record<EtatAffiche, string>;

function periode({ t, langue }: Frame, { dateDebut, dateFin }: LigneAffichee): string {
  const debut = formatJour(langue, dateDebut);
  if (dateFin === null) return t('pages.rattachements.depuis', { debut });
  return t('pages.rattachements.duAu', { debut, fin: formatJour(langue, dateFin) });
}

function colonnes(frame: Frame, jour: string): Column<LigneAffichee>[] {
  const { t } = frame;
  return [
    {
      key: 'designation',
      header: t('pages.rattachements.designation'),
      rowHeader: true,
      cell: (ligne) => ligne.designation,
    },
    {
      key: 'identifiant',
      header: t('pages.rattachements.identifiant'),
      cell: (ligne) => ligne.identifiant,
    },
    {
      key: 'role',
      header: t('pages.rattachements.role'),
      cell: ({ role }) => t(`compte.roles.${role}`),
    },
    {
      key: 'services',
      header: t('pages.rattachements.services'),
      cell: ({ service }) => service ?? t('pages.rattachements.structureEntiere'),
    },
    {
      key: 'periode',
      header: t('pages.rattachements.periode'),
      cell: (ligne) => periode(frame, ligne),
    },
    {
      key: 'statut',
      header: t('pages.rattachements.statut'),
      cell: (ligne) => {
        const etat = etatAffiche(ligne, jour);
        return <Badge kind={BADGES[etat]}>{t(`compte.statuts.${etat}`)}</Badge>;
      },
    },
  ];
}

type Props = { frame: Frame; lignes: LigneAffichee[]; jour: string };

export function TableauRattachements({ frame, lignes, jour }: Props) {
  const { t } = frame;
  return (
    <DataTable
      caption={t('pages.rattachements.legende')}
      captionHidden
      columns={colonnes(frame, jour)}
      rows={lignes}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('pages.monCompte.aucunRattachement')}>
          <p>{t('pages.monCompte.aucunRattachementTexte')}</p>
        </EmptyState>
      }
    />
  );
}
