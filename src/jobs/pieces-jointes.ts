// What the clock asks about files: those that wait for the antivirus, and what the store and the rows say of each other.
import { analyserEnAttente } from '../domain/piece-jointe/actions-analyse.ts';
import { balayer } from '../domain/piece-jointe/actions-balayage.ts';
import type { Antivirus } from '../platform/antivirus/antivirus.ts';
import type { Clock } from '../platform/clock.ts';
import type { Magasin } from '../platform/fichiers/magasin.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import type { WorkerLog } from './queue-logger.ts';

type Depots = { magasin: Magasin; antivirus: Antivirus | null };

/** Takes up the files that an antivirus out of reach left waiting. */
export async function analyserPieces(
  { magasin, antivirus }: Depots,
  sql: Sql,
  clock: Clock,
  log: Pick<WorkerLog, 'warn'>,
): Promise<void> {
  const { illisibles } = await analyserEnAttente(sql, magasin, antivirus, await clock());
  if (illisibles.length > 0) log.warn({ pieces: illisibles }, 'files that cannot be analysed');
}

/** Removes files that no row names; says which rows name a file that is gone. */
export async function balayerFichiers(
  { magasin }: Pick<Depots, 'magasin'>,
  sql: Sql,
  clock: Clock,
  log: Pick<WorkerLog, 'info' | 'error'>,
): Promise<void> {
  const { effaces, manquantes } = await balayer(sql, magasin, await clock());
  if (effaces > 0) log.info({ effaces }, 'files that no row named are removed');
  if (manquantes.length > 0) log.error({ pieces: manquantes }, 'rows whose file is missing');
}
