// SQL of the structures that nobody manages, for the référents of their département (model §3).
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { TypeIdentifiant } from '../structure/structure.ts';

/** A structure with people attached and nobody to decide for them. */
export type StructureSansGestionnaire = {
  id: number;
  typeIdentifiant: TypeIdentifiant;
  identifiant: string;
  designation: string;
  /** People attached, and requests that wait. */
  rattaches: number;
  demandes: number;
};

/** The départements of a référent; null for the whole country, undefined when the account is none. */
export async function departementsDuReferent(
  sql: Connection,
  compteId: number,
): Promise<string[] | null | undefined> {
  const [row] = await sql<{ referentNational: boolean; referentDepartements: string[] }[]>`
    select referent_national, referent_departements from compte
    where id = ${compteId} and etat = 'ACTIF'
      and (referent_national or referent_departements <> '{}')`;
  if (!row) return undefined;
  return row.referentNational ? null : row.referentDepartements.toSorted();
}

/**
 * The active structures of a département that have people or requests and no active manager, by
 * name; null: those of no département, which only a référent of the whole country has. `compteId`
 * is the référent, whose départements bound what is read.
 */
export async function structuresSansGestionnaire(
  sql: Connection,
  compteId: number,
  { departement, ...page }: PageVoulue & { departement: string | null },
  jour: string,
): Promise<PageLue<StructureSansGestionnaire>> {
  const rows = await sql<(StructureSansGestionnaire & { total: number })[]>`
    with orphelines as materialized (
      select s.id, s.tri from structure s
      join compte moi on moi.id = ${compteId}
        and (moi.referent_national or s.departement = any (moi.referent_departements))
      where ${departement === null ? sql`s.departement is null` : sql`s.departement = ${departement}`}
        and s.statut = 'ACTIF'
        and (exists (select from rattachement r
            where r.structure_id = s.id and r.supprime_le is null)
          or exists (select from demande d
            where d.structure_id = s.id and d.etat = 'EN_COURS_DE_VALIDATION'))
        and not exists (select from gestionnaires_actifs(s.id, ${jour}))
    ), compte_total as (select count(*)::int as total from orphelines)
    select s.id, s.type_identifiant, s.identifiant, s.designation,
      (select count(*)::int from rattachement r
        where r.structure_id = s.id and r.supprime_le is null) as rattaches,
      (select count(*)::int from demande d
        where d.structure_id = s.id and d.etat = 'EN_COURS_DE_VALIDATION') as demandes,
      (select total from compte_total) as total
    from (
      select id, tri from orphelines order by tri, id
      limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from compte_total)`)}
    ) p join structure s on s.id = p.id
    order by p.tri, p.id`;
  return lirePage<StructureSansGestionnaire>(rows);
}

/** What the référent's page of a structure says of it. */
export type StructureDuReferent = {
  id: number;
  identifiant: string;
  designation: string;
  departement: string | null;
};

/** A structure, for a référent whose right the caller has checked. */
export async function structureDuReferent(
  sql: Connection,
  id: number,
): Promise<StructureDuReferent | undefined> {
  const [structure] = await sql<StructureDuReferent[]>`
    select id, identifiant, designation, departement from structure where id = ${id}`;
  return structure;
}
