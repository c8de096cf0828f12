// The face for the clock: runs the queue's jobs, and those that come back by the clock (design §3).

import { setTimeout as delay } from 'node:timers/promises';
import { type Runner, run } from 'graphile-worker';
import pg from 'pg';
import { terminerAbonnementsEchus } from '../domain/abonnement/actions-echeances.ts';
import { avancerDemandes, escaladerDemandes } from '../domain/demande/actions-echeances.ts';
import type { DelaisDeDemande } from '../domain/demande/echeances.ts';
import { scellerJournal } from '../domain/journal/actions-sceaux.ts';
import type { Expediteur } from '../domain/notification/composer.ts';
import type { CourrielEnFile } from '../domain/notification/notification.ts';
import { TACHE_ENVOYER_COURRIEL } from '../domain/notification/queries.ts';
import { analyserPiece } from '../domain/piece-jointe/actions-analyse.ts';
import { DRAPEAU_ANALYSE, TACHE_ANALYSER_PIECE } from '../domain/piece-jointe/queries-analyse.ts';
import { annoncerFins } from '../domain/rattachement/actions-echeances.ts';
import type { DureesDeSession } from '../domain/session/session.ts';
import { appliquerFinsDeService } from '../domain/structure/actions-fins.ts';
import type { Antivirus } from '../platform/antivirus/antivirus.ts';
import type { Clock } from '../platform/clock.ts';
import type { Magasin } from '../platform/fichiers/magasin.ts';
import { createMailer, type Mailer, type MailSettings } from '../platform/mail/transport.ts';
import { writableAddress } from '../platform/postgres/connect.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { annoncerSceau } from './annoncer-sceau.ts';
import { entretenir } from './entretenir.ts';
import { envoyerCourriel } from './envoyer-courriel.ts';
import { analyserPieces, balayerFichiers } from './pieces-jointes.ts';
import { Places } from './places.ts';
import { queueLogger, type WorkerLog } from './queue-logger.ts';
import { envoyerReleves } from './releves.ts';

const CONCURRENT_JOBS = 4;
/** A silent antivirus holds an analysis for minutes: some hands stay free for the mails. */
const CONCURRENT_ANALYSES = 2;
const POLL_MS = 2_000;
const RETRY_MS = 2_000;
// By UTC: notices to people leave in the daytime of Paris, whatever the season.
const CRONTAB = [
  '*/5 * * * * entretenir ?id=entretenir&fill=1h',
  '*/10 6-18 * * * annoncer-fins ?id=annoncer-fins&fill=1h',
  '*/10 6-18 * * * avancer-demandes ?id=avancer-demandes&fill=1h',
  '*/10 * * * * escalader-demandes ?id=escalader-demandes&fill=1h',
  '*/10 * * * * appliquer-fins-de-service ?id=appliquer-fins-de-service&fill=1h',
  // Nothing to catch up with: each run seals all that can be.
  '* * * * * sceller-journal ?id=sceller-journal&max=3',
  '7 3 * * * annoncer-sceau ?id=annoncer-sceau&fill=1d',
  '* * * * * analyser-pieces ?id=analyser-pieces&max=3',
  // Opened by the instant, not by this table: what is missed is taken up the minute after.
  '* * * * * envoyer-releves ?id=envoyer-releves&max=3',
  '* * * * * envoyer-alertes ?id=envoyer-alertes&max=3',
  '37 2 * * * balayer-fichiers ?id=balayer-fichiers&fill=1d',
].join('\n');

export type Worker = { stop(): Promise<void> };

export type WorkerSettings = {
  databaseUrl: string;
  databaseOwnerUrl: string;
  mail: MailSettings;
  /** How mails name this portal and link to it. */
  expediteur: Expediteur;
  durees: DureesDeSession;
  delais: DelaisDeDemande;
  magasin: Magasin;
  /** Null when files are not analysed. */
  antivirus: Antivirus | null;
};

/**
 * Runs jobs until stopped. When the database goes away (failover), its writable host is looked for again; jobs
 * in progress are taken up by the queue.
 */
