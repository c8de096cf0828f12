// Frequent housekeeping, as the owner: erases what has had its time (model §7), keeps partitions ahead.
import { purgerSessions } from '../domain/session/queries.ts';
import type { DureesDeSession } from '../domain/session/session.ts';
import type { Clock } from '../platform/clock.ts';
import { connect } from '../platform/postgres/connect.ts';
import { creerPartitions } from '../platform/postgres/partitions.ts';
import { delierJobsPerdus, effacerPerimes } from '../platform/postgres/retention.ts';

/** Runs once; everything in it is repeatable. */
export async function entretenir(
  databaseOwnerUrl: string,
  clock: Clock,
  durees: DureesDeSession,
): Promise<void> {
  const sql = connect(databaseOwnerUrl, { max: 1, name: 'portail-entretien' });
  try {
    const instant = await clock();
    await purgerSessions(sql, instant, durees);
    await delierJobsPerdus(sql, instant);
    await effacerPerimes(sql, instant);
    await creerPartitions(sql, instant);
  } finally {
    await sql.end();
  }
}
