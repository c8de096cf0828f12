// Keeps the monthly partitions of events ahead of time; only the owner may make them.
import type { Sql } from './sql.ts';

const MONTHS_AHEAD = 12;

/** Makes the partitions that are missing for the instant's month and the year after it. */
export async function creerPartitions(sql: Sql, instant: Date): Promise<void> {
  await sql`select creer_partitions_evenement(${instant}, ${MONTHS_AHEAD})`;
}
