// Seals the journal (model §2): lines of transactions that are over, in order, by batches, one sealer at a time.
import type { Sql } from '../../platform/postgres/sql.ts';
import {
  dernierSceau,
  insererSceaux,
  lignesASceller,
  obtenirScellement,
} from './queries-sceaux.ts';
import { enchainer, ORIGINE } from './sceau.ts';

export type Scellement =
  | { kind: 'scelles'; nombre: number }
  /** Another process seals at this moment. */
  | { kind: 'occupe' };

const LOT_LIGNES = 1_000;

/**
 * Seals what can be, and says how many lines that was. Each batch is its own transaction: a sealer that dies leaves
 * whole batches, and the next one goes on. No act waits for it: it locks neither the journal nor what acts touch.
 */
export async function scellerJournal(
  sql: Sql,
  instant: Date,
  parLot = LOT_LIGNES,
): Promise<Scellement> {
  let nombre = 0;
  for (;;) {
    const scelles = await scellerLot(sql, instant, parLot);
    if (scelles === null) return { kind: 'occupe' };
    nombre += scelles;
    if (scelles < parLot) return { kind: 'scelles', nombre };
  }
}

// How many lines the batch sealed; null while somebody else seals.
function scellerLot(sql: Sql, instant: Date, parLot: number): Promise<number | null> {
  return sql.begin(async (tx) => {
    if (!(await obtenirScellement(tx))) return null;
    const dernier = (await dernierSceau(tx)) ?? { ...ORIGINE, horizon: null };
    const { lignes, limite } = await lignesASceller(tx, dernier.horizon, parLot);
    if (lignes.length === 0) return 0;
    // A full batch leaves lines behind: the next one starts from where this one did.
    const horizon = lignes.length < parLot ? limite : dernier.horizon;
    await insererSceaux(tx, enchainer(dernier, lignes), horizon, instant);
    return lignes.length;
  });
}
