// « Mon compte » (screens §5): all its blocks, each with its own routes.

import { abonnementsDuCompte } from '../../domain/abonnement/queries-liste.ts';
import { adresses } from '../../domain/adresses.ts';
import { piecesDuCompte } from '../../domain/piece-jointe/queries.ts';
import { rattachementsDuCompte } from '../../domain/rattachement/queries.ts';
import { jourCivil } from '../../platform/clock.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe, compteDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { messageDe } from '../commun/messages.ts';
import { abonnementsRoutes } from './abonnements/routes.ts';
import { informationsPersonnellesRoutes } from './informations-personnelles/routes.ts';
import { monComptePage } from './mon-compte.page.tsx';
import { choixDeRythmes } from './parametres/choix.ts';
import { parametresRoutes } from './parametres/routes.ts';
import { lireFiltre } from './pieces-jointes/filtre.ts';
import { piecesJointesRoutes } from './pieces-jointes/routes.ts';
import { rattachementsRoutes } from './rattachements/routes.ts';

/** « Mon compte » shows the beginning of each list; its own page shows the rest. */
const RATTACHEMENTS_MONTRES = { texte: '', etat: null, page: 1, parPage: 5 };
const ABONNEMENTS_MONTRES = { texte: '', etat: null, page: 1, parPage: 5 };
const PIECES_MONTREES = { ...lireFiltre({}), parPage: 5 };

export function monCompteRoutes(app: App, context: WebContext): void {
  const { sql } = context;
  informationsPersonnellesRoutes(app, context);
  parametresRoutes(app, context);
  rattachementsRoutes(app, context);
  abonnementsRoutes(app, context);
  piecesJointesRoutes(app, context);

  app.get(adresses.monCompte, async (request, reply) => {
    const frame = cadre(request, context);
    const { compteId } = agentDe(request);
    const jour = jourCivil(request.instant);
    const [compte, rythmes, rattachements, abonnements, pieces] = await Promise.all([
      compteDe(request, context),
      choixDeRythmes(request, context),
      rattachementsDuCompte(sql, compteId, RATTACHEMENTS_MONTRES, jour),
      abonnementsDuCompte(sql, compteId, ABONNEMENTS_MONTRES, jour),
      piecesDuCompte(sql, compteId, PIECES_MONTREES, request.langue),
    ]);
    const message = messageDe(request.query, frame.t);
    const contenu = { compte, rythmes, rattachements, abonnements, pieces, jour };
    return envoyerPage(reply, monComptePage({ frame, message, ...contenu }));
  });
}
