// Serves the file of a pièce jointe to its owner (screens §8): shown only when its kind is safe, in a sandbox.
import { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adressePieceJointe, adresses } from '../../../../domain/adresses.ts';
import { affichageDe } from '../../../../domain/piece-jointe/formats.ts';
import type { PieceAServir } from '../../../../domain/piece-jointe/piece-jointe.ts';
import { piecesAServir } from '../../../../domain/piece-jointe/queries.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { WebContext } from '../../../commun/contexte.ts';
import { idDuChemin } from '../../../commun/identifiant.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import { lireIntervalle } from './intervalle.ts';

/**
 * What a file may do in the browser: nothing, not even be of our origin. Browsers draw images and texts with a style of
 * their own.
 */
const BAC_A_SABLE =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Answers with the file, a part of it, « unchanged », or why there is none. */
export async function servir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  comment: 'consulter' | 'telecharger',
): Promise<FastifyReply> {
  const piece = await trouver(request, context);
  if (!piece) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  if (piece.etat !== 'DISPONIBLE') {
    const message = piece.etat === 'REJETEE' ? 'pieceRejetee' : 'pieceEnAnalyse';
    return reply.redirect(avecMessage(adresses.piecesJointes, message), 303);
  }
  const affichage = affichageDe(piece.extension);
  if (comment === 'consulter' && affichage === null)
    return reply.redirect(adressePieceJointe(piece.id, 'telecharger'), 303);
  return envoyer(request, reply, context, {
    ...piece,
    montree: comment === 'consulter' && affichage,
  });
}

async function trouver(
  request: FastifyRequest,
  { sql }: WebContext,
): Promise<PieceAServir | undefined> {
  const { compteId } = agentDe(request);
  const id = idDuChemin(request.params);
  const [piece] = id === null ? [] : await piecesAServir(sql, compteId, [id]);
  if (!piece) request.log.warn({ compteId, id }, 'no such pièce jointe of this account');
  return piece;
}

/** A piece, and what it is shown as when it is. */
type PieceServie = PieceAServir & { montree: string | false | null };

function entetes(reply: FastifyReply, { nomFichier, typeMime, montree }: PieceServie): void {
  const type = montree ? 'inline' : 'attachment';
  reply
    .header('content-security-policy', BAC_A_SABLE)
    .header('content-disposition', contentDisposition(nomFichier, { type }))
    // Kept by the browser alone, and asked again each time: the person may have signed out.
    .header('cache-control', 'private, no-cache')
    .header('accept-ranges', 'bytes')
    // The charset of a text was found when it came; it holds for whatever it is shown as.
    .type(montree ? typeMime.replace(/^[^;]+/, montree) : typeMime);
}

async function envoyer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  piece: PieceServie,
): Promise<FastifyReply> {
  const { tailleOctets: taille, empreinteSha256 } = piece;
  const etag = `"${empreinteSha256.toString('hex')}"`;
  const { 'if-none-match': connus, 'if-range': si, range } = request.headers;
  const inchange = connus !== undefined && estConnu(connus, etag);
  const voulu = lireIntervalle(si === undefined || si === etag ? range : undefined, taille);
  const partie = voulu.kind === 'partie' ? voulu : undefined;
  const { debut, fin } = partie ?? { debut: 0, fin: taille - 1 };
  const lue = !inchange && voulu.kind !== 'dehors' && request.method !== 'HEAD';
  // Opened before anything is said of it: the page of an error must not go out under the file's headers.
  const contenu = lue ? await ouvrir(request, context, piece, partie) : Readable.from([]);
  if (!contenu) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  entetes(reply, piece);
  reply.header('etag', etag);
  if (inchange) return reply.code(304).send();
  if (voulu.kind === 'dehors')
    return reply.code(416).header('content-range', `bytes */${taille}`).send();
  if (partie) reply.code(206).header('content-range', `bytes ${debut}-${fin}/${taille}`);
  return reply.header('content-length', fin - debut + 1).send(contenu);
}

// Null when the piece was deleted in between; a row whose file is missing is an error.
async function ouvrir(
  request: FastifyRequest,
  context: WebContext,
  { fichier }: PieceAServir,
  partie: { debut: number; fin: number } | undefined,
): Promise<Readable | null> {
  try {
    return await context.magasin.lire(fichier, partie);
  } catch (error) {
    if (await trouver(request, context)) throw error;
    return null;
  }
}

function estConnu(connus: string, etag: string): boolean {
  const liste = connus.split(',').map((connu) => connu.trim().replace(/^W\//, ''));
  return liste.includes(etag) || liste.includes('*');
}
