// Deleting one or several pièces jointes (screens §8): confirmed first, then erased with their files.
import { adresses } from '../../../../domain/adresses.ts';
import { supprimerPieces } from '../../../../domain/piece-jointe/actions.ts';
import { piecesChoisies } from '../../../../domain/piece-jointe/queries.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { repondreSessionTerminee } from '../../../session-terminee/session-terminee.ts';
import { lireChoisies } from '../choisies.ts';
import { suppressionPage } from './suppression.page.tsx';

export function suppressionRoutes(app: App, context: WebContext): void {
  const { sql, magasin } = context;

  app.get(adresses.supprimerPiecesJointes, async (request, reply) => {
    const { compteId } = agentDe(request);
    const ids = lireChoisies(request.query);
    if (ids.length === 0)
      return reply.redirect(avecMessage(adresses.piecesJointes, 'piecesACocher'), 303);
    const pieces = await piecesChoisies(sql, compteId, ids, request.langue);
    // Gone meanwhile (one comes back after deleting), or somebody else's: nothing tells which.
    if (pieces.length === 0) {
      request.log.warn({ compteId, ids }, 'no such pièce jointe of this account');
      return reply.redirect(avecMessage(adresses.piecesJointes, messageDuNombre(0)), 303);
    }
    return envoyerPage(reply, suppressionPage({ frame: cadre(request, context), pieces }));
  });

  app.post(adresses.supprimerPiecesJointes, async (request, reply) => {
    const { compteId } = agentDe(request);
    const ids = lireChoisies(request.body);
    const resultat = await supprimerPieces(sql, magasin, compteId, ids, request.instant);
    if (resultat.kind === 'indisponible')
      return repondreSessionTerminee(request, reply, context, compteId);
    const message = messageDuNombre(resultat.nombre);
    return reply.redirect(avecMessage(adresses.piecesJointes, message), 303);
  });
}

function messageDuNombre(nombre: number) {
  if (nombre === 0) return 'piecesIndisponibles';
  return nombre === 1 ? 'pieceSupprimee' : 'piecesSupprimees';
}
