// The PIGP's own pages: the door, the applications, « Déconnexion ».
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApplicationsPage, HorsSystemePage } from './applications.page.tsx';
import { autreApplication } from './applications.ts';
import { ConnexionPage } from './connexion.page.tsx';
import { envoyerMessage, envoyerPage, type Maison, vue } from './maison.ts';
import { STYLE } from './style.ts';
import { tenter } from './tentative.ts';

/** Adds the routes of the pages. */
export function routesPages(app: FastifyInstance, maison: Maison): void {
  app.get('/pigp.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(STYLE),
  );
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  routesPorte(app, maison);
  routesApplications(app, maison);
}

function routesPorte(app: FastifyInstance, maison: Maison): void {
  const { annuaire, sessions, options } = maison;

  app.get<{ Querystring: { etat?: string } }>('/', async (request, reply) => {
    if (await personneDe(maison, request, reply)) return reply.redirect('/applications', 303);
    const page = ConnexionPage({
      vue: vue(maison, request, reply),
      action: '/',
      identifiant: '',
      deconnecte: request.query.etat === 'deconnecte',
    });
    return envoyerPage(reply, page);
  });

  app.post('/', async (request, reply) => {
    const resultat = await tenter(request.body, annuaire, options.clock);
    if (resultat.kind === 'entre') {
      await sessions.ouvrir(sessions.contexte(request.raw, reply.raw), resultat.sub);
      return reply.redirect('/applications', 303);
    }
    const { statut, erreurs, identifiant } = resultat;
    const vueIci = vue(maison, request, reply);
    const page = ConnexionPage({ vue: vueIci, action: '/', identifiant, erreurs });
    return envoyerPage(reply, page, statut);
  });

  app.post('/deconnexion', async (request, reply) => {
    const ctx = sessions.contexte(request.raw, reply.raw);
    await sessions.fermer(ctx, await sessions.lire(ctx));
    return reply.redirect('/?etat=deconnecte', 303);
  });
}

function routesApplications(app: FastifyInstance, maison: Maison): void {
  const { expiration, options } = maison;

  app.get('/applications', async (request, reply) => {
    const personne = await personneDe(maison, request, reply);
    if (!personne) return reply.redirect('/', 303);
    const { applicationUrl } = options;
    const vueIci = vue(maison, request, reply);
    return envoyerPage(
      reply,
      ApplicationsPage({ vue: vueIci, personne, applicationUrl, expiration }),
    );
  });

  app.get<{ Params: { slug: string } }>('/applications/:slug', async (request, reply) => {
    if (!(await personneDe(maison, request, reply))) return reply.redirect('/', 303);
    const application = autreApplication(request.params.slug);
    if (!application) {
      return envoyerMessage(maison, request, reply, { message: 'introuvable', statut: 404 });
    }
    return envoyerPage(reply, HorsSystemePage({ vue: vue(maison, request, reply), application }));
  });
}

async function personneDe(maison: Maison, request: FastifyRequest, reply: FastifyReply) {
  const { annuaire, sessions } = maison;
  const { accountId } = await sessions.lire(sessions.contexte(request.raw, reply.raw));
  return accountId ? annuaire.parSub(accountId) : undefined;
}
