// The delegations of a structure (screens §9): who stands in, until when, how to end it.
import { adresseGestion, adresseUtilisateur } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import type { Frame } from '../../../layout/page.tsx';
import { TableauDelegations } from './tableau.tsx';

type Props = { frame: Frame; structure: StructureGeree; delegations: DelegationListee[] };

/** Where a delegation is ended. */
export const adresseDelegation = (structureId: number, id: number) =>
  `${adresseGestion(structureId, 'utilisateurs')}/delegations/${id}`;

/** Those present and to come; the principal alone ends them. */
export function Delegations({ frame, structure, delegations }: Props) {
  const { t } = frame;
  const peutFinir = structure.role === 'GESTIONNAIRE_PRINCIPAL';
  return (
    <section class="pc-flow" aria-labelledby="delegations">
      <h2 id="delegations">{t('utilisateurs.delegations.titre')}</h2>
      <p class="fr-hint-text">{t('utilisateurs.delegations.texte')}</p>
      <TableauDelegations
        frame={frame}
        delegations={delegations}
        personne={(rattachementId) => adresseUtilisateur(structure.id, rattachementId)}
        fin={peutFinir ? (id) => adresseDelegation(structure.id, id) : undefined}
      />
    </section>
  );
}
