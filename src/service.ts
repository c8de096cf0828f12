// Runs the portal's processes over a prepared database: the web server, the worker, or both.

import { startWorker } from './jobs/worker.ts';
import { antivirusDe } from './platform/antivirus/clamd.ts';
import type { Clock } from './platform/clock.ts';
import { systemClock, testClock } from './platform/clock.ts';
import { ErreurDeDemarrage } from './platform/erreur-de-demarrage.ts';
import { ouvrirMagasin } from './platform/fichiers/ouvrir.ts';
import { logger } from './platform/logs.ts';
import { connect } from './platform/postgres/connect.ts';
import type { Sql } from './platform/postgres/sql.ts';
import { createServer, type Depots } from './server.ts';
import type { Settings } from './settings.ts';

const STATEMENT_SECONDS = 15;

/** Something that runs until it is stopped. */
export type Running = { stop(): Promise<void> };
export type Part = 'web' | 'worker';

/** Starts the wished parts; resolves when they are ready. */
export async function startService(settings: Settings, parts: readonly Part[]): Promise<Running> {
  const sql = connect(settings.databaseUrl, {
    max: settings.databaseConnections,
    name: `portail-${parts.join('-')}`,
    statementSeconds: STATEMENT_SECONDS,
    indexesOnly: true,
  });
  const clock = clockOf(sql);
  const depots = {
    magasin: await ouvrirMagasin(settings.fichiers),
    antivirus: antivirusDe(settings.clamdUrl),
  };
  const started: Running[] = [];
  if (parts.includes('web')) started.push(await startWeb(settings, sql, clock, depots));
  if (parts.includes('worker')) started.push(startJobs(settings, sql, clock, depots));
  return {
    async stop() {
      for (const part of started) await part.stop();
      await sql.end({ timeout: 5 });
    },
  };
}

/** Tests share a clock through the database; its table exists in tests only (model §1). */
export function clockOf(sql: Sql): Clock {
  return process.env['NODE_ENV'] === 'test' ? testClock(sql) : systemClock;
}

async function startWeb(
  settings: Settings,
  sql: Sql,
  clock: Clock,
  depots: Depots,
): Promise<Running> {
  const app = await createServer(settings, sql, clock, depots);
  await app.listen({ host: settings.host, port: settings.port }).catch(portTaken);
  return { stop: () => app.close() };
}

function startJobs(settings: Settings, sql: Sql, clock: Clock, depots: Depots): Running {
  const { databaseUrl, databaseOwnerUrl, mail, publicUrl, serviceName, mode, durees, delais } =
    settings;
  const worker = {
    databaseUrl,
    databaseOwnerUrl,
    mail,
    expediteur: { publicUrl, serviceName, embedded: mode === 'embedded' },
    durees,
    delais,
    ...depots,
  };
  return startWorker(worker, sql, clock, logger(settings.logLevel));
}

function portTaken(error: NodeJS.ErrnoException & { port?: number }): never {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
  throw new ErreurDeDemarrage(
    `Impossible d'écouter sur le port ${error.port} (PORT) : ${error.code}.`,
  );
}
