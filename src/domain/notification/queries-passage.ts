// SQL of the passages of the digests: where a window is cut, which accounts are taken together, by whom.
import type { Connection } from '../../platform/postgres/sql.ts';
import { QUOIS_RELEVES } from '../evenement/evenement.ts';
import { eligible, sujetDe, sujetsParDefaut } from './queries-sujets.ts';
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
export type PassageFait = { id: number; jour: string; jourHebdo: string; prepare: boolean };

/** The last passage of a rhythm, and the last that held what comes weekly. */
export async function dernierPassage(
  sql: Connection,
  rythme: RythmeDeReleve,
): Promise<PassageFait> {
  const [dernier] = await sql<PassageFait[]>`
    select r.id, r.jour, coalesce(h.jour, r.jour) as jour_hebdo, not exists (
      select from releve_lot l where l.releve_id = r.id and l.prepare_le is null) as prepare
    from releve r left join lateral (
      select jour from releve h where h.rythme = r.rythme and h.hebdomadaire
      order by h.id desc limit 1) h on true
    where r.rythme = ${rythme}
    order by r.id desc limit 1`;
  if (!dernier) throw new Error('the first row of « releve » is gone');
  return dernier;
}

/**
 * The window from the last cut to the oldest transaction that still runs: all below are over and seen. In a restored
 * database ids of transactions start again: what the last cut stands for is then unknown, and the window is empty.
 */
export async function fenetreSuivante(sql: Connection, rythme: RythmeDeReleve): Promise<Fenetre> {
  const [fenetre] = await sql<Fenetre[]>`
    with x as materialized (
      select pg_snapshot_xmin(s) as coupe, pg_snapshot_xmax(s) as suivante
      from pg_current_snapshot() s
    ), f as materialized (
      select case when r.coupe > x.suivante then x.coupe else r.coupe end as depuis,
        case when coalesce(h.coupe, r.coupe) > x.suivante then x.coupe
          else coalesce(h.coupe, r.coupe) end as depuis_hebdo, x.coupe,
        -- A transaction may have lasted before it committed.
        r.coupe_le - interval '1 day' as recus_depuis,
        coalesce(h.coupe_le, r.coupe_le) - interval '1 day' as recus_depuis_hebdo
      from x cross join lateral (
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

/** True when no worker holds a batch of this passage: none will send from it once it is closed. */
export async function fermerLots(
  tx: Connection,
  passageId: number,
  instant: Date,
): Promise<boolean> {
  const [row] = await tx<{ libres: boolean | null }[]>`
    select bool_and(pg_try_advisory_xact_lock(hashtextextended('releve_lot', id))) as libres
    from releve_lot where releve_id = ${passageId} and termine_le is null`;
  if (row?.libres === false) return false;
  await tx`
    update releve_lot set termine_le = ${instant}
    where releve_id = ${passageId} and termine_le is null`;
  return true;
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

/** Groups the accounts that may be written to. */
export async function insererLotsDuJour(
  tx: Connection,
  passageId: number,
  taille: number,
): Promise<void> {
  await tx`
    insert into releve_lot (releve_id, comptes)
    select ${passageId}, array_agg(id order by id) from (
      select c.id, (row_number() over (order by c.id) - 1) / ${taille}::int as lot
      from compte c where ${eligible(tx)}) c
    group by lot order by lot`;
}

/**
 * Groups the accounts that an event of the window may concern at once; those that only have a refused mail left keep
 * their delay, in batches of their own.
 */
export async function insererLotsImmediats(
  tx: Connection,
  passageId: number,
  { depuis, coupe, recusDepuis }: Fenetre,
  taille: number,
): Promise<void> {
  await tx`
    with neufs as materialized (
      select e.compte_id, e.structure_id, ${sujetDe(tx)} as sujet from evenement e
      where e.transaction_id >= ${depuis}::xid8 and e.transaction_id < ${coupe}::xid8
        and e.recu_le >= ${recusDepuis} and e.quoi = any (${QUOIS_RELEVES as string[]})
    ), sur as materialized (
      select distinct structure_id, sujet from neufs where compte_id is null
    ), vises as (
      select compte_id, sujet from neufs where compte_id is not null
      union
      select r.compte_id, s.sujet from sur s
      join rattachement r on r.structure_id = s.structure_id and r.supprime_le is null
      union
      select d.compte_id, s.sujet from sur s
      join delegation d on d.structure_id = s.structure_id and d.terminee_le is null
      union
      select compte_id, sujet::text from preference_notification
      where choisie >= ${depuis}::xid8 and choisie < ${coupe}::xid8 and rythme = 'IMMEDIAT'
    ), prevenus as (
      select distinct v.compte_id from vises v
      join ${sujetsParDefaut(tx)} on s.sujet = v.sujet
      left join preference_notification p on p.compte_id = v.compte_id and p.sujet = v.sujet
      join compte c on c.id = v.compte_id and ${eligible(tx)}
      where coalesce(p.rythme, s.rythme) = 'IMMEDIAT'
    ), lots as (
      select compte_id, 0 as essais, null::timestamptz as prochain_essai from prevenus
      union all
      select e.compte_id, l.essais, l.prochain_essai
      from releve_envoi e join releve_lot l on l.id = e.lot_id
      where e.rythme = 'IMMEDIAT' and e.compte_id not in (select compte_id from prevenus)
    )
    insert into releve_lot (releve_id, comptes, essais, prochain_essai)
    select ${passageId}, array_agg(compte_id order by compte_id), max(essais), max(prochain_essai)
    from (select lots.*, (row_number() over (partition by essais > 0 order by compte_id) - 1)
      / ${taille}::int as lot from lots) l
    group by essais > 0, lot`;
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

/** A batch: the accounts that one worker takes together. */
export type Lot = {
  id: number;
  comptes: number[];
  prepare: boolean;
  essais: number;
  passage: Passage & { id: number };
};

/** The open batches that are due, the oldest first. */
export async function lotsDus(
  sql: Connection,
  rythme: RythmeDeReleve,
  instant: Date,
  nombre: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select l.id from releve_lot l
    where l.releve_id = (select id from releve where rythme = ${rythme} order by id desc limit 1)
      and l.termine_le is null and (l.prochain_essai is null or l.prochain_essai <= ${instant})
    order by l.id limit ${nombre}`;
  return rows.map(({ id }) => id);
}

