// The home page after sign-in (screens §4).
import { adresses } from '../../domain/adresses.ts';
import { derniersEvenements } from '../../domain/evenement/queries.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { messageDe } from '../commun/messages.ts';
import { accueilPage } from './accueil.page.tsx';

const EVENEMENTS_MONTRES = 10;

export function accueilRoutes(app: App, context: WebContext): void {
  app.get(adresses.accueil, async (request, reply) => {
    const agent = agentDe(request);
    const frame = cadre(request, context);
    const evenements = await derniersEvenements(
      context.sql,
      agent.compteId,
      EVENEMENTS_MONTRES,
      request.instant,
    );
    const message = messageDe(request.query, frame.t);
    return envoyerPage(reply, accueilPage({ frame, agent, evenements, message }));
  });
}
