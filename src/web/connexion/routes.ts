// Sign-in through the OpenID provider, sign-out, and the provider's own logout (screens §1, §3).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresses } from '../../domain/adresses.ts';
import { fermerSession, fermerSessionsPigp, ouvrirSession } from '../../domain/session/actions.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import {
  clearCookie,
  cookieNames,
  getCookie,
  retenirLangue,
  setCookie,
} from '../commun/cookies.ts';
import { lireSaisies } from '../commun/formulaire.ts';
import { retourSur } from '../commun/retour.ts';
import { CONNEXION_EN_COURS_SECONDS, ouvrir, sceller } from './coffre.ts';
import { deconnexionPage } from './deconnexion.page.tsx';
import { creerFournisseur, type Fournisseur } from './fournisseur.ts';
import { verifierJetonDeconnexion } from './jeton-deconnexion.ts';
import { type Refus, refusPage } from './refus.page.tsx';

const CONNEXIONS_PAR_MINUTE = 300;

export function connexionRoutes(app: App, context: WebContext): void {
  const fournisseur = creerFournisseur(context.oidc, context.publicUrl);
  const limite = { rateLimit: { max: CONNEXIONS_PAR_MINUTE, timeWindow: '1 minute' } };
  const publique = { config: { acces: 'public', ...limite } } as const;
  // No limit here: all the logouts of a country come from one provider, and each token is checked.
  const parPigp = { config: { acces: 'public', autreOrigine: true } } as const;

  app.get(adresses.connexion, publique, (request, reply) =>
    partir(request, reply, context, fournisseur),
  );
  app.get(adresses.retourDeConnexion, publique, (request, reply) =>
    revenir(request, reply, context, fournisseur),
  );
  app.post(adresses.deconnexionParPigp, parPigp, (request, reply) =>
    fermerParPigp(request, reply, context, fournisseur),
  );
  app.post(adresses.deconnexion, publique, (request, reply) =>
    seDeconnecter(request, reply, context),
  );
  app.get(adresses.deconnexionComplete, publique, (request, reply) =>
    envoyerPage(reply, deconnexionPage({ frame: cadre(request, context), pigp: null })),
  );
  app.get(adresses.deconnexion, publique, (request, reply) =>
    montrerDeconnexion(request, reply, context, fournisseur),
  );
}

async function partir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  fournisseur: Fournisseur,
): Promise<FastifyReply> {
  const retour = retourSur((request.query as { retour?: unknown }).retour);
  if (request.agent) return reply.redirect(retour);
  const { url, enCours } = await fournisseur.partir(retour, request.langue);
  const nom = cookieNames(context.publicUrl).connexion(enCours.state);
  const scelle = await sceller(enCours, context.sessionKeys, request.instant);
  setCookie(reply, nom, scelle, CONNEXION_EN_COURS_SECONDS);
  return reply.header('cache-control', 'no-store').redirect(url.href);
}

async function revenir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  fournisseur: Fournisseur,
): Promise<FastifyReply> {
  const noms = cookieNames(context.publicUrl);
  const { state } = request.query as { state?: unknown };
  const nom = noms.connexion(typeof state === 'string' ? state : '');
  const scelle = getCookie(request, nom);
  const enCours = scelle ? await ouvrir(scelle, context.sessionKeys, request.instant) : undefined;
  clearCookie(reply, nom);
  if (!enCours)
    return refuser(request, reply, context, {
      raison: 'reponse',
      code: 'UNKNOWN_STATE',
      fournisseur,
    });
  const adresse = new URL(request.url, context.publicUrl);
  const reponse = await fournisseur.revenir(adresse, enCours);
  if (reponse.kind === 'refusee') {
    return refuser(request, reply, context, {
      raison: 'reponse',
      code: reponse.code,
      fournisseur,
    });
  }
  const ancien = getCookie(request, noms.session);
  const resultat = await ouvrirSession(context.sql, reponse.connexion, ancien, request.instant);
  if (resultat.kind === 'refusee') {
    return refuser(request, reply, context, {
      raison: resultat.raison,
      code: 'ACCOUNT',
      fournisseur,
    });
  }
  setCookie(reply, noms.session, resultat.jeton);
  return reply.redirect(enCours.retour);
}

async function refuser(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { raison, code, fournisseur }: { raison: Refus; code: string; fournisseur: Fournisseur },
): Promise<FastifyReply> {
  request.log.warn({ raison, code }, 'sign-in refused');
  const duCompte = raison !== 'reponse';
  const pigp = duCompte ? await fournisseur.finDeSession(request.langue).catch(() => null) : null;
  const page = refusPage({ frame: cadre(request, context), raison, pigp });
  return envoyerPage(reply, page, duCompte ? 403 : 400);
}

async function seDeconnecter(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const jeton = getCookie(request, cookieNames(context.publicUrl).session);
  if (jeton) await fermerSession(context.sql, jeton, request.instant);
  // The next pages have no account to read the language from.
  if (request.agent) retenirLangue(reply, context.publicUrl, request.agent.langue);
  return reply.redirect(adresses.deconnexion, 303);
}

// The cookie of the ended session stays until the browser closes: a form of another tab is known by it.
async function montrerDeconnexion(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  fournisseur: Fournisseur,
): Promise<FastifyReply> {
  if (request.agent) return reply.redirect(adresses.accueil);
  const pigp = await fournisseur.finDeSession(request.langue).catch(() => null);
  return envoyerPage(reply, deconnexionPage({ frame: cadre(request, context), pigp }));
}

async function fermerParPigp(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  fournisseur: Fournisseur,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const { logout_token: recu } = lireSaisies(request.body);
  const jeton = recu
    ? await verifierJetonDeconnexion(recu, fournisseur, request.instant)
    : undefined;
  const resultat = jeton && (await fermerSessionsPigp(context.sql, jeton, request.instant));
  if (!resultat || resultat.kind === 'dejaVu') {
    request.log.warn({ dejaVu: resultat !== undefined }, 'logout token refused');
    return reply.code(400).send({ error: 'invalid_request' });
  }
  return reply.code(200).send();
}
