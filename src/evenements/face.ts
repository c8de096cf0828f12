// The face for the invoicing system (design §3): `POST /evenements/v1/factures`, lines of JSON in,
// counts out.
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import rateLimit from '@fastify/rate-limit';
import { compteurPartage } from '../platform/debit.ts';
import { type CodeErreurApi, classerErreur, ERREURS_D_API } from '../platform/erreurs.ts';
import { exigerJeton } from './acces.ts';
import type { App, Contexte } from './contexte.ts';
import { recevoirAppel } from './recevoir.ts';
import { repondreCompte, repondreErreur } from './reponse.ts';

const PREFIXE = '/evenements/v1';
const FACTURES = '/factures';
const TYPE = 'application/x-ndjson';
/** From one address: five calls a second, three million lines a minute. */
const APPELS_PAR_MINUTE = 300;
const ATTENTE_SECONDES = 60;
/** How long the rest of a body may still come once its call is answered. */
const RESTE_MS = 30_000;

/** Adds the calls of the invoicing system to the server. */
export async function evenementsFace(
  app: App,
  context: Contexte,
  resteMs = RESTE_MS,
): Promise<void> {
  await app.register(
    async (calls: App) => {
      calls.decorateRequest('source', '');
      await calls.register(rateLimit, { global: false, store: compteurPartage(context) });
      calls.removeAllContentTypeParsers();
      // The route reads the body itself, as it comes.
      calls.addContentTypeParser(TYPE, (_request, corps, done) => done(null, corps));
      calls.addHook('onSend', async (_request, reply) => {
        reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      });
      calls.addHook('onResponse', async ({ raw }) => laisserPasser(raw, resteMs));
      installerErreurs(calls);
      factures(calls, context);
    },
    { prefix: PREFIXE },
  );
}

function factures(calls: App, context: Contexte): void {
  const limite = { rateLimit: { max: APPELS_PAR_MINUTE, timeWindow: '1 minute' } };
  // After the rate, before the body.
  const preParsing = exigerJeton(context);
  calls.post(FACTURES, { config: limite, preParsing }, async (request, reply) => {
    const corps = (request.body as Readable | undefined)?.iterator({ destroyOnReturn: false });
    const { source, headers } = request;
    const annonce = Number(headers['content-length'] ?? 0);
    const appel = { source, corps, annonce };
    return repondreCompte(
      request,
      reply,
      await recevoirAppel(context.sql, appel, await context.clock()),
    );
  });
  calls.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: FACTURES,
    onRequest: async (request, reply) => {
      reply.header('allow', 'POST');
      return repondreErreur(request, reply, 'METHODE_REFUSEE');
    },
    handler: async () => undefined,
  });
}

// A program that writes all before it reads comes to its answer only if the rest of its body goes
// somewhere.
function laisserPasser(raw: IncomingMessage, resteMs: number): void {
  if (raw.readableEnded || raw.destroyed) return;
  const attente = setTimeout(() => raw.socket.destroy(), resteMs).unref();
  raw.once('close', () => clearTimeout(attente));
  raw.resume();
}

function installerErreurs(calls: App): void {
  calls.setErrorHandler((error, request, reply) => {
    const code = codeDe(error);
    if (request.raw.errored) request.log.info({ code }, 'the caller broke off');
    else if (ERREURS_D_API[code] >= 500) request.log.error({ err: error, code }, 'call failed');
    if (code === 'INDISPONIBLE') reply.header('retry-after', ATTENTE_SECONDES);
    return repondreErreur(request, reply, code);
  });
  calls.setNotFoundHandler((request, reply) => repondreErreur(request, reply, 'ADRESSE_INCONNUE'));
}

function codeDe(error: unknown): CodeErreurApi {
  if ((error as { statusCode?: unknown }).statusCode === 415) return 'TYPE_REFUSE';
  const code = classerErreur(error);
  if (code === 'TROP_DE_DEMANDES') return 'TROP_D_APPELS';
  if (code === 'FORMAT_REFUSE') return 'RIEN_DE_LISIBLE';
  return code === 'INDISPONIBLE' || code === 'CORPS_TROP_GRAND' ? code : 'INTERNE';
}
