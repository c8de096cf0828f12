// The first connection (guide p.5): the data of MADRHAS are checked once, before anything else.
import { adresses } from '../../domain/adresses.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe, compteDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { avecMessage } from '../commun/messages.ts';
import { avecParametre, retourSur } from '../commun/retour.ts';
import {
  etatInitial,
  traiterInformations,
} from '../mon-compte/informations-personnelles/traiter.ts';
import { repondreSessionTerminee, saisieRetrouvee } from '../session-terminee/session-terminee.ts';
import { premiereConnexionPage } from './premiere-connexion.page.tsx';

type Query = { retour?: unknown };

export function premiereConnexionRoutes(app: App, context: WebContext): void {
  const connecte = { config: { acces: 'connecte' } } as const;

  app.get(adresses.premiereConnexion, connecte, async (request, reply) => {
    const retour = retourSur((request.query as Query).retour);
    if (agentDe(request).verifie) return reply.redirect(retour);
    const compte = await compteDe(request, context);
    const etat = etatInitial(compte, await saisieRetrouvee(request, context, compte.id));
    const action = avecParametre(adresses.premiereConnexion, 'retour', retour);
    return envoyerPage(
      reply,
      premiereConnexionPage({ frame: cadre(request, context), compte, etat, action }),
    );
  });

  app.post(adresses.premiereConnexion, connecte, async (request, reply) => {
    const { compteId } = agentDe(request);
    const retour = retourSur((request.query as Query).retour);
    const traitement = await traiterInformations(context, compteId, request.body, request.instant);
    if (traitement.kind === 'indisponible')
      return repondreSessionTerminee(request, reply, context, compteId);
    if (traitement.kind === 'enregistrees') {
      const message = traitement.adresseAConfirmer ? 'bienvenueAdresse' : 'bienvenue';
      return reply.redirect(avecMessage(retour, message), 303);
    }
    const { etat, statut } = traitement;
    const compte = await compteDe(request, context);
    const action = avecParametre(adresses.premiereConnexion, 'retour', retour);
    const page = premiereConnexionPage({ frame: cadre(request, context), compte, etat, action });
    return envoyerPage(reply, page, statut);
  });
}
