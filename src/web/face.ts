// The face for people: plugins, guards and page folders, put together.
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { ASSETS_FOLDER, ASSETS_PREFIX } from '../platform/assets.ts';
import { compteurPartage } from '../platform/debit.ts';
import { accueilRoutes } from './accueil/routes.ts';
import { actualitesRoutes } from './actualites/routes.ts';
import { aideRoutes } from './aide/routes.ts';
import { controlerAcces, identifierAgent, refuserAutreOrigine } from './commun/acces.ts';
import type { App, WebContext } from './commun/contexte.ts';
import { bornerReception } from './commun/delai.ts';
import { connexionRoutes } from './connexion/routes.ts';
import { demandesRoutes } from './demandes/routes.ts';
import { desabonnementRoutes } from './desabonnement/routes.ts';
import { adresseIllisible, installerErreurs } from './erreurs/erreurs.ts';
import { espacesRoutes } from './espaces/routes.ts';
import { evenementsRoutes } from './evenements/routes.ts';
import { gestionnaireRoutes } from './gestionnaire/routes.ts';
import { langueRoutes } from './langue/routes.ts';
import { mentionsRoutes } from './mentions/routes.tsx';
import { monCompteRoutes } from './mon-compte/routes.ts';
import { premiereConnexionRoutes } from './premiere-connexion/routes.ts';
import { referentRoutes } from './referent/routes.ts';
import { structuresRoutes } from './structures/routes.ts';

const YEAR_SECONDS = 31_536_000;
const FORM_TIMEOUT_MS = 30_000;

/** Adds the pages to the server. */
export async function webFace(app: App, context: WebContext): Promise<void> {
  app.decorateRequest('agent', null);
  app.decorateRequest('langue', 'fr');
  const acces = controlerAcces(context);
  // Before the pages: a plugin keeps the error handler that it finds when it is registered.
  installerErreurs(app, context, { acces, identifier: identifierAgent(context) });
  await securiser(app, context);
  await app.register(cookie);
  await app.register(formbody);
  await app.register(rateLimit, { global: false, store: compteurPartage(context) });
  await app.register(fastifyStatic, {
    root: ASSETS_FOLDER,
    prefix: ASSETS_PREFIX,
    preCompressed: true,
    immutable: true,
    maxAge: YEAR_SECONDS * 1000,
    index: false,
  });
  await app.register(async (pages: App) => {
    // Forms only: JSON and plain text are other faces' business.
    pages.removeContentTypeParser(['application/json', 'text/plain']);
    pages.addHook('onRequest', refuserAutreOrigine(context));
    pages.addHook('onRequest', bornerReception(FORM_TIMEOUT_MS));
    pages.addHook('preHandler', acces);
    // Redirects too: « back » after a sign-out must ask again, not replay what the browser kept.
    pages.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    for (const routes of ROUTES) routes(pages, context);
  });
}

const ROUTES = [
  accueilRoutes,
  connexionRoutes,
  premiereConnexionRoutes,
  monCompteRoutes,
  structuresRoutes,
  demandesRoutes,
  gestionnaireRoutes,
  referentRoutes,
  espacesRoutes,
  evenementsRoutes,
  langueRoutes,
  aideRoutes,
  actualitesRoutes,
  mentionsRoutes,
  desabonnementRoutes,
  adresseIllisible,
];

async function securiser(app: App, { oidc, publicUrl }: WebContext): Promise<void> {
  const https = publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        // Our script sends the files of a form one by one.
        connectSrc: ["'self'"],
        // A form may end in a sign-in, when its session is over: browsers check its redirects too.
        formAction: ["'self'", new URL(oidc.issuer).origin],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // « no-referrer » would make browsers send « Origin: null » with our own forms (Fetch standard).
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
  });
}
