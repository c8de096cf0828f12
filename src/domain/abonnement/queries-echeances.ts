// SQL of the last days that are over, of lines and of stand-ins as manager: what the clock ends with them (model §2).
import type { Connection } from '../../platform/postgres/sql.ts';
import { couverte, plusPorte } from './queries-fins.ts';

/** Last days that are over and that the clock has not looked at. */
export type FinsDues = {
  /** Ids of lines and of delegations. */
  lignes: number[];
  delegations: number[];
  /** The rattachements among theirs on which something still hangs. */
  echus: { id: number; compteId: number }[];
};

/**
 * The first of them, at most so many of each. Each is looked at once, however late: a line suspended meanwhile, or a
 * portal that was stopped for months, leaves nothing behind.
 */
export async function finsDues(sql: Connection, jour: string, nombre: number): Promise<FinsDues> {
  const [row] = await sql<FinsDues[]>`
    with lignes as materialized (
      select id, rattachement_id from rattachement_ligne
      where statut <> 'SUPPRIMEE' and date_fin is not null
        and fin_appliquee is distinct from date_fin and date_fin < ${jour}
      order by date_fin, id limit ${nombre}
    ), delegations as materialized (
      select id, compte_id, structure_id from delegation
      where terminee_le is null and not fin_appliquee and date_fin < ${jour}
      order by date_fin, id limit ${nombre}
    ), concernes as (
      select rattachement_id as id from lignes
      union
      select r.id from delegations d join rattachement r on r.compte_id = d.compte_id
        and r.structure_id = d.structure_id and r.supprime_le is null
    ), echus as (
      select r.id, r.compte_id from concernes c join rattachement r on r.id = c.id
      where exists (select from abonnement a where a.rattachement_id = r.id
          and a.termine_le is null and ${plusPorte(sql, jour)})
        or exists (select from demande_ligne d where d.compte_id = r.compte_id
          and d.structure_id = r.structure_id and d.nature = 'ABONNEMENT'
          and d.etat = 'EN_COURS_DE_VALIDATION'
          and not ${couverte(sql, sql`r.id`, sql`d.service_id`, jour)})
    )
    select (select coalesce(json_agg(id), '[]') from lignes) as lignes,
      (select coalesce(json_agg(id), '[]') from delegations) as delegations,
      (select coalesce(json_agg(json_build_object('id', id, 'compteId', compte_id)
        order by compte_id, id), '[]') from echus) as echus`;
  if (!row) throw new Error('a select without a table gives one row');
  return row;
}

/** Remembers that last days were looked at; one that somebody is changing is left to the next round. */
export async function marquerFinsVues(
  sql: Connection,
  { lignes, delegations }: Pick<FinsDues, 'lignes' | 'delegations'>,
  jour: string,
): Promise<void> {
  await sql`
    with vues as (
      select id from rattachement_ligne
      where id = any (${lignes}::bigint[]) and date_fin < ${jour}
      for update skip locked
    )
    update rattachement_ligne l set fin_appliquee = l.date_fin from vues where l.id = vues.id`;
  await sql`
    update delegation set fin_appliquee = true
    where id = any (${delegations}::bigint[]) and date_fin < ${jour}`;
}
