// SQL of the batches of a passage: which accounts are taken together, by whom, and when again.
import type { Connection } from '../../platform/postgres/sql.ts';
import { QUOIS_RELEVES } from '../evenement/evenement.ts';
import type { Fenetre, Passage, PassageFait } from './queries-passage.ts';
import { eligible, sujetDe, sujetsParDefaut } from './queries-sujets.ts';
import { NATURES, type RythmeDeReleve } from './releve.ts';

/** True when no worker holds a batch of this passage: none will send from it once it is closed. */
export async function fermerLots(
  tx: Connection,
  { id, rythme }: PassageFait,
  instant: Date,
): Promise<boolean> {
  const [row] = await tx<{ libres: boolean | null }[]>`
    select bool_and(pg_try_advisory_xact_lock(hashtextextended('releve_lot', id))) as libres
    from releve_lot where releve_id = ${id} and termine_le is null`;
  if (row?.libres === false) return false;
  await reclamerNonLus(tx, { id, rythme }, instant);
  await tx`
    update releve_lot set termine_le = ${instant}
    where releve_id = ${id} and termine_le is null`;
  return true;
}

// The accounts of batches that nobody could read: claimed unread, so that the next passage begins where this one did.
async function reclamerNonLus(
  tx: Connection,
  { id, rythme }: Pick<PassageFait, 'id' | 'rythme'>,
  instant: Date,
): Promise<void> {
  await tx`
    with non_lus as materialized (
      select c.id as compte_id, max(l.id) as lot_id
      from releve_lot l cross join unnest(l.comptes) as m (compte_id)
      join compte c on c.id = m.compte_id and ${eligible(tx)}
      where l.releve_id = ${id} and l.termine_le is null and l.prepare_le is null
        and not exists (select from releve_envoi e
          where e.compte_id = c.id and e.rythme = ${rythme})
      group by c.id
    ), neufs as (
      insert into envoi (compte_id, nature, periode, message_id, reclame_le)
      select compte_id, ${NATURES[rythme]}, ${`non-lu-${id}`}, gen_random_uuid()::text, ${instant}
      from non_lus
      on conflict (compte_id, nature, periode) do nothing
      returning id, compte_id
    )
    insert into releve_envoi (envoi_id, compte_id, rythme, lot_id, depuis_releve_id)
    select f.id, n.compte_id, ${rythme}, n.lot_id, ${id}
    from neufs f join non_lus n on n.compte_id = f.compte_id`;
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
      select compte_id, 0 as essais, null::timestamptz as prochain_essai, false as reprise
      from prevenus
      union all
      select e.compte_id, l.essais, l.prochain_essai, true
      from releve_envoi e join releve_lot l on l.id = e.lot_id
      where e.rythme = 'IMMEDIAT' and not e.refuse
        and e.compte_id not in (select compte_id from prevenus)
    )
    insert into releve_lot (releve_id, comptes, essais, prochain_essai, reprise)
    select ${passageId}, array_agg(compte_id order by compte_id), max(essais), max(prochain_essai),
      reprise
    from (select lots.*, (row_number() over (partition by reprise, essais > 0 order by compte_id)
      - 1) / ${taille}::int as lot from lots) l
    group by reprise, essais > 0, lot`;
}

/** A batch: the accounts that one worker takes together. */
export type Lot = {
  id: number;
  comptes: number[];
  prepare: boolean;
  essais: number;
  /** Holds only mails of an earlier passage, with nothing new: each goes on as the same mail. */
  reprise: boolean;
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
    select l.id, l.comptes, l.prepare_le is not null as prepare, l.essais, l.reprise
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

/** Cuts a batch that could not be read into halves, due at once: what cannot be read ends alone. */
export async function couperLot(tx: Connection, lot: Lot, instant: Date): Promise<void> {
  const milieu = Math.ceil(lot.comptes.length / 2);
  await tx`
    with moities as (
      insert into releve_lot (releve_id, comptes, prepare_le, essais, reprise)
      select l.releve_id, m.comptes, l.prepare_le, l.essais, l.reprise
      from releve_lot l cross join (values (${lot.comptes.slice(0, milieu)}::bigint[]),
        (${lot.comptes.slice(milieu)}::bigint[])) as m (comptes)
      where l.id = ${lot.id}
      returning id, comptes
    ), deplaces as (
      update releve_envoi e set lot_id = m.id from moities m
      where e.lot_id = ${lot.id} and e.compte_id = any (m.comptes)
    )
    update releve_lot set termine_le = ${instant} where id = ${lot.id}`;
}
