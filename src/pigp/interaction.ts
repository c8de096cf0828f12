// Signing in on behalf of a site that sent people here: the same page, then back to that site.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from 'oidc-provider';
import { ConnexionPage } from './connexion.page.tsx';
import { envoyerMessage, envoyerPage, type Maison, vue } from './maison.ts';
import { tenter } from './tentative.ts';

/** Adds the routes of an authorization request that waits for a sign-in. */
export function routesInteraction(app: FastifyInstance, maison: Maison): void {
  app.get('/connexion/:uid', async (request, reply) => {
    const interaction = await interactionDe(maison, request, reply);
    if (!interaction) return expiree(maison, request, reply);
    const { sessions } = maison;
    const { accountId } = await sessions.lire(sessions.contexte(request.raw, reply.raw));
    // Signed in meanwhile, in another tab: nothing to ask again, unless the site wants it anew.
    if (accountId && interaction.prompt.reasons.every((raison) => raison === 'no_session')) {
      return reprendre(maison, request, reply, accountId);
    }
    const page = ConnexionPage({
      vue: vue(maison, request, reply),
      action: request.url.split('?')[0] ?? '',
      identifiant: texte(interaction.params['login_hint']),
    });
    return envoyerPage(reply, page);
  });

  app.post('/connexion/:uid', async (request, reply) => {
    const interaction = await interactionDe(maison, request, reply);
    if (!interaction) return expiree(maison, request, reply);
    const resultat = await tenter(request.body, maison.annuaire, maison.options.clock);
    if (resultat.kind === 'entre') {
      await quitterAutreCompte(maison, request, reply, resultat.sub);
      return reprendre(maison, request, reply, resultat.sub);
    }
    const { statut, erreurs, identifiant } = resultat;
    const action = request.url.split('?')[0] ?? '';
    const vueIci = vue(maison, request, reply);
    const page = ConnexionPage({ vue: vueIci, action, identifiant, erreurs });
    return envoyerPage(reply, page, statut);
  });
}

async function interactionDe({ provider }: Maison, request: FastifyRequest, reply: FastifyReply) {
  try {
    return await provider.interactionDetails(request.raw, reply.raw);
  } catch (erreur) {
    if (erreur instanceof errors.SessionNotFound) return undefined;
    throw erreur;
  }
}

/**
 * Someone else signs in over an open session: that one is closed first, its sites told. Left alone,
 * the library would answer a form that only a script sends.
 */
async function quitterAutreCompte(
  { provider, sessions }: Maison,
  request: FastifyRequest,
  reply: FastifyReply,
  sub: string,
): Promise<void> {
  const ctx = sessions.contexte(request.raw, reply.raw);
  const session = await sessions.lire(ctx);
  if (!session.accountId || session.accountId === sub) return;
  const interaction = await provider.interactionDetails(request.raw, reply.raw);
  interaction.session = undefined;
  await interaction.persist();
  await sessions.fermer(ctx, session);
}

async function reprendre(
  { provider }: Maison,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: string,
) {
  const login = { accountId, remember: false };
  const suite = await provider.interactionResult(request.raw, reply.raw, { login });
  return reply.redirect(suite, 303);
}

function expiree(maison: Maison, request: FastifyRequest, reply: FastifyReply) {
  return envoyerMessage(maison, request, reply, { message: 'expiree', statut: 400 });
}

function texte(valeur: unknown): string {
  return typeof valeur === 'string' ? valeur.slice(0, 254) : '';
}
