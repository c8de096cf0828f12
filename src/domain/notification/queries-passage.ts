// SQL of the passages of the digests: where a window is cut, and how far the last one went.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { RythmeDeReleve } from './releve.ts';

/** What a passage tells: the events of the transactions from `depuis` on, below `coupe`. */
export type Fenetre = {
  depuis: string;
  depuisHebdo: string;
  coupe: string;
  evenementsDepuis: number;
  evenementsDepuisHebdo: number;
  recusDepuis: Date;
  recusDepuisHebdo: Date;
  journalDepuis: number;
};

/** A passage, cut: its window, and what its digests hold. */
export type Passage = Fenetre & {
  /** Null for a preview. */
  id: number | null;
  rythme: RythmeDeReleve;
  jour: string;
  hebdomadaire: boolean;
};

/** The last passage of a rhythm. */
export type PassageFait = {
  id: number;
  rythme: RythmeDeReleve;
  jour: string;
  jourHebdo: string;
};

/** The last passage of a rhythm, and the last that held what comes weekly. */
export async function dernierPassage(
  sql: Connection,
  rythme: RythmeDeReleve,
): Promise<PassageFait> {
  const [dernier] = await sql<PassageFait[]>`
    select r.id, r.rythme, r.jour, coalesce(h.jour, r.jour) as jour_hebdo
    from releve r left join lateral (
      select jour from releve h where h.rythme = r.rythme and h.hebdomadaire
      order by h.id desc limit 1) h on true
    where r.rythme = ${rythme}
    order by r.id desc limit 1`;
  if (!dernier) throw new Error('the first row of « releve » is gone');
  return dernier;
}

/**
 * In a database restored from another cluster, ids of transactions start again: those that were kept may be years ahead.
 * What they stand for is unknown, so all begins again from here; true when that was so.
 */
export async function recaler(tx: Connection): Promise<boolean> {
  const [ailleurs] = await tx<{ coupe: string; suivante: string }[]>`
    select pg_snapshot_xmin(s)::text as coupe, pg_snapshot_xmax(s)::text as suivante
    from pg_current_snapshot() s
    where exists (select from releve where coupe > pg_snapshot_xmax(s))`;
  if (!ailleurs) return false;
  const { coupe, suivante } = ailleurs;
  await tx`
    update releve set coupe = least(coupe, ${coupe}::xid8), depuis = least(depuis, ${coupe}::xid8),
      depuis_hebdo = least(depuis_hebdo, ${coupe}::xid8)`;
  await tx`
    update compte set notifications_depuis = ${coupe} where notifications_depuis > ${suivante}`;
  await tx`
    update preference_notification set choisie = least(choisie, ${coupe}::xid8),
      depuis = least(depuis, ${coupe}::xid8)
    where choisie > ${suivante} or depuis > ${suivante}`;
  // Published before: told by the digests of before, or never.
  await tx`update actualite set transaction_id = '3' where transaction_id > ${suivante}`;
  return true;
}

/** The window from the last cut to the oldest transaction that still runs: all below are over and seen. */
export async function fenetreSuivante(sql: Connection, rythme: RythmeDeReleve): Promise<Fenetre> {
  const [fenetre] = await sql<Fenetre[]>`
    with f as materialized (
      select r.coupe as depuis, coalesce(h.coupe, r.coupe) as depuis_hebdo,
        pg_snapshot_xmin(pg_current_snapshot()) as coupe,
        -- A transaction may have lasted before it committed.
        r.coupe_le - interval '1 day' as recus_depuis,
        coalesce(h.coupe_le, r.coupe_le) - interval '1 day' as recus_depuis_hebdo
      from (
        select coupe, coupe_le from releve where rythme = ${rythme} order by id desc limit 1) r
      left join lateral (
        select coupe, coupe_le from releve where rythme = ${rythme} and hebdomadaire
        order by id desc limit 1) h on true
    )
    select f.depuis::text as depuis, f.depuis_hebdo::text as depuis_hebdo, f.coupe::text as coupe,
      f.recus_depuis, f.recus_depuis_hebdo,
      coalesce((select min(id) from (select id from evenement e where e.transaction_id >= f.depuis
        and e.recu_le >= f.recus_depuis offset 0) e), 0) as evenements_depuis,
      coalesce((select min(id) from (select id from evenement e
        where e.transaction_id >= f.depuis_hebdo and e.recu_le >= f.recus_depuis_hebdo offset 0) e),
        0) as evenements_depuis_hebdo,
      case when ${rythme} = 'QUOTIDIEN' then coalesce((select min(id) from (select id from journal j
        where j.instant >= f.recus_depuis_hebdo offset 0) j), 0) else 0 end as journal_depuis
    from f`;
  if (!fenetre) throw new Error('the first row of « releve » is gone');
  return fenetre;
}

/** The window of the next digest as far as it goes now, for a preview: bounds that the last passages found are enough. */
export async function fenetreDApercu(sql: Connection): Promise<Fenetre> {
  const [fenetre] = await sql<Fenetre[]>`
    select r.coupe::text as depuis, h.coupe::text as depuis_hebdo,
      pg_snapshot_xmin(pg_current_snapshot())::text as coupe, r.evenements_depuis,
      h.evenements_depuis as evenements_depuis_hebdo, r.coupe_le - interval '1 day' as recus_depuis,
      h.coupe_le - interval '1 day' as recus_depuis_hebdo, h.journal_depuis
    from (select * from releve where rythme = 'QUOTIDIEN' order by id desc limit 1) r,
      (select * from releve where rythme = 'QUOTIDIEN' and hebdomadaire
        order by id desc limit 1) h`;
  if (!fenetre) throw new Error('the first row of « releve » is gone');
  return fenetre;
}

/** True when something happened, or was chosen, since the last cut for notices at once. */
export async function duNeufDepuis(sql: Connection, { depuis, coupe }: Fenetre): Promise<boolean> {
  const [neuf] = await sql`
    select where exists (select from evenement
        where transaction_id >= ${depuis}::xid8 and transaction_id < ${coupe}::xid8)
      or exists (select from preference_notification
        where choisie >= ${depuis}::xid8 and choisie < ${coupe}::xid8 and rythme = 'IMMEDIAT')`;
  return neuf !== undefined;
}

/** True when this transaction alone opens passages, until its end; nobody waits. */
export async function obtenirOuverture(tx: Connection): Promise<boolean> {
  const [row] = await tx<{ obtenu: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended('ouverture des releves', 0)) as obtenu`;
  return row?.obtenu ?? false;
}

/** Writes a passage; gives its id. */
export async function insererPassage(
  tx: Connection,
  passage: Omit<Passage, 'id'>,
  instant: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into releve ${tx({ ...passage, coupeLe: instant } as never)} returning id`;
  return row?.id ?? 0;
}

/** Erases the passages that nothing needs any more: at once those of notices, after two months those of digests. */
export async function effacerPassages(
  tx: Connection,
  rythme: RythmeDeReleve,
  passageId: number,
  instant: Date,
): Promise<void> {
  await tx`
    delete from releve r
    where r.rythme = ${rythme} and r.id < ${passageId}
      and (r.rythme = 'IMMEDIAT' or r.coupe_le < ${instant}::timestamptz - interval '2 months')
      and not exists (select from releve_envoi e where e.depuis_releve_id = r.id)
      and not exists (select from releve_envoi e join releve_lot l on l.id = e.lot_id
        where l.releve_id = r.id)`;
}
