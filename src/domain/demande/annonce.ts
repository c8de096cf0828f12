// A request that arrives is told to those who manage its structure (contract of the events).
import type { Transaction } from '../../platform/postgres/sql.ts';
import { annoncerAuxTitulaires } from '../evenement/queries.ts';

/** Tells those who manage a structure, when they read it, that a request arrived. */
export function annoncerDemandeRecue(
  tx: Transaction,
  { structureId, demandeId }: { structureId: number; demandeId: number },
  instant: Date,
): Promise<void> {
  const droit = { structureId, serviceId: null, espace: 'ACTIVITES_DU_GESTIONNAIRE' };
  return annoncerAuxTitulaires(tx, droit, 'DEMANDE_RECUE', instant, { demandeId });
}
