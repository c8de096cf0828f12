// Reads and writes events addressed to one account.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Evenement, EvenementDeCompte } from './evenement.ts';

/** Tells an account what just happened to it, in the transaction of the act. */
export async function annoncerAuCompte(
  tx: Transaction,
  compteId: number,
  quoi: EvenementDeCompte,
  instant: Date,
): Promise<void> {
  await tx`
    insert into evenement (recu_le, survenu_le, famille, quoi, compte_id)
    values (${instant}, ${instant}, 'COMPTE', ${quoi}, ${compteId})`;
}

/** The newest events of an account; `instant` keeps the partitions of the months to come out of the reading. */
export async function derniersEvenements(
  sql: Connection,
  compteId: number,
  nombre: number,
  instant: Date,
): Promise<Evenement[]> {
  return sql<Evenement[]>`
    select id, quoi, survenu_le from evenement
    where compte_id = ${compteId} and recu_le <= ${instant} order by id desc limit ${nombre}`;
}
