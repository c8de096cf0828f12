// « Activités du gestionnaire » (screens §9): for the managers of a structure and nobody else, page by page below.
import { adresses } from '../../domain/adresses.ts';
import { compteDesDemandes } from '../../domain/demande/queries-attente.ts';
import { reprisesOpposables } from '../../domain/demande/queries-reprise-lecture.ts';
import { structuresGerees } from '../../domain/rattachement/queries-mes-structures.ts';
import { jourCivil } from '../../platform/clock.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { lirePageVoulue, lireTexte } from '../commun/listes.ts';
import { messageDe } from '../commun/messages.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { accueilGestionPage } from './accueil.page.tsx';
import { demandesADeciderRoutes } from './demandes/routes.ts';
import { ficheGestionRoutes } from './fiche/routes.ts';
import { historiqueRoutes } from './historique/routes.ts';
import { utilisateursRoutes } from './utilisateurs/routes.ts';

const STRUCTURES_PAR_PAGE = 20;

export function gestionnaireRoutes(app: App, context: WebContext): void {
  const { sql, delais } = context;

  app.get(adresses.gestionnaire, async (request, reply) => {
    const { compteId } = agentDe(request);
    const jour = jourCivil(request.instant);
    const voulue = lirePageVoulue(request.query, STRUCTURES_PAR_PAGE);
    const filtre = { texte: lireTexte(request.query, 'texte'), ...voulue };
    const [attente, structures, reprises] = await Promise.all([
      compteDesDemandes(sql, compteId, jour),
      structuresGerees(sql, compteId, filtre, jour),
      reprisesOpposables(sql, compteId, jour, delais),
    ]);
    if (attente.structures === 0) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const frame = cadre(request, context);
    const message = messageDe(request.query, frame.t);
    const page = { frame, attente, reprises, structures, filtre, jour, message };
    return envoyerPage(reply, accueilGestionPage(page));
  });

  demandesADeciderRoutes(app, context);
  utilisateursRoutes(app, context);
  ficheGestionRoutes(app, context);
  historiqueRoutes(app, context);
}
