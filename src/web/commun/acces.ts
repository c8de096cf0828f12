// The guard of every page: who signs in, whose session is over, whose first connection is not done (screens §2).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresses } from '../../domain/adresses.ts';
import { lireSession, noterVue } from '../../domain/session/queries.ts';
import { type DecisionSession, decideSession } from '../../domain/session/session.ts';
import { jourCivil } from '../../platform/clock.ts';
import { empreinte } from '../../platform/jetons.ts';
import { estLangue, type Langue } from '../../platform/textes/index.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { repondreSessionTerminee } from '../session-terminee/session-terminee.ts';
import type { WebContext } from './contexte.ts';
import { cookieNames, getCookie } from './cookies.ts';
import { memeOrigine } from './meme-origine.ts';
import { avecParametre, retourSur } from './retour.ts';

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Refuses forms of other sites before their body is read. */
export function refuserAutreOrigine(context: WebContext): Hook {
  const noms = cookieNames(context.publicUrl);
  return async (request, reply) => {
    // Until the session is read, errors speak the visitor's language.
    request.langue = langueDuVisiteur(request, noms.langue);
    if (estLecture(request) || request.routeOptions.config.autreOrigine) return undefined;
    if (memeOrigine(request, context.publicUrl)) return undefined;
    request.log.warn('form from another origin refused');
    return pageErreur(request, reply, context, 'ORIGINE_REFUSEE');
  };
}

/** Finds who asks: sets the instant, the signed-in person and the language of the request. */
export function identifierAgent(
  context: WebContext,
): (request: FastifyRequest) => Promise<Trouvee> {
  const noms = cookieNames(context.publicUrl);
  return async (request) => {
    const jeton = getCookie(request, noms.session);
    request.instant = await context.clock();
    const session = jeton
      ? await trouver(context, jeton, request.instant)
      : { kind: 'aucune' as const };
    request.agent = session.kind === 'ouverte' ? session.agent : null;
    request.langue = request.agent?.langue ?? request.langue;
    return session;
  };
}

/** Holds the page's access rule. */
export function controlerAcces(context: WebContext): Hook {
  const identifier = identifierAgent(context);
  return async (request, reply) => {
    const { acces = 'verifie' } = request.routeOptions.config;
    const session = await identifier(request);
    const { agent } = request;
    const publique = acces === 'public';
    if (request.is404 && !agent && !estLecture(request)) return undefined;
    if (!agent && !publique) {
      const terminee = session.kind === 'terminee' ? session : null;
      // Who is told that it ended reads on in their language; public pages keep the one chosen there.
      request.langue = terminee?.langue ?? request.langue;
      return exigerConnexion(request, reply, context, terminee?.compteId ?? null);
    }
    const inconnue = request.is404;
    if (!agent || agent.verifie || acces === 'connecte' || (publique && !inconnue))
      return undefined;
    if (!estLecture(request)) return pageErreur(request, reply, context, 'VERIFICATION_REQUISE');
    return reply.redirect(avecParametre(adresses.premiereConnexion, 'retour', request.url));
  };
}

type Trouvee = DecisionSession | { kind: 'aucune' };

async function trouver(context: WebContext, jeton: string, instant: Date): Promise<Trouvee> {
  const cle = empreinte(jeton);
  const lue = await lireSession(context.sql, cle, jourCivil(instant));
  if (!lue) return { kind: 'aucune' };
  const decision = decideSession(lue, context.durees, instant);
  if (decision.kind === 'ouverte' && decision.noterVue) await noterVue(context.sql, cle, instant);
  return decision;
}

function exigerConnexion(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  compteId: number | null,
): FastifyReply | Promise<FastifyReply> {
  if (!estLecture(request)) return repondreSessionTerminee(request, reply, context, compteId);
  return reply.redirect(avecParametre(adresses.connexion, 'retour', retourSur(request.url)));
}

function estLecture({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

// The first of our languages in the browser's own order of preference (RFC 9110 §12.5.4).
function langueDuVisiteur(request: FastifyRequest, cookie: string): Langue {
  const choisie = getCookie(request, cookie);
  if (estLangue(choisie)) return choisie;
  const wishes = (request.headers['accept-language'] ?? '').split(',').map((wish) => {
    const [tag = '', quality] = wish.trim().toLowerCase().split(';q=');
    return { langue: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) };
  });
  const known = wishes.filter(({ langue, quality }) => estLangue(langue) && quality > 0);
  const best = known.toSorted((a, b) => b.quality - a.quality)[0]?.langue;
  return estLangue(best) ? best : 'fr';
}
