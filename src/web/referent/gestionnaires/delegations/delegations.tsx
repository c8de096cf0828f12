// The delegations of a structure as a référent sees them (model §3): who stands in, until when, how to end it.
import { adresseReferent } from '../../../../domain/adresses.ts';
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import { Block } from '../../../components/block.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import type { Frame } from '../../../layout/page.tsx';
import { periodeEnMots } from '../../../mon-compte/rattachements/periode.ts';
import { nomComplet } from '../formulaire.tsx';

/** Where a référent ends a delegation. */
export const adresseDeFin = (structureId: number, delegationId: number) =>
  `${adresseReferent(structureId)}/delegations/${delegationId}`;

type Props = { frame: Frame; structureId: number; delegations: DelegationListee[] };

/** Those present and to come. */
export function Delegations({ frame, structureId, delegations }: Props) {
  const { t } = frame;
  return (
    <Block id="delegations" title={t('utilisateurs.delegations.titre')}>
      <DataTable
        t={t}
        caption={t('utilisateurs.delegations.legende')}
        captionHidden
        columns={[
          {
            key: 'personne',
            header: t('utilisateurs.liste.personne'),
            rowHeader: true,
            cell: nomComplet,
          },
          {
            key: 'periode',
            header: t('utilisateurs.delegations.periode'),
            cell: (une) => periodeEnMots(frame, une, true),
          },
        ]}
        rows={delegations}
        rowKey={({ id }) => id}
        actions={(une) => [
          {
            label: t('utilisateurs.delegations.terminer'),
            about: nomComplet(une),
            href: adresseDeFin(structureId, une.id),
          },
        ]}
        empty={<p>{t('utilisateurs.delegations.aucune')}</p>}
      />
    </Block>
  );
}
