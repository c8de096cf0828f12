// SQL of the structures that somebody manages: their list, and those that hang by one manager (screens §4, §9).
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import { nommeeAinsi } from '../structure/queries-nom.ts';
import type { StructureGeree } from './queries-gestion.ts';

/** A structure in the list of who manages it. */
export type MaStructure = StructureGeree & {
  /** The requests that wait there for the reader, up to {@link ATTENTE_MAX} + 1. */
  enAttente: number;
};

/** What the list counts of each structure at most. */
export const ATTENTE_MAX = 99;
/** The structures looked at for the warning of the home page, and those that it names. */
const REGARDEES = 200;
const FRAGILES_NOMMEES = 5;

export type FiltreMesStructures = PageVoulue & {
  /** Words of the designation, or the beginning of the identifier; '' for all. */
  texte: string;
};

/** A page of the structures that the account manages that day, by name. */
export async function structuresGerees(
  sql: Connection,
  compteId: number,
  { texte, ...page }: FiltreMesStructures,
  jour: string,
): Promise<PageLue<MaStructure>> {
  const rows = await sql<(MaStructure & { total: number })[]>`
    with retenues as (
      select s.id, s.tri from structure s
      where s.id in (
          select p.structure_id from portees_actives(${compteId}, ${jour}) p where p.gestion)
        and ${nommeeAinsi(sql, texte)}
    ), decompte as (select count(*)::int as total from retenues),
    page as materialized (
      select id, tri from retenues order by tri, id
      limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from decompte)`)}
    )
    select s.id, s.type_identifiant, s.identifiant, s.designation, s.statut, r.role,
      (select count(*)::int from gestionnaires_actifs(s.id, ${jour})) as gestionnaires_actifs,
      ${vacant(sql)} as principal_vacant,
      (select count(*)::int from (
        select from demande d
        where d.structure_id = s.id and d.etat = 'EN_COURS_DE_VALIDATION'
          and d.nature in ('RATTACHEMENT', 'ABONNEMENT') and d.compte_id <> ${compteId}
        order by d.demandee_le, d.id
        limit ${ATTENTE_MAX + 1}
      ) d) as en_attente,
      (select total from decompte) as total
    from page p join structure s on s.id = p.id
    left join rattachement r on r.structure_id = s.id and r.compte_id = ${compteId}
      and r.supprime_le is null
    order by p.tri, p.id`;
  return lirePage<MaStructure>(rows);
}

/** No principal of structure `s` whose account is active (model §3). */
function vacant(sql: Connection) {
  return sql`not exists (
    select from rattachement p join compte c on c.id = p.compte_id and c.etat = 'ACTIF'
    where p.structure_id = s.id and p.role = 'GESTIONNAIRE_PRINCIPAL' and p.supprime_le is null)`;
}

/** A structure that the reader manages and that would stop without one person. */
export type StructureFragile = Pick<
  StructureGeree,
  'id' | 'designation' | 'statut' | 'role' | 'gestionnairesActifs' | 'principalVacant'
>;

/** The first of the active structures managed that day that have one active manager or none, or no principal. */
export async function structuresFragiles(
  sql: Connection,
  compteId: number,
  jour: string,
): Promise<StructureFragile[]> {
  return sql<StructureFragile[]>`
    with regardees as materialized (
      select s.id, s.designation, s.tri from structure s
      where s.statut = 'ACTIF' and s.id in (
        select p.structure_id from portees_actives(${compteId}, ${jour}) p where p.gestion)
      order by s.tri, s.id limit ${REGARDEES}
    )
    select s.id, s.designation, 'ACTIF' as statut, r.role, e.gestionnaires_actifs,
      e.principal_vacant
    from regardees s
    left join rattachement r on r.structure_id = s.id and r.compte_id = ${compteId}
      and r.supprime_le is null
    cross join lateral (
      select (select count(*)::int from (
          select from gestionnaires_actifs(s.id, ${jour}) limit 2) g) as gestionnaires_actifs,
        ${vacant(sql)} as principal_vacant
      offset 0
    ) e
    where e.gestionnaires_actifs < 2 or e.principal_vacant
    order by s.tri, s.id limit ${FRAGILES_NOMMEES}`;
}

export type StructureNommee = Pick<StructureGeree, 'id' | 'designation'>;

/** What a list of choice offers at most; beyond, the list of the structures leads to each one's queue. */
const NOMMEES = 100;

/** The names of the structures managed that day, the first in their order. */
export async function nomsDesStructuresGerees(
  sql: Connection,
  compteId: number,
  jour: string,
): Promise<StructureNommee[]> {
  return sql<StructureNommee[]>`
    select s.id, s.designation from structure s
    where s.id in (
      select p.structure_id from portees_actives(${compteId}, ${jour}) p where p.gestion)
    order by s.tri, s.id limit ${NOMMEES}`;
}
