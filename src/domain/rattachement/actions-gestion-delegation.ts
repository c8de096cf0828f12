// Delegations: a dated stand-in as gestionnaire secondaire, given and ended (model §2, §3).

import { jourCivil } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { finirPerdus } from '../abonnement/fins.ts';
import { prevenirDesPerdus } from '../abonnement/prevenir.ts';
import { rattachementVivant } from '../abonnement/queries-fins.ts';
import { agirSurStructure, permettre } from '../droits/acte.ts';
import {
  agirSurRattachement,
  type RefusDActe,
  raconterActe,
  type SurCible,
  type Visee,
} from './actions-gestion.ts';
import {
  decideDelegation,
  type PeriodeDeDelegation,
  type RefusDeDelegation,
} from './gestion-delegation.ts';
import { lireDelegation } from './queries-utilisateurs-cible.ts';
import { insererDelegation, terminerDelegations } from './queries-utilisateurs-ecriture.ts';

export type ResultatDelegation =
  | { kind: 'deleguee'; delegationId: number }
  | { kind: RefusDeDelegation }
  | RefusDActe;

/** Lets somebody attached manage the structure from a day to another, as a gestionnaire secondaire would. */
export function deleguer(
  sql: Sql,
  acteurId: number,
  { dateDebut, dateFin, ...visee }: Visee & PeriodeDeDelegation,
  instant: Date,
): Promise<ResultatDelegation> {
  const faire = async (sur: SurCible): Promise<ResultatDelegation> => {
    const { tx, cible, jour, structure } = sur;
    const periode = { dateDebut, dateFin };
    const situation = { jour, statutStructure: structure.statut };
    const { kind } = decideDelegation(cible, periode, situation);
    if (kind !== 'deleguer') return { kind };
    const { compteId } = cible;
    // The espaces of a stand-in that is over do not come back with another.
    const perdus = await finirPerdus(tx, [cible.rattachementId], instant);
    await prevenirDesPerdus(tx, perdus, instant);
    const qui = { structureId: structure.id, compteId };
    const delegationId = await insererDelegation(tx, qui, periode, acteurId, instant);
    await raconterActe(sur, compteId, {
      acte: 'DELEGATION_CREEE',
      details: periode,
      objet: { objet: 'delegation', objetId: delegationId },
      evenement: 'DELEGATION_RECUE',
      courriel: {
        ...{ nature: 'RATTACHEMENT_ACCORDE', gain: 'DELEGATION' },
        ...{ debut: dateDebut, fin: dateFin },
      },
    });
    return { kind: 'deleguee', delegationId };
  };
  return agirSurRattachement(sql, acteurId, visee, instant, faire, 'GERER_SECONDAIRE');
}

export type ResultatFinDeDelegation = { kind: 'terminee' | 'dejaTerminee' } | RefusDActe;

/** Ends a delegation before its last day, or before it began. */
export async function terminerDelegation(
  sql: Sql,
  acteurId: number,
  visee: { structureId: number; delegationId: number; motif: string | null },
  instant: Date,
): Promise<ResultatFinDeDelegation> {
  const { structureId, delegationId, motif } = visee;
  const lue = await lireDelegation(sql, visee, jourCivil(instant));
  if (!lue) return { kind: 'introuvable' };
  const { compteId } = lue;
  const cadre = { acteurId, structureId, comptes: [compteId] };
  return agirSurStructure<ResultatFinDeDelegation>(sql, cadre, instant, async (sur) => {
    const surSoi = compteId === acteurId;
    const permission = permettre(sur, 'GERER_SECONDAIRE', { surSoi }, motif);
    if (permission.kind !== 'permis') return permission;
    // Read again now that the structure is locked: somebody may have ended it first.
    const delegation = await lireDelegation(sur.tx, visee, sur.jour);
    if (!delegation || delegation.finie) return { kind: 'dejaTerminee' };
    const { enQualite } = permission;
    await terminerDelegations(sur.tx, [delegationId], instant);
    const porteurs = await rattachementVivant(sur.tx, { compteId, structureId });
    await finirPerdus(sur.tx, porteurs, instant);
    await raconterActe({ ...sur, enQualite, motif }, compteId, {
      ...fin(delegationId),
      courriel: { nature: 'DROITS_RETIRES', perte: 'DELEGATION' },
    });
    return { kind: 'terminee' };
  });
}

/** Ends the delegations of somebody who is suspended, detached or named: the act's own mail says enough. */
export async function terminerToutesDelegations(sur: SurCible): Promise<void> {
  const { tx, cible, instant } = sur;
  const ids = cible.delegations.map(({ id }) => id);
  await terminerDelegations(tx, ids, instant);
  if (ids.length > 0) await finirPerdus(tx, [cible.rattachementId], instant);
  for (const id of ids) await raconterActe(sur, cible.compteId, { ...fin(id), courriel: null });
}

const fin = (objetId: number) =>
  ({
    acte: 'DELEGATION_TERMINEE',
    objet: { objet: 'delegation', objetId },
    evenement: 'DELEGATION_TERMINEE',
  }) as const;
