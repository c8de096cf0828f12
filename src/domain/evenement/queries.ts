// Reads and writes events addressed to one account.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import { type Evenement, type EvenementDeCompte, familleDe } from './evenement.ts';

/** Tells an account what just happened to it, and on which structure, in the transaction of the act. */
export async function annoncerAuCompte(
  tx: Transaction,
  compteId: number,
  quoi: EvenementDeCompte,
  instant: Date,
  structureId: number | null = null,
): Promise<void> {
  await tx`
    insert into evenement (recu_le, survenu_le, famille, quoi, compte_id, structure_id)
    values (${instant}, ${instant}, ${familleDe(quoi)}, ${quoi}, ${compteId}, ${structureId})`;
}

/** Tells many accounts the same, each about its structure, in the transaction of the act. */
export async function annoncerAuxComptes(
  tx: Connection,
  comptes: readonly { compteId: number; structureId: number }[],
  quoi: EvenementDeCompte,
  instant: Date,
): Promise<void> {
  if (comptes.length === 0) return;
  await tx`
    insert into evenement (recu_le, survenu_le, famille, quoi, compte_id, structure_id)
    select ${instant}, ${instant}, ${familleDe(quoi)}, ${quoi}, compte_id, structure_id
    from unnest(${comptes.map(({ compteId }) => compteId)}::bigint[],
      ${comptes.map(({ structureId }) => structureId)}::bigint[]) as c (compte_id, structure_id)`;
}

/** The newest events of an account; `instant` keeps the partitions of the months to come out of the reading. */
export async function derniersEvenements(
  sql: Connection,
  compteId: number,
  nombre: number,
  instant: Date,
): Promise<Evenement[]> {
  return sql<Evenement[]>`
    select e.id, e.quoi, e.survenu_le,
      (select s.designation from structure s where s.id = e.structure_id) as designation
    from evenement e
    where e.compte_id = ${compteId} and e.recu_le <= ${instant}
    order by e.id desc limit ${nombre}`;
}
