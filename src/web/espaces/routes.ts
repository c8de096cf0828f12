// The page behind a tab: an espace that another application serves (screens §3), and what this account has there.
import { porteesDeLEspace } from '../../domain/abonnement/queries-liste.ts';
import { adresseEspace } from '../../domain/adresses.ts';
import { jourCivil } from '../../platform/clock.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { lirePageVoulue } from '../commun/listes.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { espacePage } from './espace.page.tsx';

const PORTEES_PAR_PAGE = 20;

export function espacesRoutes(app: App, context: WebContext): void {
  app.get('/espaces/:espace', async (request, reply) => {
    const chemin = request.url.split('?', 1)[0];
    const { onglets, compteId } = agentDe(request);
    // Only the espaces that this account holds exist for it.
    const espace = onglets.find(({ code }) => adresseEspace(code) === chemin);
    if (!espace) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const voulue = lirePageVoulue(request.query, PORTEES_PAR_PAGE);
    const jour = jourCivil(request.instant);
    const portees = await porteesDeLEspace(context.sql, compteId, espace.code, voulue, jour);
    const application = context.adressesDesEspaces[espace.code] ?? null;
    const frame = cadre(request, context);
    return envoyerPage(reply, espacePage({ frame, espace, application, portees, voulue }));
  });
}
