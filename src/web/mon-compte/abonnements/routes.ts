// « Mes abonnements aux espaces » (guide p.13): the list; adding and deleting below.
import { abonnementsDuCompte } from '../../../domain/abonnement/queries-liste.ts';
import { adresses } from '../../../domain/adresses.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { messageDe } from '../../commun/messages.ts';
import { ajoutRoutes } from './ajout/routes.ts';
import { lireFiltre } from './filtre.ts';
import { listePage } from './liste.page.tsx';
import { suppressionRoutes } from './suppression/routes.ts';

export function abonnementsRoutes(app: App, context: WebContext): void {
  ajoutRoutes(app, context);
  suppressionRoutes(app, context);

  app.get(adresses.abonnements, async (request, reply) => {
    const frame = cadre(request, context);
    const { compteId } = agentDe(request);
    const filtre = lireFiltre(request.query);
    const jour = jourCivil(request.instant);
    const liste = await abonnementsDuCompte(context.sql, compteId, filtre, jour);
    const message = messageDe(request.query, frame.t);
    return envoyerPage(reply, listePage({ frame, liste, filtre, message }));
  });
}
