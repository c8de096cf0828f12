// « Mes abonnements aux espaces » (guide p.13): here the default ones, which nobody needs to ask for (model §4).
import { type AbonnementParDefaut, libelleEspace } from '../../../domain/espace/espace.ts';
import { Badge } from '../../components/badge.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import type { Frame } from '../../layout/page.tsx';

function colonnes({ t, langue }: Frame): Column<AbonnementParDefaut>[] {
  return [
    {
      key: 'espace',
      header: t('pages.abonnements.espace'),
      rowHeader: true,
      cell: (abonnement) => libelleEspace(abonnement, langue),
    },
    {
      key: 'designation',
      header: t('pages.abonnements.designation'),
      cell: ({ designation }) => designation ?? t('pages.abonnements.toutCompte'),
    },
    {
      key: 'identifiant',
      header: t('pages.abonnements.identifiant'),
      cell: ({ identifiant }) => identifiant ?? '–',
    },
    {
      key: 'service',
      header: t('pages.abonnements.service'),
      cell: ({ service, identifiant }) =>
        service ?? (identifiant === null ? '–' : t('pages.rattachements.structureEntiere')),
    },
    {
      key: 'statut',
      header: t('pages.abonnements.statut'),
      cell: () => <Badge kind="neutral">{t('pages.abonnements.parDefaut')}</Badge>,
    },
  ];
}

type Props = { frame: Frame; abonnements: AbonnementParDefaut[] };

export function TableauAbonnements({ frame, abonnements }: Props) {
  return (
    <DataTable
      t={frame.t}
      caption={frame.t('pages.abonnements.legende')}
      captionHidden
      columns={colonnes(frame)}
      rows={abonnements}
      rowKey={({ code, identifiant, service }) => `${code} ${identifiant} ${service}`}
      empty={null}
    />
  );
}