/** Takes a batch until `rendreLot` or the loss of the connection; nothing when another worker has it, or it is done. */
export async function prendreLot(connection: Connection, id: number): Promise<Lot | undefined> {
  const [row] = await connection<{ obtenu: boolean }[]>`
    select pg_try_advisory_lock(hashtextextended('releve_lot', ${id})) as obtenu`;
  if (!row?.obtenu) return undefined;
  const [lot] = await connection<(Omit<Lot, 'passage'> & { passage: Lot['passage'] })[]>`
    select l.id, l.comptes, l.prepare_le is not null as prepare, l.essais, l.releve_id
    from releve_lot l where l.id = ${id} and l.termine_le is null`;
  const [passage] = await connection<Lot['passage'][]>`
    select r.id, r.rythme, r.jour, r.hebdomadaire, r.depuis::text as depuis,
      r.depuis_hebdo::text as depuis_hebdo, r.coupe::text as coupe, r.evenements_depuis,
      r.evenements_depuis_hebdo, r.recus_depuis, r.recus_depuis_hebdo, r.journal_depuis
    from releve r join releve_lot l on l.releve_id = r.id where l.id = ${id}`;
  if (lot && passage) return { ...lot, passage };
  await rendreLot(connection, id);
  return undefined;
}

/** Leaves a batch to others. */
export async function rendreLot(connection: Connection, id: number): Promise<void> {
  await connection`select pg_advisory_unlock(hashtextextended('releve_lot', ${id}))`;
}

/** Closes a batch whose mails all left, or says when the others are tried again. */
export async function terminerLot(
  connection: Connection,
  id: number,
  suite: { essais: number; prochainEssai: Date } | null,
  instant: Date,
): Promise<void> {
  await connection`
    update releve_lot set termine_le = ${suite ? null : instant}, essais = ${suite?.essais ?? 0},
      prochain_essai = ${suite?.prochainEssai ?? null}
    where id = ${id}`;
}
