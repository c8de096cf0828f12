// « Pièces jointes » (screens §8): the list; adding, reading and deleting below.
import { adresses } from '../../../domain/adresses.ts';
import { piecesDuCompte, usageDuCompte } from '../../../domain/piece-jointe/queries.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { messageDe } from '../../commun/messages.ts';
import { ajoutRoutes } from './ajout/routes.ts';
import { fichiersRoutes } from './fichiers/routes.ts';
import { lireFiltre } from './filtre.ts';
import { listePage } from './liste.page.tsx';
import { suppressionRoutes } from './suppression/routes.ts';

export function piecesJointesRoutes(app: App, context: WebContext): void {
  const { sql, limitesDesPieces: limites, antivirus } = context;
  ajoutRoutes(app, context);
  fichiersRoutes(app, context);
  suppressionRoutes(app, context);

  app.get(adresses.piecesJointes, async (request, reply) => {
    const frame = cadre(request, context);
    const { compteId } = agentDe(request);
    const filtre = lireFiltre(request.query);
    const [liste, usage] = await Promise.all([
      piecesDuCompte(sql, compteId, filtre, request.langue),
      usageDuCompte(sql, compteId),
    ]);
    const message = messageDe(request.query, frame.t);
    const analyse = antivirus !== null;
    return envoyerPage(
      reply,
      listePage({ frame, liste, filtre, usage, limites, analyse, message }),
    );
  });
}
