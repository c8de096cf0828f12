// « Activités du gestionnaire » (screens §9): for the managers of a structure and nobody else, page by page below.
import type { App, WebContext } from '../commun/contexte.ts';
import { demandesADeciderRoutes } from './demandes/routes.ts';
import { ficheGestionRoutes } from './fiche/routes.ts';
import { historiqueRoutes } from './historique/routes.ts';
import { utilisateursRoutes } from './utilisateurs/routes.ts';

export function gestionnaireRoutes(app: App, context: WebContext): void {
  demandesADeciderRoutes(app, context);
  utilisateursRoutes(app, context);
  ficheGestionRoutes(app, context);
  historiqueRoutes(app, context);
}
