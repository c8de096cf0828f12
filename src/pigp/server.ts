// Starts the stand-in for the DGFiP's portal PIGP: embedded mode and tests only.
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { creerAnnuaire } from './annuaire.ts';
import { nomsCookies } from './cookies.ts';
import { garder } from './garde.ts';
import { routesInteraction } from './interaction.ts';
import { envoyerMessage, type Maison } from './maison.ts';
import { issuerDe, type PigpOptions } from './options.ts';
import { creerProvider } from './provider.ts';
import { routesPages } from './routes.ts';
import { creerSessions } from './sessions.ts';

const BODY_LIMIT_BYTES = 16 * 1024;
const MOT_DE_PASSE_DAYS = 90;
const DAY_MS = 24 * 3600 * 1000;

/** Listens on host:port; the issuer is that address. */
export async function startPigp(
  options: PigpOptions,
): Promise<{ issuer: string; close(): Promise<void> }> {
  const issuer = issuerDe(options);
  const annuaire = creerAnnuaire(options);
  const provider = await creerProvider(options, annuaire);
  const debut = await options.clock();
  const app = await composer({
    options,
    issuer,
    provider,
    annuaire,
    sessions: creerSessions(provider, options.log),
    cookies: nomsCookies(options.port),
    expiration: new Date(debut.getTime() + MOT_DE_PASSE_DAYS * DAY_MS),
  });
  await app.listen({ host: options.host, port: options.port });
  return { issuer, close: () => app.close() };
}

async function composer(maison: Maison): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  await app.register(helmet, entetes(maison.options));
  garder(app, maison);
  app.setNotFoundHandler((request, reply) =>
    envoyerMessage(maison, request, reply, { message: 'introuvable', statut: 404 }),
  );
  app.setErrorHandler<{ statusCode?: number }>((err, request, reply) => {
    const statut = err.statusCode ?? 500;
    if (statut < 500) {
      return envoyerMessage(maison, request, reply, { message: 'refus', statut });
    }
    maison.options.log.error({ err }, 'PIGP: server error');
    return envoyerMessage(maison, request, reply, { message: 'panne', statut });
  });
  await app.register(async (pages) => {
    await pages.register(formbody);
    routesPages(pages, maison);
    routesInteraction(pages, maison);
  });
  await app.register(async (oidc) => routesFournisseur(oidc, maison));
  return app;
}

/** The library reads the bodies of its own routes: nothing may consume them before. */
function routesFournisseur(app: FastifyInstance, { provider }: Maison): void {
  const repondre = provider.callback();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  for (const chemin of ['/oidc/*', '/.well-known/*']) {
    app.all(chemin, async (request, reply) => {
      reply.hijack();
      await repondre(request.raw, reply.raw);
    });
  }
}

/** Chromium checks `form-action` on each redirect after a form: the client is named. */
function entetes({ client, applicationUrl }: PigpOptions) {
  const clients = [client.redirectUri, client.postLogoutRedirectUri, applicationUrl];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        // Named so that oidc-provider adds the hash of the script that sends its form_post answers.
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'", ...new Set(clients.map((adresse) => new URL(adresse).origin))],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Plain http on loopback; and a form must carry its Origin, which `no-referrer` would hide.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' as const },
  };
}
