// SQL of what waits for the antivirus, and of what it decided.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { MotifDeRejet } from './piece-jointe.ts';

/** The task of the queue that has one file looked at. */
export const TACHE_ANALYSER_PIECE = 'analyser-piece';

/** Marks its jobs: while enough of them run, workers take others, as the mails. */
export const DRAPEAU_ANALYSE = 'analyse';

/** Asks for the analysis of a file, in the transaction that receives it. */
export async function demanderAnalyse(tx: Transaction, pieceId: number): Promise<void> {
  const charge = tx.json({ pieceId });
  await tx`select graphile_worker.add_job(
    ${TACHE_ANALYSER_PIECE}, ${charge}::json, flags => array[${DRAPEAU_ANALYSE}]::text[])`;
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

/** Some of what waits since before this instant, drawn at random: what fails again and again is not always first. */
export async function piecesEnAttente(
  sql: Connection,
  avant: Date,
  nombre: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from piece_jointe
    where etat in ('RECUE', 'EN_ANALYSE') and ajoutee_le <= ${avant}
    order by random() limit ${nombre}`;
  return rows.map(({ id }) => id);
}
