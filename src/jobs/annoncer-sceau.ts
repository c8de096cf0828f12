// Notes the last seal in the log once a day: who rewrote the whole journal could not rewrite what the logs keep.
import { dernierSceau } from '../domain/journal/queries-sceaux.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import type { WorkerLog } from './queue-logger.ts';

/** Logs rank and hash, that `verifier-journal` compares with. */
export async function annoncerSceau(sql: Sql, log: Pick<WorkerLog, 'info'>): Promise<void> {
  const sceau = await dernierSceau(sql);
  if (!sceau) return;
  const { rang, empreinte } = sceau;
  log.info({ rang, empreinte: empreinte.toString('hex') }, 'last seal of the journal');
}
