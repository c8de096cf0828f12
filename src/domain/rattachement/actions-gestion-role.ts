// Naming a gestionnaire secondaire, or taking the role back (model §3).
import type { Sql } from '../../platform/postgres/sql.ts';
import { finirPerdus } from '../abonnement/fins.ts';
import { prevenirDesPerdus } from '../abonnement/prevenir.ts';
import {
  agirSurRattachement,
  type RefusDActe,
  raconterActe,
  type SurCible,
  type Visee,
} from './actions-gestion.ts';
import { terminerToutesDelegations } from './actions-gestion-delegation.ts';
import { type DecisionRole, decideRole, type RoleDonne } from './gestion.ts';
import { marquerRattachement } from './queries-flux-ecriture.ts';
import { ecrireRole } from './queries-utilisateurs-ecriture.ts';

export type ResultatRole =
  | { kind: 'roleChange' }
  | { kind: Exclude<DecisionRole['kind'], 'nommer' | 'retirer'> }
  | RefusDActe;

/** Makes an utilisateur gestionnaire secondaire, or the reverse; a delegation has no use any more. */
export function changerRole(
  sql: Sql,
  acteurId: number,
  { role, ...visee }: Visee & { role: RoleDonne },
  instant: Date,
): Promise<ResultatRole> {
  const faire = async (sur: SurCible): Promise<ResultatRole> => {
    const { tx, cible, jour, structure } = sur;
    const { kind } = decideRole(cible, role, { jour, statutStructure: structure.statut });
    if (kind !== 'nommer' && kind !== 'retirer') return { kind };
    const { rattachementId, compteId } = cible;
    // The espaces of a stand-in that is over do not come back with the role.
    await prevenirDesPerdus(tx, await finirPerdus(tx, [rattachementId], instant), instant);
    await ecrireRole(tx, rattachementId, role);
    await marquerRattachement(tx, rattachementId, { termine: false }, instant);
    await terminerToutesDelegations(sur);
    // Espaces for managers go with the role.
    if (kind === 'retirer') await finirPerdus(tx, [rattachementId], instant);
    await raconterActe(sur, compteId, {
      acte: 'ROLE_MODIFIE',
      details: { de: cible.role, vers: role },
      objet: { objet: 'rattachement', objetId: rattachementId },
      evenement: 'ROLE_MODIFIE',
      courriel:
        kind === 'nommer'
          ? { nature: 'RATTACHEMENT_ACCORDE', gain: 'SECONDAIRE' }
          : { nature: 'DROITS_RETIRES', perte: 'ROLE' },
    });
    return { kind: 'roleChange' };
  };
  return agirSurRattachement(sql, acteurId, visee, instant, faire, 'GERER_SECONDAIRE');
}
