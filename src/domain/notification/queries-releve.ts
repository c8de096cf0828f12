// SQL of what a digest tells (model §6): read for a whole batch of accounts, their rights and choices of the moment included.
import type { PendingQuery, Row } from 'postgres';
import type { Connection } from '../../platform/postgres/sql.ts';
import { QUOIS_RELEVES } from '../evenement/evenement.ts';
import type { Passage } from './queries-passage.ts';
import { eligible, sujetDe, sujetsParDefaut } from './queries-sujets.ts';
import {
  type ContenuDeReleve,
  EVENEMENTS_COMPTES,
  EVENEMENTS_PAR_GROUPE,
  GROUPES_PAR_RELEVE,
} from './releve.ts';

/**
 * The accounts of a batch that may be told on that day, each with its window: that of the passage, or a longer one when
 * the mail of an earlier passage never left; then, by subject, from which transaction on it is told. Everything else is
 * driven from these rows, account by account, so that no plan depends on statistics.
 */
export function lecteurs(
  sql: Connection,
  comptes: readonly number[],
  p: Passage,
): PendingQuery<Row[]> {
  return sql`lecteurs as materialized (
    select c.id, c.langue, c.adresse_electronique as adresse,
      c.prenom || ' ' || c.nom as nom_complet, c.notifications_depuis,
      coalesce(d.depuis, ${p.depuis}::xid8) as depuis,
      coalesce(d.depuis_hebdo, ${p.depuisHebdo}::xid8) as depuis_hebdo,
      coalesce(d.evenements_depuis, ${p.evenementsDepuis}) as evenements_depuis,
      coalesce(d.evenements_depuis_hebdo,
        ${p.evenementsDepuisHebdo}) as evenements_depuis_hebdo,
      coalesce(d.recus_depuis, ${p.recusDepuis}) as recus_depuis,
      coalesce(d.recus_depuis_hebdo, ${p.recusDepuisHebdo}) as recus_depuis_hebdo,
      coalesce(d.journal_depuis, ${p.journalDepuis}) as journal_depuis,
      ${p.hebdomadaire} or exists (select from releve h
        where h.rythme = ${p.rythme} and h.id >= d.id and h.hebdomadaire) as hebdo
    from compte c
    left join releve_envoi e on e.compte_id = c.id and e.rythme = ${p.rythme}
    left join releve d on d.id = e.depuis_releve_id
    where c.id = any (${[...comptes]}::bigint[]) and ${eligible(sql)}
  ), bornes as materialized (
    select l.id, l.journal_depuis, s.depuis,
      least(s.premier, case when l.hebdo then l.evenements_depuis_hebdo
        else l.evenements_depuis end) as premier,
      least(s.recus, case when l.hebdo then l.recus_depuis_hebdo else l.recus_depuis end) as recus
    from lecteurs l cross join lateral (
      select min(case when base.choisi then coalesce(v.evenements_depuis, 0) end) as premier,
        min(case when base.choisi then coalesce(v.recus_depuis, '-infinity') end) as recus,
        jsonb_object_agg(s.sujet, greatest(case when base.choisi then p.depuis else base.depuis end,
          coalesce(l.notifications_depuis, '0'::xid8))::text) as depuis
      from ${sujetsParDefaut(sql)}
      left join preference_notification p on p.compte_id = l.id and p.sujet = s.sujet
      cross join lateral (select coalesce(p.rythme, s.rythme) as rythme) r
      cross join lateral (select
        case when r.rythme = 'HEBDOMADAIRE' then l.depuis_hebdo else l.depuis end as depuis) w
      cross join lateral (select w.depuis, p.choisie >= w.depuis as choisi) base
      -- A new choice goes on from a passage of the rhythm before it, whatever the window of this one.
      left join lateral (
        select evenements_depuis, recus_depuis from releve
        where p.choisie >= w.depuis and coupe <= p.depuis order by coupe desc limit 1
      ) v on true
      where r.rythme = ${p.rythme}
        or (${p.rythme} = 'QUOTIDIEN' and r.rythme = 'HEBDOMADAIRE' and l.hebdo)
    ) s
    where s.depuis is not null
  )`;
}

/** The subjects that a mail of this passage tells each account of, whether something happened or not. */
export async function sujetsDits(
  sql: Connection,
  comptes: readonly number[],
  passage: Passage,
): Promise<Map<number, string[]>> {
  const rows = await sql<{ id: number; sujets: string[] }[]>`
    with ${lecteurs(sql, comptes, passage)}
    select id, array(select jsonb_object_keys(depuis)) as sujets from bornes`;
  return new Map(rows.map(({ id, sujets }) => [id, sujets]));
}

