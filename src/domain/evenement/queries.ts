// Writes events: to one account, to many, or to whoever holds a right when they are read; how a row
// is read back.
import type { PendingQuery, Row } from 'postgres';
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import { type Details, familleDe, type Quoi } from './evenement.ts';

/**
 * Tells an account what just happened to it, and on which structure, in the transaction of the act.
 */
export async function annoncerAuCompte(
  tx: Transaction,
  compteId: number,
  quoi: Quoi,
  instant: Date,
  structureId: number | null = null,
  details: Details = {},
): Promise<void> {
  await tx`
    insert into evenement (recu_le, survenu_le, famille, quoi, compte_id, structure_id, details)
    values (${instant}, ${instant}, ${familleDe(quoi)}, ${quoi}, ${compteId}, ${structureId},
      ${tx.json(details)})`;
}

/** Tells many accounts the same, each about its structure, in the transaction of the act. */
export async function annoncerAuxComptes(
  tx: Connection,
  comptes: readonly { compteId: number; structureId: number }[],
  quoi: Quoi,
  instant: Date,
  details: Details = {},
): Promise<void> {
  if (comptes.length === 0) return;
  await tx`
    insert into evenement (recu_le, survenu_le, famille, quoi, compte_id, structure_id, details)
    select ${instant}, ${instant}, ${familleDe(quoi)}, ${quoi}, compte_id, structure_id,
      ${tx.json(details)}::jsonb
    from unnest(${comptes.map(({ compteId }) => compteId)}::bigint[],
      ${comptes.map(({ structureId }) => structureId)}::bigint[]) as c (compte_id, structure_id)`;
}

/**
 * The right whose holders are told: an espace, by its code, on a structure or on one of its
 * services.
 */
export type DroitVise = { structureId: number; serviceId: number | null; espace: string };

/** Tells those who hold a right when they read it, in the transaction of the act. */
export async function annoncerAuxTitulaires(
  tx: Transaction,
  { structureId, serviceId, espace }: DroitVise,
  quoi: Quoi,
  instant: Date,
  details: Details = {},
): Promise<void> {
  await tx`
    insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, service_id, espace_id, details)
    values (${instant}, ${instant}, ${familleDe(quoi)}, ${quoi}, ${structureId}, ${serviceId},
      (select id from espace where code = ${espace}), ${tx.json(details)})`;
}

/** What is read of an event `e`: the columns of an `Evenement`. */
export function colonnesDEvenement(sql: Connection): PendingQuery<Row[]> {
  return sql`e.id, e.famille, e.quoi, e.survenu_le, e.structure_id, e.details,
    (select s.designation from structure s where s.id = e.structure_id) as designation,
    (select json_build_object('code', p.code, 'libelleFr', p.libelle_fr, 'libelleEn', p.libelle_en)
      from espace p where p.id = e.espace_id or p.code = e.details->>'espace' limit 1) as espace`;
}
