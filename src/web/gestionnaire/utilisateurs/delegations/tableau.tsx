// The delegations of a structure, present and to come, as managers and référents see them.
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import { DataTable } from '../../../components/data-table.tsx';
import type { Frame } from '../../../layout/page.tsx';
import { periodeEnMots } from '../../../mon-compte/rattachements/periode.ts';
import { nomDe } from '../mots.tsx';

type Props = {
  frame: Frame;
  delegations: DelegationListee[];
  /** The page of somebody, for who may open it. */
  personne?: (rattachementId: number) => string;
  /** Where a delegation is ended, for who may. */
  fin?: ((delegationId: number) => string) | undefined;
};

export function TableauDelegations({ frame, delegations, personne, fin }: Props) {
  const { t } = frame;
  const lien = (une: DelegationListee) =>
    personne && une.rattachementId !== null ? (
      <a href={personne(une.rattachementId)}>{nomDe(une)}</a>
    ) : (
      nomDe(une)
    );
  return (
    <DataTable
      t={t}
      caption={t('utilisateurs.delegations.legende')}
      captionHidden
      columns={[
        {
          key: 'personne',
          header: t('utilisateurs.liste.personne'),
          rowHeader: true,
          cell: lien,
        },
        {
          key: 'periode',
          header: t('utilisateurs.delegations.periode'),
          cell: (une) => periodeEnMots(frame, une, true),
        },
      ]}
      rows={delegations}
      rowKey={({ id }) => id}
      actions={
        fin &&
        ((une) => [
          { label: t('utilisateurs.delegations.terminer'), about: nomDe(une), href: fin(une.id) },
        ])
      }
      empty={<p>{t('utilisateurs.delegations.aucune')}</p>}
    />
  );
}
