// Answers a form sent after its session ended: nothing is stored in its name, what was typed is kept 15 minutes.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresses } from '../../domain/adresses.ts';
import { conserverSaisie, relireSaisie } from '../../domain/session/queries-saisie.ts';
import { SAISIE_CONSERVEE_MINUTES } from '../../domain/session/session.ts';
import { empreinte, nouveauJeton } from '../../platform/jetons.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import type { WebContext } from '../commun/contexte.ts';
import { lireSaisies, type Saisies } from '../commun/formulaire.ts';
import { avecParametre } from '../commun/retour.ts';
import { sessionTermineePage } from './session-terminee.page.tsx';

const MINUTE_MS = 60_000;

/** `compteId`: the account of the known session that ended, or null when the browser held none. */
export async function repondreSessionTerminee(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  compteId: number | null,
): Promise<FastifyReply> {
  const chemin = request.url.split('?', 1)[0] ?? adresses.accueil;
  const champs = lireSaisies(request.body);
  // Only for a page that exists: nobody fills the store with invented addresses.
  const conservee = compteId !== null && !request.is404 && Object.keys(champs).length > 0;
  let retour = chemin;
  if (conservee) {
    const jeton = nouveauJeton();
    const expireLe = new Date(request.instant.getTime() + SAISIE_CONSERVEE_MINUTES * MINUTE_MS);
    await conserverSaisie(context.sql, empreinte(jeton), { compteId, chemin, champs }, expireLe);
    retour = avecParametre(request.url, 'saisie', jeton);
  }
  const href = avecParametre(adresses.connexion, 'retour', retour);
  const page = sessionTermineePage({ frame: cadre(request, context), conservee, href });
  return envoyerPage(reply, page, 401);
}

/** What the account typed before its session ended, when the address carries its token. */
export async function saisieRetrouvee(
  request: FastifyRequest,
  context: WebContext,
  compteId: number,
): Promise<Saisies | undefined> {
  const { saisie } = request.query as { saisie?: unknown };
  if (typeof saisie !== 'string') return undefined;
  const chemin = request.url.split('?', 1)[0] ?? adresses.accueil;
  return relireSaisie(context.sql, empreinte(saisie), { compteId, chemin }, request.instant);
}