export function startWorker(
  settings: WorkerSettings,
  sql: Sql,
  clock: Clock,
  log: WorkerLog,
): Worker {
  const mailer = createMailer(settings.mail);
  const stopping = new AbortController();
  const analyses = new Places(CONCURRENT_ANALYSES);
  const arrete = () => stopping.signal.aborted;
  const tasks = taskList(settings, sql, clock, { mailer, analyses, arrete }, log);
  let current: Runner | undefined;

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        current = await runQueue(settings, tasks, analyses, log);
        if (stopping.signal.aborted) await current.stop();
        await current.promise;
      } catch (error) {
        log.error({ err: error }, 'the queue is out of reach, trying again');
        await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  const done = loop();
  return {
    async stop() {
      stopping.abort();
      await current?.stop().catch(() => undefined);
      await done;
      mailer.close();
    },
  };
}

function taskList(
  settings: WorkerSettings,
  sql: Sql,
  clock: Clock,
  { mailer, analyses, arrete }: { mailer: Mailer; analyses: Places; arrete: () => boolean },
  log: WorkerLog,
) {
  const { expediteur, databaseOwnerUrl, durees, delais, magasin, antivirus } = settings;
  const reprise = new Places(1);
  const [releves, alertes] = [new Places(1), new Places(1)];
  const outils = { sql, clock, mailer, expediteur, arrete, log };
  return {
    [TACHE_ENVOYER_COURRIEL]: (payload: unknown) =>
      // The queue holds what `mettreEnFile` wrote, in a table that only this program writes.
      envoyerCourriel(payload as CourrielEnFile, { sql, clock, mailer, expediteur }),
    entretenir: () => entretenir(databaseOwnerUrl, clock, durees, log),
    'annoncer-fins': async () => {
      await annoncerFins(sql, await clock());
    },
    'avancer-demandes': async () => {
      await avancerDemandes(sql, await clock(), delais);
    },
    'escalader-demandes': async () => {
      await escaladerDemandes(sql, await clock(), delais);
    },
    'appliquer-fins-de-service': async () => {
      await appliquerFinsDeService(sql, await clock());
      await terminerAbonnementsEchus(sql, await clock());
    },
    'sceller-journal': async () => {
      await scellerJournal(sql, await clock());
    },
    'annoncer-sceau': () => annoncerSceau(sql, log),
    // Taken too many at once, the last ones are left to the next minute.
    [TACHE_ANALYSER_PIECE]: (payload: unknown) =>
      analyses.occuper(async () => {
        const { pieceId } = payload as { pieceId: number };
        await analyserPiece(sql, magasin, antivirus, pieceId, await clock());
      }),
    // One that lasts more than a minute goes on alone.
    'analyser-pieces': () => reprise.occuper(() => analyserPieces(settings, sql, clock, log)),
    // A passage that lasts goes on alone in this process; another worker helps.
    'envoyer-releves': () => releves.occuper(() => envoyerReleves('QUOTIDIEN', outils)),
    'envoyer-alertes': () => alertes.occuper(() => envoyerReleves('IMMEDIAT', outils)),
    'balayer-fichiers': () => balayerFichiers(settings, sql, clock, log),
  };
}

async function runQueue(
  settings: WorkerSettings,
  tasks: ReturnType<typeof taskList>,
  analyses: Places,
  log: WorkerLog,
): Promise<Runner> {
  const connectionString = await writableAddress(settings.databaseUrl);
  const pool = new pg.Pool({ connectionString, max: CONCURRENT_JOBS + 2 });
  let runner: Runner | undefined;
  // A lost connection ends this run; the loop looks for the writable host again.
  const onLoss = () => void runner?.stop().catch(() => undefined);
  pool.on('error', onLoss);
  pool.on('connect', (client) => client.on('error', onLoss));
  runner = await run({
    pgPool: pool,
    taskList: tasks,
    crontab: CRONTAB,
    concurrency: CONCURRENT_JOBS,
    forbiddenFlags: () => (analyses.libres ? null : [DRAPEAU_ANALYSE]),
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: queueLogger(log),
  });
  const closePool = () => pool.end().catch(() => undefined);
  void runner.promise.then(closePool, closePool);
  return runner;
}
