// Keeps the monthly partitions of events: made ahead of time, dropped when they had theirs; only
// the owner may.
import type { Sql } from './sql.ts';

const MONTHS_AHEAD = 12;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * `remis`: somebody reads or rewrites the table for long; nobody was made to wait, the next run
 * does it.
 */
export type Passage = 'fait' | 'remis';

/** Makes the partitions that are missing for the instant's month and the year after it. */
export function creerPartitions(sql: Sql, instant: Date): Promise<Passage> {
  return sansRetenir(async () => {
    await sql`select creer_partitions_evenement(${instant}, ${MONTHS_AHEAD})`;
  });
}

/**
 * Drops the months that ended 13 months before the instant or earlier (model §7), one a
 * transaction.
 */
export function supprimerPartitions(sql: Sql, instant: Date): Promise<Passage> {
  return sansRetenir(async () => {
    while (await supprimerLaPlusAncienne(sql, instant)) {
      await sql`select oublier_mois_evenement(${instant})`;
    }
  });
}

async function supprimerLaPlusAncienne(sql: Sql, instant: Date): Promise<boolean> {
  const [row] = await sql<{ supprimees: number }[]>`
    select supprimer_partitions_evenement(${instant}) as supprimees`;
  return (row?.supprimees ?? 0) > 0;
}

// The functions give up a lock that they do not have within a second.
async function sansRetenir(faire: () => Promise<void>): Promise<Passage> {
  try {
    await faire();
    return 'fait';
  } catch (error) {
    if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE) return 'remis';
    throw error;
  }
}
