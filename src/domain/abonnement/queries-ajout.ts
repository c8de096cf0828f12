// SQL of what « Ajouter un abonnement » shows (screens §7): one's structures, then one's services on one of them.
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { ServiceLu } from '../structure/fiche.ts';
import { nommeeAinsi } from '../structure/queries-nom.ts';
import type { StatutStructure } from '../structure/structure.ts';

/** A structure that somebody is attached to. */
export type StructureTenue = {
  id: number;
  identifiant: string;
  designation: string;
  statut: StatutStructure;
};

/** `texte`: words of the designation, or the beginning of the identifier; '' for all. */
export type FiltreDeStructures = PageVoulue & { texte: string };

/** A page of the active structures on which an account has an active line, by name, with how many espaces are open. */
export async function structuresTenues(
  sql: Connection,
  compteId: number,
  { texte, ...page }: FiltreDeStructures,
  jour: string,
): Promise<PageLue<StructureTenue & { ouverts: number }>> {
  const rows = await sql<(StructureTenue & { ouverts: number; total: number })[]>`
    with retenues as (
      select s.id, s.tri from structure s
      where s.statut = 'ACTIF' and s.id in (
          select p.structure_id from portees_actives(${compteId}, ${jour}) p
          where p.rattachement_id is not null)
        and ${nommeeAinsi(sql, texte)}
    ), decompte as (select count(*)::int as total from retenues),
    page as materialized (
      select id, tri from retenues order by tri, id
      limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from decompte)`)}
    )
    select s.id, s.identifiant, s.designation, s.statut, (select total from decompte) as total,
      (select count(*)::int from espace_structure o join espace e on e.id = o.espace_id
        where o.structure_id = s.id and o.ferme_le is null and not e.par_defaut) as ouverts
    from page p join structure s on s.id = p.id
    order by p.tri, p.id`;
  return lirePage<StructureTenue & { ouverts: number }>(rows);
}

/** A structure that an account is attached to, whatever its state; nothing otherwise. */
export async function structureTenue(
  sql: Connection,
  compteId: number,
  structureId: number,
): Promise<StructureTenue | undefined> {
  const [structure] = await sql<StructureTenue[]>`
    select s.id, s.identifiant, s.designation, s.statut
    from rattachement r join structure s on s.id = r.structure_id
    where r.compte_id = ${compteId} and r.structure_id = ${structureId}
      and r.supprime_le is null`;
  return structure;
}

export type FiltreDeServices = PageVoulue & { texte: string };

/** A page of the open services of a structure that an account's active lines cover, by code. */
export async function servicesTenus(
  sql: Connection,
  compteId: number,
  structureId: number,
  { texte, ...page }: FiltreDeServices,
  jour: string,
): Promise<PageLue<ServiceLu>> {
  const rows = await sql<(ServiceLu & { total: number })[]>`
    with tenus as materialized (
      select p.service_id from portees_actives(${compteId}, ${jour}) p
      where p.structure_id = ${structureId} and p.rattachement_id is not null and not p.gestion
    ), retenus as (
      select v.id, v.code, v.libelle, v.date_debut, v.date_fin, v.engagement_obligatoire
      from service v
      where v.structure_id = ${structureId} and (v.date_fin is null or v.date_fin >= ${jour})
        and (exists (select from tenus where service_id is null)
          or v.id in (select service_id from tenus))
        and (${texte} = '' or starts_with(upper(v.code), upper(${texte}))
          or strpos(plier(v.libelle), ltrim(plier(${texte}))) > 0)
    ), decompte as (select count(*)::int as total from retenus)
    select r.*, (select total from decompte) as total from retenus r
    order by r.code collate "C", r.id
    limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from decompte)`)}`;
  return lirePage<ServiceLu>(rows);
}
