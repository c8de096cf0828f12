// The language switch of the banner: at once, for the account when somebody is signed in (screens §3).

import { adresses } from '../../domain/adresses.ts';
import { changerLangue } from '../../domain/compte/actions.ts';
import { estLangue } from '../../platform/textes/index.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { retenirLangue } from '../commun/cookies.ts';
import { lireSaisies } from '../commun/formulaire.ts';
import { retourSur } from '../commun/retour.ts';
import { pageErreur } from '../erreurs/erreurs.ts';

export function langueRoutes(app: App, context: WebContext): void {
  app.post(adresses.langue, { config: { acces: 'public' } }, async (request, reply) => {
    const { langue, retour } = lireSaisies(request.body);
    if (!estLangue(langue)) return pageErreur(request, reply, context, 'FORMAT_REFUSE');
    const { agent, instant } = request;
    if (agent) await changerLangue(context.sql, agent.compteId, langue, instant);
    retenirLangue(reply, context.publicUrl, langue);
    return reply.redirect(retourSur(retour), 303);
  });
}
