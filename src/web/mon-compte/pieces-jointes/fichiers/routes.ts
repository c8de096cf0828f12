// The files themselves (screens §8): « Consulter », « Télécharger », several as one ZIP.
import { create as contentDisposition } from 'content-disposition';
import { adresses } from '../../../../domain/adresses.ts';
import type { PieceAServir } from '../../../../domain/piece-jointe/piece-jointe.ts';
import { piecesAServir } from '../../../../domain/piece-jointe/queries.ts';
import { type Translate, textesDe } from '../../../../platform/textes/index.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import { lireChoisies } from '../choisies.ts';
import { archiver } from './archive.ts';
import { servir } from './servir.ts';

export function fichiersRoutes(app: App, context: WebContext): void {
  const { sql, magasin } = context;
  for (const comment of ['consulter', 'telecharger'] as const) {
    app.get(`${adresses.piecesJointes}/:id/${comment}`, (request, reply) =>
      servir(request, reply, context, comment),
    );
  }

  app.get(adresses.archiveDePiecesJointes, { exposeHeadRoute: false }, async (request, reply) => {
    const { compteId } = agentDe(request);
    const ids = lireChoisies(request.query);
    const retour = (message: Parameters<typeof avecMessage>[1]) =>
      reply.redirect(avecMessage(adresses.piecesJointes, message), 303);
    if (ids.length === 0) return retour('piecesACocher');
    const pieces = await piecesAServir(sql, compteId, ids);
    if (pieces.length === 0) {
      request.log.warn({ compteId, ids }, 'no such pièce jointe of this account');
      return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    }
    const disponibles = pieces.filter(({ etat }) => etat === 'DISPONIBLE');
    if (disponibles.length === 0) return retour('piecesSansFichier');
    const t = textesDe(request.langue);
    const nom = `${t('piecesJointes.archive')}.zip`;
    const absentes = pieces.filter(({ etat }) => etat !== 'DISPONIBLE');
    return reply
      .type('application/zip')
      .header('content-disposition', contentDisposition(nom))
      .send(archiver(magasin, disponibles, noteDesAbsentes(t, absentes)));
  });
}

// A download has no page to say it: what was ticked and is not there is named in the archive itself.
function noteDesAbsentes(t: Translate, pieces: readonly PieceAServir[]) {
  if (pieces.length === 0) return undefined;
  const noms = pieces.map(({ nomFichier }) => `- ${nomFichier}\r\n`);
  return {
    nom: `${t('piecesJointes.absentes.nom')}.txt`,
    texte: `${t('piecesJointes.absentes.texte')}\r\n${noms.join('')}`,
  };
}
