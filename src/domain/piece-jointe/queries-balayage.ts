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

/** Deletes what is kept no longer: rejected rows, drawers of accounts deactivated long ago (model §7). */
export async function effacerPerimees(
  sql: Connection,
  { rejeteesAvant, desactivesAvant }: { rejeteesAvant: Date; desactivesAvant: Date },
): Promise<void> {
  await sql`
    delete from piece_jointe where etat = 'REJETEE' and analysee_le < ${rejeteesAvant}`;
  await sql`
    delete from piece_jointe where compte_id in (
      select id from compte where etat = 'INACTIF' and desactive_le < ${desactivesAvant})`;
}
