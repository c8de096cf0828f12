// Frequent housekeeping, as the owner: erases what has had its time (model §7), keeps partitions
// ahead.
import { purgerSessions } from '../domain/session/queries.ts';
import type { DureesDeSession } from '../domain/session/session.ts';
import type { Clock } from '../platform/clock.ts';
import { connect } from '../platform/postgres/connect.ts';
import { creerPartitions, supprimerPartitions } from '../platform/postgres/partitions.ts';
import { delierJobsPerdus, effacerPerimes } from '../platform/postgres/retention.ts';
import type { WorkerLog } from './queue-logger.ts';

/** Runs once; everything in it is repeatable. */
export async function entretenir(
  databaseOwnerUrl: string,
  clock: Clock,
  durees: DureesDeSession,
  log: WorkerLog,
): Promise<void> {
  const sql = connect(databaseOwnerUrl, { max: 1, name: 'portail-entretien' });
  try {
    const instant = await clock();
    // First: without its month, no act can tell its event.
    if ((await creerPartitions(sql, instant)) === 'remis')
      log.info({}, 'the months of events are busy: none made, the next run does it');
    await purgerSessions(sql, instant, durees);
    await delierJobsPerdus(sql, instant);
    await effacerPerimes(sql, instant);
    if ((await supprimerPartitions(sql, instant)) === 'remis')
      log.info({}, 'events are being read for long: no month dropped, the next run does it');
  } finally {
    await sql.end();
  }
}
