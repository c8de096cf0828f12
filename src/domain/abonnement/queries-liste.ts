// SQL of the abonnements of an account, one row a triplet: by default, granted, asked, refused (screens §7).
import type { PendingQuery, Row } from 'postgres';
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import { nommeeAinsi } from '../structure/queries-nom.ts';
import type { Abonnement, FiltreDAbonnements } from './liste.ts';

type Fragment = PendingQuery<Row[]>;

/**
 * A page of the abonnements of an account: those that wait and those refused first, then by
 * structure, the whole of it before its services, in the order of the catalogue.
 */
export async function abonnementsDuCompte(
  sql: Connection,
  compteId: number,
  { texte, etat, ...page }: FiltreDAbonnements,
  jour: string,
): Promise<PageLue<Abonnement>> {
  const source = sql`
    ${tenus(sql, compteId, jour)}, tous ${colonnes(sql)} as (
      ${parDefaut(sql)} union all ${monCompte(sql)} union all ${accordes(sql, compteId, jour)}
      union all ${demandes(sql, compteId)} union all ${refuses(sql, compteId)}
    )`;
  const conditions = sql`
    (${etat}::text is null or t.etat = ${etat})
    and ${nommeeAinsi(sql, texte)}`;
  return lire(sql, compteId, jour, { source, conditions }, page);
}

/** A page of the scopes on which an account holds an espace that day. */
export async function porteesDeLEspace(
  sql: Connection,
  compteId: number,
  code: string,
  page: PageVoulue,
  jour: string,
): Promise<PageLue<Abonnement>> {
  const source = sql`
    ${tenus(sql, compteId, jour)}, tous ${colonnes(sql)} as (
      ${parDefaut(sql)} union all ${accordes(sql, compteId, jour)}
    )`;
  const conditions = sql`t.etat in ('PAR_DEFAUT', 'VALIDE')
    and t.espace_id = (select id from espace where code = ${code})`;
  return lire(sql, compteId, jour, { source, conditions }, page);
}

/** Whose abonnements a manager looks at: `id`, one of them alone. */
export type Porteur = { compteId: number; rattachementId: number; id?: number };

/** A page of the granted abonnements that a rattachement carries, for its managers. */
export async function abonnementsDuRattachement(
  sql: Connection,
  { compteId, rattachementId, id }: Porteur,
  page: PageVoulue,
  jour: string,
): Promise<PageLue<Abonnement>> {
  const source = sql`
    ${tenus(sql, compteId, jour)}, tous ${colonnes(sql)} as (${accordes(sql, compteId, jour)})`;
  const conditions = sql`exists (
    select from abonnement a where a.id = t.id and a.rattachement_id = ${rattachementId})
    and (${id ?? null}::bigint is null or t.id = ${id ?? null})`;
  return lire(sql, compteId, jour, { source, conditions }, page);
}

/** Those of these granted abonnements that are the account's and live. */
export async function abonnementsChoisis(
  sql: Connection,
  compteId: number,
  ids: number[],
  jour: string,
): Promise<Abonnement[]> {
  const source = sql`
    ${tenus(sql, compteId, jour)}, tous ${colonnes(sql)} as (${accordes(sql, compteId, jour)})`;
  const conditions = sql`t.id = any (${ids}::bigint[])`;
  const page = { page: 1, parPage: ids.length };
  return (await lire(sql, compteId, jour, { source, conditions }, page)).lignes;
}

// The same of every source.
const colonnes = (sql: Connection): Fragment =>
  sql`(etat, id, demande_id, espace_id, structure_id, service_id, mode)`;

// Once: the scopes that count that day, and what espaces they give.
function tenus(sql: Connection, compteId: number, jour: string): Fragment {
  return sql`
    droits as materialized (select * from espaces_tenus(${compteId}, ${jour})),
    lignes as materialized (
      select r.id as rattachement_id, r.structure_id, r.role, l.service_id, l.statut, l.date_debut,
        l.date_fin
      from rattachement r
      join rattachement_ligne l on l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
      where r.compte_id = ${compteId} and r.supprime_le is null
    )`;
}

function parDefaut(sql: Connection): Fragment {
  return sql`
    select 'PAR_DEFAUT' as etat, null::bigint as id, null::bigint as demande_id, espace_id,
      structure_id, service_id, mode
    from droits where abonnement_id is null`;
}

// Always held, on no structure.
function monCompte(sql: Connection): Fragment {
  return sql`
    select 'PAR_DEFAUT', null, null, id, null, null, 'MODIFICATION'
    from espace where code = 'MON_COMPTE'`;
}

function accordes(sql: Connection, compteId: number, jour: string): Fragment {
  const porte = (condition: Fragment) => sql`exists (
    select from lignes l where l.rattachement_id = a.rattachement_id and ${condition}
      and (l.service_id is null or l.service_id = a.service_id)
      and (l.date_fin is null or l.date_fin >= ${jour}))`;
  return sql`
    select case
        when exists (select from droits d where d.abonnement_id = a.id) then 'VALIDE'
        when ${porte(sql`l.statut = 'DESACTIVEE'`)} then 'SUSPENDU'
        when ${porte(sql`l.date_debut > ${jour}`)} then 'A_VENIR'
        else 'TERMINE' end,
      a.id, null::bigint, a.espace_id, a.structure_id, a.service_id, a.mode
    from abonnement a where a.compte_id = ${compteId} and a.termine_le is null`;
}

