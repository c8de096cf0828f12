// The analysis of what was received (screens §8): served once the antivirus has found nothing, erased otherwise.
import type { Antivirus } from '../../platform/antivirus/antivirus.ts';
import type { Magasin } from '../../platform/fichiers/magasin.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import { decideAnalyse } from './piece-jointe.ts';
import { commencerAnalyse, conclureAnalyse, piecesEnAttente } from './queries-analyse.ts';

/** What an analysis came to; « rien »: there was nothing to look at any more. */
export type FinDAnalyse = 'disponible' | 'rejetee' | 'indecise' | 'attend' | 'rien';

/**
 * Has one file looked at. Twice is harmless; while the antivirus does not answer, the file waits.
 */
export async function analyserPiece(
  sql: Sql,
  magasin: Magasin,
  antivirus: Antivirus | null,
  pieceId: number,
  instant: Date,
): Promise<FinDAnalyse> {
  const piece = await commencerAnalyse(sql, pieceId);
  if (!piece) return 'rien';
  const verdict = antivirus && (await antivirus.analyser(await magasin.lire(piece.fichier)));
  const decision = decideAnalyse(verdict);
  if (decision.kind === 'attend' || decision.kind === 'indecise') return decision.kind;
  const motif = decision.kind === 'rejetee' ? decision.motif : null;
  const conclue = await sql.begin(async (tx) => {
    const finie = await conclureAnalyse(tx, pieceId, motif, instant);
    if (!finie) return false;
    if (motif !== null) {
      const { compteId } = finie;
      const ligne = { instant, acteurCompteId: null, compteId, details: { motif } };
      const objet = { objet: 'piece_jointe', objetId: pieceId } as const;
      await journaliser(tx, { ...ligne, ...objet, acte: 'PIECE_REJETEE' });
      await annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', instant);
    }
    return true;
  });
  if (!conclue) return 'rien';
  if (motif !== null) await magasin.supprimer(piece.fichier);
  return decision.kind;
}

/** What is received is looked at by its own job; what is older than this waits for an antivirus that was down. */
const ATTENTE_MS = 30_000;
const PIECES_PAR_PASSAGE = 100;
/** One silence may be due to the file, which clamd hung up on; two in a row are the antivirus's. */
const SILENCES_MAX = 2;

/**
 * Takes up what waits, until the antivirus stops answering. A file that cannot be read, or of which the
 * antivirus cannot tell, holds nobody up: its id is given back.
 */
export async function analyserEnAttente(
  sql: Sql,
  magasin: Magasin,
  antivirus: Antivirus | null,
  instant: Date,
): Promise<{ analysees: number; illisibles: number[] }> {
  const avant = new Date(instant.getTime() - ATTENTE_MS);
  const illisibles: number[] = [];
  let analysees = 0;
  let silences = 0;
  for (const id of await piecesEnAttente(sql, avant, PIECES_PAR_PASSAGE)) {
    const fin = await analyserPiece(sql, magasin, antivirus, id, instant).catch(() => null);
    silences = fin === 'attend' ? silences + 1 : 0;
    if (silences === SILENCES_MAX) break;
    if (fin === 'attend') continue;
    if (fin === null || fin === 'indecise') illisibles.push(id);
    else analysees += 1;
  }
  return { analysees, illisibles };
}
