// SQL of what waits for the antivirus, and of what it decided.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { MotifDeRejet } from './piece-jointe.ts';

/** The task of the queue that has one file looked at. */
export const TACHE_ANALYSER_PIECE = 'analyser-piece';

/** Asks for the analysis of a file, in the transaction that receives it. */
export async function demanderAnalyse(tx: Transaction, pieceId: number): Promise<void> {
  const charge = tx.json({ pieceId });
  await tx`select graphile_worker.add_job(${TACHE_ANALYSER_PIECE}, ${charge}::json)`;
}

/** Marks a file « en analyse »; nothing when there is nothing to wait for any more. */
export async function commencerAnalyse(
  sql: Connection,
  pieceId: number,
): Promise<{ fichier: string } | undefined> {
  const [piece] = await sql<{ fichier: string }[]>`
    update piece_jointe set etat = 'EN_ANALYSE'
    where id = ${pieceId} and etat in ('RECUE', 'EN_ANALYSE')
    returning fichier`;
  return piece;
}

/** Writes the end of the analysis; nothing when another came first, or the file was deleted meanwhile. */
export async function conclureAnalyse(
  tx: Transaction,
  pieceId: number,
  motif: MotifDeRejet | null,
  instant: Date,
): Promise<{ compteId: number } | undefined> {
  const [piece] = await tx<{ compteId: number }[]>`
    update piece_jointe set etat = ${motif === null ? 'DISPONIBLE' : 'REJETEE'},
      motif_rejet = ${motif}, analysee_le = ${instant}
    where id = ${pieceId} and etat in ('RECUE', 'EN_ANALYSE')
    returning compte_id`;
  return piece;
}

/** What waits since before this instant, oldest first. */
export async function piecesEnAttente(
  sql: Connection,
  avant: Date,
  nombre: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from piece_jointe
    where etat in ('RECUE', 'EN_ANALYSE') and ajoutee_le <= ${avant}
    order by id limit ${nombre}`;
  return rows.map(({ id }) => id);
}
