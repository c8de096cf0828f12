// The delegations of a structure as a référent sees them (model §3): who stands in, until when, how to end it.
import { adresseReferent } from '../../../../domain/adresses.ts';
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import { Block } from '../../../components/block.tsx';
import { TableauDelegations } from '../../../gestionnaire/utilisateurs/delegations/tableau.tsx';
import type { Frame } from '../../../layout/page.tsx';

/** Where a référent ends a delegation. */
export const adresseDeFin = (structureId: number, delegationId: number) =>
  `${adresseReferent(structureId)}/delegations/${delegationId}`;

type Props = { frame: Frame; structureId: number; delegations: DelegationListee[] };

/** Those present and to come. */
export function Delegations({ frame, structureId, delegations }: Props) {
  return (
    <Block id="delegations" title={frame.t('utilisateurs.delegations.titre')}>
      <TableauDelegations
        frame={frame}
        delegations={delegations}
        fin={(id) => adresseDeFin(structureId, id)}
      />
    </Block>
  );
}
