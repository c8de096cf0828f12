// SQL of what the MADRHAS feed reads of the rattachements: look-ups for a whole batch at once.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import { cleStructure, type EntreeFlux, type RattachementCourant } from './flux.ts';

/** A structure that the feed names, with those of the named services that it has, by code. */
export type Repere = { structureId: number; services: Map<string, number> };
/** By `cleStructure`. */
export type Reperes = Map<string, Repere>;

/** Finds the structures and services that entries name; what is missing does not exist. */
export async function chercherReperes(
  sql: Connection,
  entrees: Pick<EntreeFlux, 'typeIdentifiant' | 'identifiant' | 'services'>[],
): Promise<Reperes> {
  const reperes: Reperes = new Map();
  if (entrees.length === 0) return reperes;
  const rows = await sql<
    { typeIdentifiant: string; identifiant: string; id: number; codes: Record<string, number> }[]
  >`
    select s.type_identifiant, s.identifiant, s.id,
      coalesce(json_object_agg(v.code, v.id) filter (where v.id is not null), '{}') as codes
    from (
      select distinct t.type_identifiant, t.identifiant from unnest(
        ${entrees.map((e) => e.typeIdentifiant)}::text[],
          ${entrees.map((e) => e.identifiant)}::text[]
      ) as t (type_identifiant, identifiant)
    ) n
    join structure s on s.type_identifiant = n.type_identifiant and s.identifiant = n.identifiant
    left join service v on v.structure_id = s.id
      and v.code = any (${[...new Set(entrees.flatMap((e) => e.services))]}::text[])
    group by s.id`;
  for (const { id, codes, ...structure } of rows) {
    reperes.set(cleStructure(structure), {
      structureId: id,
      services: new Map(Object.entries(codes)),
    });
  }
  return reperes;
}

/** Locks and reads the live rattachements of accounts, with their live lines. */
export async function verrouillerRattachements(
  tx: Transaction,
  compteIds: number[],
): Promise<RattachementCourant[]> {
  if (compteIds.length === 0) return [];
  await tx`
    select from rattachement where compte_id = any (${compteIds}::bigint[]) and supprime_le is null
    order by id for update`;
  return tx<RattachementCourant[]>`
    select r.id, r.compte_id, r.structure_id, s.type_identifiant, s.identifiant, r.role,
      r.flux ->> 'role' as role_du_flux,
      (
        select coalesce(json_agg(json_build_object('id', l.id, 'service', v.code, 'dateDebut',
          l.date_debut,
          'dateFin', l.date_fin, 'statut', l.statut, 'origine', l.origine) order by l.id), '[]')
        from rattachement_ligne l left join service v on v.id = l.service_id
        where l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
      ) as lignes
    from rattachement r join structure s on s.id = r.structure_id
    where r.compte_id = any (${compteIds}::bigint[]) and r.supprime_le is null`;
}

/** Which of the structures have a gestionnaire principal, whatever the state of the account. */
export async function structuresTenues(tx: Transaction, structureIds: number[]): Promise<number[]> {
  if (structureIds.length === 0) return [];
  const rows = await tx<{ structureId: number }[]>`
    select structure_id from rattachement
    where structure_id = any (${structureIds}::bigint[]) and role = 'GESTIONNAIRE_PRINCIPAL'
      and supprime_le is null`;
  return rows.map(({ structureId }) => structureId);
}
