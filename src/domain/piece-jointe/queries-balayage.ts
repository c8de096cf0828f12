// SQL of the sweeper: what the store holds against what rows name, and what has had its time.
import type { Connection } from '../../platform/postgres/sql.ts';

/** Of these files, those that a row names; the file of a rejected piece is not to be there. */
export async function fichiersNommes(
  sql: Connection,
  fichiers: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ fichier: string }[]>`
    select fichier from piece_jointe
    where fichier = any (${[...fichiers]}::uuid[]) and etat <> 'REJETEE'`;
  return new Set(rows.map(({ fichier }) => fichier));
}

/** Rows after this id, in order, that name a file. */
export async function piecesApres(
  sql: Connection,
  id: number,
  nombre: number,
): Promise<{ id: number; fichier: string }[]> {
  return sql<{ id: number; fichier: string }[]>`
    select id, fichier from piece_jointe where id > ${id} and etat <> 'REJETEE'
    order by id limit ${nombre}`;
}

/** Of these rows, those that still are there and name a file. */
export async function toujoursNommees(sql: Connection, ids: readonly number[]): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from piece_jointe where id = any (${[...ids]}::bigint[]) and etat <> 'REJETEE'
    order by id`;
  return rows.map(({ id }) => id);
}

/** Deletes the rows rejected before this instant: their owners had the time to read why. */
export async function effacerRejetees(sql: Connection, avant: Date): Promise<void> {
  await sql`delete from piece_jointe where etat = 'REJETEE' and analysee_le < ${avant}`;
}

/** Empties some of the drawers of accounts deactivated before this instant; gives what was in them. */
export async function viderTiroirs(
  sql: Connection,
  avant: Date,
  nombre: number,
): Promise<{ id: number; compteId: number }[]> {
  return sql<{ id: number; compteId: number }[]>`
    delete from piece_jointe where id in (
      select p.id from piece_jointe p join compte c on c.id = p.compte_id
      where c.etat = 'INACTIF' and c.desactive_le < ${avant}
      limit ${nombre})
    returning id, compte_id`;
}