function demandes(sql: Connection, compteId: number): Fragment {
  return sql`
    select 'EN_COURS_DE_VALIDATION', null, l.demande_id, l.espace_id, l.structure_id, l.service_id,
      l.mode
    from demande_ligne l
    where l.compte_id = ${compteId} and l.nature = 'ABONNEMENT'
      and l.etat = 'EN_COURS_DE_VALIDATION'`;
}

// The last word on a triplet, where it was no and the person is still attached there.
function refuses(sql: Connection, compteId: number): Fragment {
  // Held on the whole structure, it is held on each of its services.
  const tenu = sql`structure_id = r.structure_id and espace_id = r.espace_id
    and (service_id is null or service_id is not distinct from r.service_id)`;
  return sql`
    select 'REFUSE', null, r.demande_id, r.espace_id, r.structure_id, r.service_id, r.mode
    from (
      select distinct on (l.structure_id, l.service_id, l.espace_id)
        l.demande_id, l.espace_id, l.structure_id, l.service_id, l.mode, l.etat
      from demande d join demande_ligne l on l.demande_id = d.id
      where d.compte_id = ${compteId} and d.nature = 'ABONNEMENT'
        and l.etat in ('REFUSEE', 'ACCEPTEE', 'EN_COURS_DE_VALIDATION')
      order by l.structure_id, l.service_id, l.espace_id, l.id desc
    ) r
    where r.etat = 'REFUSEE' and exists (select from lignes where structure_id = r.structure_id)
      and not exists (select from abonnement where compte_id = ${compteId} and ${tenu}
        and termine_le is null and (mode = r.mode or mode = 'MODIFICATION'))`;
}

const RANG = { EN_COURS_DE_VALIDATION: 1, REFUSE: 2 };

// The rows first, then what the rows of the page show besides.
async function lire(
  sql: Connection,
  compteId: number,
  jour: string,
  { source, conditions }: { source: Fragment; conditions: Fragment },
  page: PageVoulue,
): Promise<PageLue<Abonnement>> {
  const rang = sql`case t.etat when 'EN_COURS_DE_VALIDATION' then ${RANG.EN_COURS_DE_VALIDATION}::int
    when 'REFUSE' then ${RANG.REFUSE}::int else 3 end`;
  const rows = await sql<(Abonnement & { total: number })[]>`
    with ${source},
    -- Each read once for all the rows that are on it.
    catalogue as materialized (select * from espace),
    structures as materialized (
      select id, tri, identifiant, designation from structure
      where id = any (array (select distinct structure_id from tous))
    ), retenus as (
      select t.*, ${rang} as rang, s.tri, s.identifiant, s.designation, v.libelle as service,
        e.code, e.libelle_fr, e.libelle_en, e.ordre
      from tous t
      join catalogue e on e.id = t.espace_id
      left join structures s on s.id = t.structure_id
      left join service v on v.id = t.service_id
      where ${conditions}
    ), decompte as (select count(*)::int as total from retenus),
    page as materialized (
      select * from retenus
      order by rang, tri nulls first, structure_id, plier(service) nulls first, service_id, ordre, id
      limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from decompte)`)}
    )
    select p.etat, p.id, p.demande_id, p.structure_id, p.identifiant, p.designation, p.service_id,
      p.service, p.code, p.libelle_fr, p.libelle_en, p.mode,
      -- What changes a live one is a wider mode: it counts from there, and from who gave that.
      coalesce(a.modifie_le, case when d.etat = 'EN_COURS_DE_VALIDATION' then d.demandee_le
        else d.terminee_le end) as depuis,
      case when p.etat = 'PAR_DEFAUT' then coalesce(
        (select min(l.date_debut) from lignes l
          where l.structure_id = p.structure_id and l.statut = 'VALIDEE' and l.date_debut <= ${jour}
            and (l.date_fin is null or l.date_fin >= ${jour})
            and (e.pour = 'GESTIONNAIRES' and l.role <> 'UTILISATEUR'
              or e.pour <> 'GESTIONNAIRES' and l.service_id is not distinct from p.service_id)),
        (select min(g.date_debut) from delegation g
          where e.pour = 'GESTIONNAIRES' and g.compte_id = ${compteId}
            and g.structure_id = p.structure_id and g.terminee_le is null
            and g.date_debut <= ${jour} and g.date_fin >= ${jour}))
      end as depuis_jour,
      (select c.prenom || ' ' || c.nom from compte c
        where c.id = coalesce(a.accorde_par_compte_id, d.decidee_par_compte_id)) as par,
      d.motif, coalesce(a.origine = 'PERSONNE', false) as sans_decision,
      p.etat <> 'REFUSE' or (
        exists (select from espace_structure o where o.structure_id = p.structure_id
          and o.espace_id = e.id and o.ferme_le is null)
        and not e.par_defaut
        and (e.pour <> 'GESTIONNAIRES' or exists (
          select from droits g join catalogue x on x.id = g.espace_id
            and x.code = 'ACTIVITES_DU_GESTIONNAIRE'
          where g.structure_id = p.structure_id))
        and not exists (
          select from service v where v.id = p.service_id and v.date_fin < ${jour})
      ) as demandable,
      (select total from decompte) as total
    from page p
    join catalogue e on e.code = p.code
    left join abonnement a on a.id = p.id
    left join demande d on d.id = p.demande_id
    order by p.rang, p.tri nulls first, p.structure_id, plier(p.service) nulls first, p.service_id,
      p.ordre, p.id`;
  return lirePage<Abonnement>(rows);
}