// An event `e` of the window of `b` (or of who it stands for), of a subject that this account wants.
function aDire(
  sql: Connection,
  b: PendingQuery<Row[]>,
  coupe: string,
  jour: string,
): PendingQuery<Row[]> {
  // Nothing was received after today: the months to come are not looked at.
  return sql`e.id >= ${b}.premier and e.recu_le >= ${b}.recus
    and e.recu_le < (${jour}::date + 2)::timestamptz
    and e.transaction_id < ${coupe}::xid8 and e.quoi = any (${QUOIS_RELEVES as string[]})
    and e.transaction_id >= (${b}.depuis->>${sujetDe(sql)})::xid8`;
}

/** What each account of a batch is told, those with nothing to be told left out. */
export async function contenusDuLot(
  sql: Connection,
  comptes: readonly number[],
  passage: Passage,
  jour: string,
): Promise<ContenuDeReleve[]> {
  const { coupe } = passage;
  return sql<ContenuDeReleve[]>`
    with ${lecteurs(sql, comptes, passage)}, tenus as materialized (
      select b.id as compte_id, b.depuis, b.premier, b.recus, t.*,
        dense_rank() over (order by t.structure_id, t.espace_id, t.services, b.depuis, b.premier,
          b.recus) as portee
      from bornes b cross join lateral (
        select structure_id, espace_id, case when bool_or(service_id is null) then null
          else array_agg(distinct service_id) end as services
        from espaces_tenus(b.id, ${jour})
        group by structure_id, espace_id) t
    ), portees as materialized (
      select distinct on (portee) * from tenus order by portee
    ), lus as materialized (
      -- Read once for all who hold the same right and choose alike: the newest, and how many there are, up to a bound.
      select p.portee, e.* from portees p cross join lateral (
        select e.*, case when e.rang = 1 then e.total else 0 end as poids from (
          select e.*, row_number() over (order by e.id desc) as rang, count(*) over () as total
          from (
            select e.id, e.structure_id, e.famille, e.quoi, e.details, ${sujetDe(sql)} as sujet
            from evenement e
            where e.compte_id is null and e.structure_id = p.structure_id
              and e.espace_id = p.espace_id
              and (p.services is null or e.service_id = any (p.services))
              and ${aDire(sql, sql`p`, coupe, jour)}
            order by e.id desc limit ${EVENEMENTS_COMPTES}) e
        ) e
        where e.rang <= ${EVENEMENTS_PAR_GROUPE}
        offset 0) e
    ), vus as (
      select b.id as compte_id, 1 as poids, e.* from bornes b cross join lateral (
        select e.id, e.structure_id, e.famille, e.quoi, e.details, ${sujetDe(sql)} as sujet
        from evenement e where e.compte_id = b.id and ${aDire(sql, sql`b`, coupe, jour)}
        offset 0) e
      union all
      select t.compte_id, l.poids, l.id, l.structure_id, l.famille, l.quoi, l.details, l.sujet
      from tenus t join lus l on l.portee = t.portee
    ), retenus as (
      select v.*, row_number() over (partition by v.compte_id, v.structure_id
          order by v.id desc) as rang,
        sum(v.poids) over (partition by v.compte_id, v.structure_id)::int as nombre
      from vus v
    ), groupes as (
      select r.compte_id, r.structure_id, max(r.nombre) as nombre, json_agg(json_build_object(
          'id', r.id, 'famille', r.famille, 'quoi', r.quoi, 'structureId', r.structure_id,
          'details', r.details, 'sujet', r.sujet,
          'espace', case when r.details ? 'espace' then (
            select json_build_object('code', p.code, 'libelleFr', p.libelle_fr,
              'libelleEn', p.libelle_en)
            from espace p where p.code = r.details->>'espace') end)
          order by r.id desc) as evenements,
        row_number() over (partition by r.compte_id order by max(r.id) desc) as rang,
        count(*) over (partition by r.compte_id) as total
      from retenus r where r.rang <= ${EVENEMENTS_PAR_GROUPE}
      group by r.compte_id, r.structure_id
    ), dits as (
      select g.compte_id, json_agg(json_build_object('structureId', g.structure_id,
          'designation', s.designation, 'nombre', g.nombre, 'evenements', g.evenements)
          order by g.structure_id is null desc, sans_accent(s.designation), s.id) as groupes,
        max(g.total) - ${GROUPES_PAR_RELEVE} as autres
      from groupes g left join structure s on s.id = g.structure_id
      where g.rang <= ${GROUPES_PAR_RELEVE}
      group by g.compte_id
    )
    select l.id as compte_id, l.langue, l.adresse, l.nom_complet, d.groupes,
      greatest(d.autres, 0)::int as autres_groupes, '[]'::json as mouvements,
      0 as autres_mouvements, '[]'::json as actualites
    from dits d join lecteurs l on l.id = d.compte_id
    order by l.id`;
}
