// SQL of the invoices' events that come from outside: what the directory knows, what came before,
// what is told; by batch.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { EvenementDeFacture, Partie } from './reception.ts';

export type StructureNommee = Partie & { id: number; designation: string };
export type ServiceNomme = { structureId: number; code: string; id: number; libelle: string };

/** The structures that these parties name. */
export async function structuresNommees(
  sql: Connection,
  parties: readonly Partie[],
): Promise<StructureNommee[]> {
  return sql<StructureNommee[]>`
    select s.id, s.type_identifiant, s.identifiant, s.designation
    from unnest(${parties.map(({ typeIdentifiant }) => typeIdentifiant)}::text[],
      ${parties.map(({ identifiant }) => identifiant)}::text[]) as p (type_identifiant, identifiant)
    join structure s on s.type_identifiant = p.type_identifiant and s.identifiant = p.identifiant`;
}

/** The services of these codes, each on its structure; closed ones too. */
export async function servicesNommes(
  sql: Connection,
  codes: readonly { structureId: number; code: string }[],
): Promise<ServiceNomme[]> {
  if (codes.length === 0) return [];
  return sql<ServiceNomme[]>`
    select v.structure_id, v.code, v.id, v.libelle
    from unnest(${codes.map(({ structureId }) => structureId)}::bigint[],
      ${codes.map(({ code }) => code)}::text[]) as c (structure_id, code)
    join service v on v.structure_id = c.structure_id and v.code = c.code`;
}

/** Those of these ids that a source sent before. */
export async function idsConnus(
  tx: Transaction,
  source: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx<{ idExterne: string }[]>`
    select id_externe from evenement_recu
    where source = ${source} and id_externe = any (${[...ids]}::text[])`;
  return new Set(rows.map(({ idExterne }) => idExterne));
}

/**
 * Keeps the ids that a source had not sent yet, and gives them. In one order: two calls with the
 * same lines wait for each other, never in a circle.
 */
export async function retenirIds(
  tx: Transaction,
  source: string,
  ids: readonly string[],
  instant: Date,
): Promise<Set<string>> {
  const rows = await tx<{ idExterne: string }[]>`
    insert into evenement_recu (source, id_externe, recu_le)
    select ${source}, id, ${instant} from unnest(${[...ids]}::text[]) as i (id) order by id collate "C"
    on conflict do nothing returning id_externe`;
  return new Set(rows.map(({ idExterne }) => idExterne));
}

/** Tells the holders of the rights named what happened to invoices, in the order given. */
export async function annoncerFactures(
  tx: Transaction,
  evenements: readonly (EvenementDeFacture & { survenuLe: Date })[],
  instant: Date,
): Promise<void> {
  if (evenements.length === 0) return;
  await tx`
    insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, service_id, espace_id, details)
    select ${instant}, v.survenu_le::timestamptz, 'FACTURE', 'FACTURE', v.structure_id, v.service_id, e.id, v.details::jsonb
    from unnest(
      ${evenements.map(({ survenuLe }) => survenuLe.toISOString())}::text[],
      ${evenements.map(({ structureId }) => structureId)}::bigint[],
      ${evenements.map(({ serviceId }) => serviceId) as number[]}::bigint[],
      ${evenements.map(({ espace }) => espace)}::text[],
      ${evenements.map(({ details }) => JSON.stringify(details))}::text[]
    ) with ordinality as v (survenu_le, structure_id, service_id, espace, details, rang)
    join espace e on e.code = v.espace
    order by v.rang`;
}
