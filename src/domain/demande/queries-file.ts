// SQL of the queue of requests: walked along its index, a page first, then the people and lines of that page.
import { ZONE } from '../../platform/clock.ts';
import { debutDePage, lirePage, type PageLue } from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import {
  borner,
  DEMANDES_COMPTEES_MAX,
  type DemandeChoisie,
  type DemandeEnFile,
  type DemandeMontee,
  type FiltreDeFile,
  NATURES_A_DECIDER,
  type PageDeFile,
  type PageDeMontees,
} from './file.ts';
import {
  aDecider,
  colonnesDeFile,
  detailsDeLaPage,
  type Fragment,
  gerees,
  jointuresDeFile,
  monteeVersMoi,
  NATURES_MONTEES,
} from './queries-file-colonnes.ts';

const BORNE = DEMANDES_COMPTEES_MAX + 1;

/**
 * A page of the requests that wait on the structures that the account manages that day, its own
 * apart: nobody decides on those (model §3).
 */
export async function demandesADecider(
  sql: Connection,
  compteId: number,
  filtre: FiltreDeFile,
  jour: string,
): Promise<PageDeFile> {
  // Of each structure no more than can be shown, in the order asked: one index holds all that this reads.
  const source = sql`gerees as materialized (${gerees(sql, compteId, filtre.structureId, jour)}),
    retenues as materialized (
      select d.* from gerees g
      cross join lateral (
        select d.id, d.compte_id, d.structure_id, d.demandee_le, d.tri, g.tri_structure
        from demande d
        where d.structure_id = g.structure_id and ${conditions(sql, compteId, filtre, jour)}
        order by ${ordre(sql, filtre)}
        limit ${BORNE}
      ) d
    )`;
  return lireFile<DemandeEnFile>(sql, { source, rang: ordre(sql, filtre) }, filtre);
}

/**
 * The same for a référent: the escalated requests of their départements, never of a structure that
 * they are attached to (model §3). Take-overs are among them, and come first: nobody manages there.
 */
export async function demandesEscalades(
  sql: Connection,
  compteId: number,
  filtre: FiltreDeFile,
  jour: string,
): Promise<PageDeMontees> {
  const { structureId, tri } = filtre;
  const parNom = tri === 'structure';
  // The requests are read from an index that holds all that is compared.
  const source = sql`moi as materialized (
      select id, referent_national, referent_departements from compte
      where id = ${compteId} and etat = 'ACTIF'
    ), retenues as materialized (
      select d.id, d.compte_id, d.structure_id, d.demandee_le, d.tri, d.nature,
        ${parNom ? sql`s.tri` : sql`null`} as tri_structure
      from demande d
      ${parNom ? sql`join structure s on s.id = d.structure_id` : sql``}
      where ${monteeVersMoi(sql)} and exists (select from moi)
        and ${conditions(sql, compteId, filtre, jour, NATURES_MONTEES)}
        and (${structureId}::bigint is null or d.structure_id = ${structureId})
    )`;
  const rang = sql`nature <> 'REPRISE', ${ordre(sql, filtre)}`;
  return lireFile<DemandeMontee>(sql, { source, rang, deplus: sql`, d.opposee_le` }, filtre);
}

/**
 * The requests of these ids on structures that the account manages that day, in their order,
 * whatever became of them; the others are not told.
 */
export async function demandesChoisies(
  sql: Connection,
  compteId: number,
  ids: number[],
  jour: string,
): Promise<DemandeChoisie[]> {
  return sql<DemandeChoisie[]>`
    with gerees as materialized (${gerees(sql, compteId, null, jour)}),
    page as materialized (
      select d.id, d.compte_id, d.structure_id,
        array_position(${ids}::bigint[], d.id) as rang
      from demande d join gerees g on g.structure_id = d.structure_id
      where d.id = any (${ids}::bigint[]) and d.nature = any (${[...NATURES_A_DECIDER]})
        and d.compte_id <> ${compteId}
    ), ${detailsDeLaPage(sql)}
    select ${colonnesDeFile(sql)}, d.etat, q.prenom || ' ' || q.nom as decidee_par,
      coalesce(d.decidee_par_compte_id = ${compteId}, false) as par_moi
    from ${jointuresDeFile(sql)}
    left join compte q on q.id = d.decidee_par_compte_id
    order by p.rang`;
}

// Conditions that are not asked are left out: the plan then follows those that are.
function conditions(
  sql: Connection,
  compteId: number,
  { nature, ageJours, texte }: FiltreDeFile,
  jour: string,
  natures: readonly string[] = NATURES_A_DECIDER,
): Fragment {
  const age =
    ageJours === null
      ? sql``
      : sql`and d.demandee_le <
          ((${jour}::date - ${ageJours}::int + 1)::timestamp at time zone ${ZONE})`;
  const mots =
    texte === ''
      ? sql``
      : sql`and d.tri like all ((
          select array_agg('%' || mot || '%') from unnest(mots_de(${texte})) mot)::text[])`;
  return sql`${aDecider(sql, compteId, nature === null ? natures : [nature])} ${age} ${mots}`;
}

function ordre(sql: Connection, { tri }: FiltreDeFile): Fragment {
  switch (tri) {
    case 'ancien':
      return sql`demandee_le, id`;
    case 'recent':
      return sql`demandee_le desc, id desc`;
    case 'demandeur':
      return sql`tri, demandee_le, id`;
    case 'structure':
      return sql`tri_structure, structure_id, demandee_le, id`;
  }
}

type Source = {
  /** The CTEs, of which `retenues` is the last. */
  source: Fragment;
  /** The order of its rows. */
  rang: Fragment;
  /** Columns of request `d` that a row shows besides. */
  deplus?: Fragment;
};

/** The page of what `retenues` holds. */
async function lireFile<D>(
  sql: Connection,
  { source, rang, deplus = sql`` }: Source,
  filtre: FiltreDeFile,
): Promise<PageLue<D> & { plus: boolean }> {
  const montrees = sql`(select least(total, ${DEMANDES_COMPTEES_MAX}) from decompte)`;
  const rows = await sql<(D & { total: number })[]>`
    with ${source},
    decompte as (select count(*)::int as total from (select from retenues limit ${BORNE}) r),
    page as materialized (
      select id, compte_id, structure_id,
        row_number() over (order by ${rang}) as rang
      from retenues
      order by rang
      limit ${filtre.parPage} offset ${debutDePage(sql, filtre, montrees)}
    ), ${detailsDeLaPage(sql)}
    select ${colonnesDeFile(sql)} ${deplus}, (select total from decompte) as total
    from ${jointuresDeFile(sql)}
    order by p.rang`;
  const { lignes, total } = lirePage<D>(rows);
  const { nombre, plus } = borner(total);
  return { lignes, total: nombre, plus };
}
