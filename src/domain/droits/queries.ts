// SQL of who may act on a structure: the référents of its département, the structures that somebody manages.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { StructureVerrouillee } from '../demande/queries-situation.ts';

/** Locks a structure against every other act on who manages it. */
export async function verrouillerStructure(
  tx: Transaction,
  id: number,
): Promise<StructureVerrouillee | undefined> {
  const [structure] = await tx<StructureVerrouillee[]>`
    select id, designation, statut, type_structure, type_identifiant
    from structure where id = ${id}
    for no key update`;
  return structure;
}

/** True when the account is a référent, of the whole country or of the structure's département. */
export async function estReferentDe(
  sql: Connection,
  compteId: number,
  structureId: number,
): Promise<boolean> {
  const [row] = await sql`
    select from compte c join structure s on s.id = ${structureId}
    where c.id = ${compteId} and c.etat = 'ACTIF'
      and (c.referent_national or s.departement = any (c.referent_departements))`;
  return row !== undefined;
}
