// SQL of the tokens of programs, found by their hash.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Jeton, Portee } from './jeton.ts';

const COLONNES = (sql: Connection) =>
  sql`id, source, portee, cree_le, expire_le, revoque_le, utilise_le`;

/** The token of this hash. */
export async function trouverJeton(sql: Connection, cle: Buffer): Promise<Jeton | undefined> {
  const [jeton] = await sql<Jeton[]>`
    select ${COLONNES(sql)} from jeton_api where empreinte = ${cle}`;
  return jeton;
}

/** All tokens, the newest first. */
export async function tousLesJetons(sql: Connection): Promise<Jeton[]> {
  return sql<Jeton[]>`select ${COLONNES(sql)} from jeton_api order by id desc`;
}

/** Stores the hash of a new token; gives its id. */
export async function insererJeton(
  tx: Transaction,
  { source, portee, expireLe }: { source: string; portee: Portee; expireLe: Date },
  cle: Buffer,
  instant: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into jeton_api (source, portee, empreinte, cree_le, expire_le)
    values (${source}, ${portee}, ${cle}, ${instant}, ${expireLe}) returning id`;
  if (!row) throw new Error('the token was not stored');
  return row.id;
}

/** Ends a token; false when there is none of this id, or when it was revoked before. */
export async function marquerRevoque(tx: Transaction, id: number, instant: Date): Promise<boolean> {
  const rows = await tx`
    update jeton_api set revoque_le = ${instant} where id = ${id} and revoque_le is null returning id`;
  return rows.length > 0;
}

/** Remembers that a token was used. */
export async function noterUsage(sql: Connection, id: number, instant: Date): Promise<void> {
  await sql`update jeton_api set utilise_le = ${instant} where id = ${id}`;
}
