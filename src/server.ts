// Composes the faces over the domain: one HTTP server, stateless, any number of them over one database.
import underPressure from '@fastify/under-pressure';
import Fastify, { LogController } from 'fastify';
import { evenementsFace } from './evenements/face.ts';
import type { Antivirus } from './platform/antivirus/antivirus.ts';
import { readAssets } from './platform/assets.ts';
import type { Clock } from './platform/clock.ts';
import type { Magasin } from './platform/fichiers/magasin.ts';
import { logger } from './platform/logs.ts';
import { metrics } from './platform/metrics.ts';
import { migrationsFaites } from './platform/postgres/ready.ts';
import type { Sql } from './platform/postgres/sql.ts';
import type { Settings } from './settings.ts';
import type { App } from './web/commun/contexte.ts';
import { ADRESSE_ILLISIBLE } from './web/erreurs/erreurs.ts';
import { webFace } from './web/face.ts';

const BODY_LIMIT_BYTES = 64 * 1024;
const HEADERS_TIMEOUT_MS = 30_000;
/** 10 Mo by a slow line; what carries no file has less (web/commun/delai.ts). */
const REQUEST_TIMEOUT_MS = 10 * 60_000;
const EVENT_LOOP_DELAY_MAX_MS = 2_000;

// An address that cannot be decoded is answered by a page like any other, not by the router's words.
function lisible(url: string): boolean {
  try {
    decodeURI(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** Where files are kept and what analyses them. */
export type Depots = { magasin: Magasin; antivirus: Antivirus | null };

/** Builds the server; the caller listens and closes. */
export async function createServer(
  settings: Settings,
  sql: Sql,
  clock: Clock,
  depots: Depots,
): Promise<App> {
  const app: App = Fastify({
    loggerInstance: logger(settings.logLevel),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS },
    trustProxy: settings.trustProxy,
    // What a request was is logged once, at its end.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => (lisible(url) ? url : ADRESSE_ILLISIBLE),
  });
  await app.register(underPressure, { maxEventLoopDelay: EVENT_LOOP_DELAY_MAX_MS });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await migrationsFaites(sql).catch(() => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
  });
  metrics(app);
  await evenementsFace(app, { sql, clock });
  const assets = await readAssets();
  const embedded = settings.mode === 'embedded';
  await webFace(app, { ...settings, ...depots, sql, clock, assets, embedded });
  return app;
}
