// Which events a page of the feed shows: the search of their keys, month by month and scope by
// scope (ADR 030).
import type { PendingQuery, Row } from 'postgres';
import type { Depuis } from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { FiltreDuFil } from './fil.ts';

export type Lecture = FiltreDuFil & {
  depuis: Depuis;
  /** How many events are read. */
  nombre: number;
};
export type Lecteur = { compteId: number; jour: string; instant: Date };

type Fragment = PendingQuery<Row[]>;
/** The words of SQL that change with the direction. */
type Sens = {
  /** Holds for the ids on the wished side. */
  id: (nom: Fragment) => Fragment;
  ordre: Fragment;
  /** A month that has none of them is left out. */
  mois: Fragment;
  /** The nearest id in a month and in those read after it. */
  bord: Fragment;
  /** Holds where this id still belongs before the last one found. */
  avant: Fragment;
};

/** Beside the present one: older ones are dropped (model §7). */
const MOIS_GARDES = 13;

/** « asc » or « desc »: newest first, unless the page reads towards newer ones. */
export function ordreDe(sql: Connection, depuis: Depuis): Fragment {
  return sensDe(sql, depuis).ordre;
}

function sensDe(sql: Connection, depuis: Depuis): Sens {
  if (depuis !== null && 'apres' in depuis)
    return {
      id: (nom) => sql`${nom} > ${depuis.apres}::bigint`,
      ordre: sql`asc`,
      mois: sql`dernier > ${depuis.apres}::bigint`,
      bord: sql`min(premier) over (order by mois desc)`,
      avant: sql`<`,
    };
  const avant = depuis?.avant ?? Number.MAX_SAFE_INTEGER;
  return {
    id: (nom) => sql`${nom} < ${avant}::bigint`,
    ordre: sql`desc`,
    mois: sql`premier < ${avant}::bigint`,
    bord: sql`max(dernier) over (order by mois)`,
    avant: sql`>`,
  };
}

/**
 * The keys (id, recu_le) of the events of a page, in the common table « fil »: the account's own
 * and those of the rights that it holds today, at most `nombre` of each. The latter are looked for
 * only in months where `evenement_mois` says that a scope has some: each look-up finds one at
 * least, so that the search ends soon, whatever the number of events.
 */
export function clesDuFil(sql: Connection, lecteur: Lecteur, lecture: Lecture): Fragment {
  const { famille, structureId, depuis, nombre } = lecture;
  const sens = sensDe(sql, depuis);
  const limite = sql.unsafe(String(nombre));
  const deFamille = famille === null ? sql`` : sql`and v.famille = ${famille}`;
  const deStructure = structureId === null ? sql`` : sql`and v.structure_id = ${structureId}`;
  return sql`
    ${scopesEtMois(sql, lecteur, lecture, sens)},
    pas as (
      select 0 as rang, '{}'::bigint[] as ids, '{}'::timestamptz[] as recus
      union all
      select m.rang, trouves.ids, trouves.recus
      from pas p
      join etape m on m.rang = p.rang + 1
      cross join lateral (
        select coalesce(array_agg(id order by id ${sens.ordre}), '{}') as ids,
          coalesce(array_agg(recu_le order by id ${sens.ordre}), '{}') as recus
        from (
          select id, recu_le from (
            select id, recu_le from unnest(p.ids, p.recus) deja (id, recu_le)
            union ${duMois(sql, sql`v.structure_id = s.structure_id`, sql`s.service_id = 0`, lecture)}
            union ${duMois(sql, sql`v.service_id = s.service_id`, sql`s.service_id > 0`, lecture)}
          ) du_mois
          order by id ${sens.ordre} limit ${limite}
        ) retenus
      ) trouves
      where cardinality(p.ids) < ${limite} or m.bord ${sens.avant} p.ids[${limite}]
    ),
    fil as (
      select tenu.id, tenu.recu_le
      from (select ids, recus from pas order by rang desc limit 1) fin
      cross join lateral unnest(fin.ids, fin.recus) tenu (id, recu_le)
      union all
      (select v.id, v.recu_le from evenement v
        where v.compte_id = ${lecteur.compteId} and ${sens.id(sql`v.id`)} and v.recu_le <= ${lecteur.instant}
          ${deFamille} ${deStructure}
        order by v.id ${sens.ordre} limit ${limite})
    )`;
}

// The events of one month « m » for the scopes of one kind that have some: an index serves each
// kind.
function duMois(
  sql: Connection,
  cle: Fragment,
  portee: Fragment,
  { famille, depuis, nombre }: Lecture,
): Fragment {
  const sens = sensDe(sql, depuis);
  const limite = sql.unsafe(String(nombre));
  return sql`
    select trouve.id, trouve.recu_le from present s cross join lateral (
      select v.id, v.recu_le from evenement v
      where ${cle} and v.espace_id = s.espace_id and v.compte_id is null
        and v.recu_le >= m.debut and v.recu_le < m.fin and ${sens.id(sql`v.id`)}
        ${famille === null ? sql`` : sql`and v.famille = ${famille}`}
      order by v.id ${sens.ordre} limit ${limite}
    ) trouve
    where s.mois = m.mois and ${portee}`;
}

// « present »: the scopes of the reader that have events, and in which months; « etape »: these
// months, numbered in the order of reading. Ids do not follow months to the second, so « bord »
// tells whether the months to come may still matter.
function scopesEtMois(
  sql: Connection,
  { compteId, jour, instant }: Lecteur,
  { famille, structureId }: Lecture,
  sens: Sens,
): Fragment {
  return sql`
    tenu as materialized (
      select distinct structure_id, coalesce(service_id, 0) as service_id, espace_id
      from espaces_tenus(${compteId}, ${jour})
      ${structureId === null ? sql`` : sql`where structure_id = ${structureId}`}
    ),
    mois as materialized (
      select local.debut::date as mois, instants.debut, instants.fin, bornes.premier, bornes.dernier
      from generate_series(0, ${sql.unsafe(String(MOIS_GARDES))}) n
      cross join lateral (
        select date_trunc('month', ${instant}::timestamptz at time zone 'Europe/Paris')
          - make_interval(months => n) as debut
      ) local
      cross join lateral (
        select local.debut at time zone 'Europe/Paris' as debut,
          (local.debut + interval '1 month') at time zone 'Europe/Paris' as fin
      ) instants
      cross join lateral (
        select
          (select v.id from evenement v where v.recu_le >= instants.debut and v.recu_le < instants.fin
            order by v.id limit 1) as premier,
          (select v.id from evenement v where v.recu_le >= instants.debut and v.recu_le < instants.fin
            order by v.id desc limit 1) as dernier
        offset 0
      ) bornes
      where ${sens.mois}
    ),
    present as materialized (
      select distinct a.mois, a.structure_id, a.service_id, a.espace_id
      from (
        select p.mois, p.structure_id, p.service_id, p.espace_id
        from (select distinct structure_id, service_id from tenu) portee
        join evenement_mois p on p.structure_id = portee.structure_id and p.service_id = portee.service_id
        ${famille === null ? sql`` : sql`where p.famille = ${famille}`}
        offset 0
      ) a
      join tenu on tenu.structure_id = a.structure_id and tenu.service_id = a.service_id
        and tenu.espace_id = a.espace_id
      where a.mois = any (array(select mois from mois))
    ),
    etape as materialized (
      select row_number() over (order by mois ${sens.ordre})::int as rang, mois, debut, fin,
        ${sens.bord} as bord
      from mois where mois = any (array(select distinct mois from present))
    )`;
}
