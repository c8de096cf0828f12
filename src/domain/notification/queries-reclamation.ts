// SQL of the mails of digests: claimed before they are sent, marked once they left; the tokens that stop them.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { CibleDeDesabonnement } from './preferences.ts';
import type { Lot } from './queries-lot.ts';
import { eligible } from './queries-sujets.ts';
import { NATURES, type RythmeDeReleve } from './releve.ts';

/** A mail that is claimed and has not left. */
export type EnvoiDu = { envoiId: number; compteId: number; messageId: string };

/** What tells two claims of one account apart: the day, or the passage. */
function periodeDe({ rythme, jour, id }: Lot['passage']): string {
  return rythme === 'QUOTIDIEN' ? jour : `passage-${id}`;
}

/**
 * Claims a mail for each account that is told something; a mail of an earlier passage that never left becomes this one.
 * The other accounts of the batch have nothing left to get.
 */
export async function reclamerLot(
  tx: Connection,
  lot: Lot,
  voulus: readonly { compteId: number; messageId: string }[],
  instant: Date,
): Promise<EnvoiDu[]> {
  const { id: passageId, rythme } = lot.passage;
  const comptes = voulus.map(({ compteId }) => compteId);
  await tx`
    delete from envoi where id in (
      select e.envoi_id from releve_envoi e where e.rythme = ${rythme}
        and e.compte_id = any (${lot.comptes}::bigint[])
        and e.compte_id <> all (${comptes}::bigint[]))`;
  return tx<EnvoiDu[]>`
    with voulus as (
      select * from unnest(${comptes}::bigint[],
        ${voulus.map(({ messageId }) => messageId)}::text[]) as v (compte_id, message_id)
    ), repris as (
      update envoi e set periode = ${periodeDe(lot.passage)},
        message_id = case when ${lot.reprise} then e.message_id else v.message_id end,
        reclame_le = ${instant}
      from releve_envoi r join voulus v on v.compte_id = r.compte_id
      where r.rythme = ${rythme} and e.id = r.envoi_id
      returning e.id, e.compte_id, e.message_id
    ), deplaces as (
      update releve_envoi r set lot_id = ${lot.id}, refuse = false from repris where r.envoi_id = repris.id
    ), neufs as (
      insert into envoi (compte_id, nature, periode, message_id, reclame_le)
      select v.compte_id, ${NATURES[rythme]}, ${periodeDe(lot.passage)}, v.message_id, ${instant}
      from voulus v where not exists (
        select from releve_envoi r where r.compte_id = v.compte_id and r.rythme = ${rythme})
      on conflict (compte_id, nature, periode) do nothing
      returning id, compte_id, message_id
    ), dus as (
      insert into releve_envoi (envoi_id, compte_id, rythme, lot_id, depuis_releve_id)
      select id, compte_id, ${rythme}, ${lot.id}, ${passageId} from neufs
    )
    select id as envoi_id, compte_id, message_id from repris
    union all
    select id, compte_id, message_id from neufs`;
}

/** Remembers that the accounts of a batch were read and claimed. */
export async function noterPrepare(tx: Connection, lotId: number, instant: Date): Promise<void> {
  await tx`update releve_lot set prepare_le = ${instant} where id = ${lotId}`;
}

/** The mails of a batch that have not left, nor were refused for good. */
export async function envoisDus(sql: Connection, lotId: number): Promise<EnvoiDu[]> {
  return sql<EnvoiDu[]>`
    select r.envoi_id, r.compte_id, e.message_id
    from releve_envoi r join envoi e on e.id = r.envoi_id
    where r.lot_id = ${lotId} and not r.refuse order by r.compte_id`;
}

/** Drops the claims of who must not be told any more. */
export async function abandonnerEnvois(sql: Connection, envoiIds: number[]): Promise<void> {
  if (envoiIds.length > 0) await sql`delete from envoi where id = any (${envoiIds}::bigint[])`;
}

/** Remembers that the relay refuses a mail for good: the next passage tries again. */
export async function noterRefus(sql: Connection, envoiId: number, instant: Date): Promise<void> {
  await sql`
    update releve_envoi set refuse = true, refuse_le = coalesce(refuse_le, ${instant})
    where envoi_id = ${envoiId}`;
}

/** How long a mail that is refused for good is tried again, passage after passage (RFC 5321 §4.5.4.1: four or five days). */
const JOURS_DE_REFUS = 5;

/** Drops what waits for who must not be told any more, or is refused for good since days: it is not told later. */
export async function abandonnerPerdus(
  tx: Connection,
  rythme: RythmeDeReleve,
  instant: Date,
): Promise<void> {
  await tx`
    delete from envoi where id in (
      select e.envoi_id from releve_envoi e join compte c on c.id = e.compte_id
      where e.rythme = ${rythme} and (not (${eligible(tx)}) or (e.refuse
        and e.refuse_le <= ${instant}::timestamptz - ${JOURS_DE_REFUS} * interval '1 day')))`;
}

/** A mail that left, and the subjects that its account was told of when it was read. */
export type EnvoiParti = { envoiId: number; sujets: readonly string[] };

/**
 * Remembers that the relay took these mails. A choice about a subject that they told, made after the cut, before or after
 * the mail was read, goes on from the cut.
 */
export async function marquerEnvoyes(
  sql: Connection,
  envois: readonly EnvoiParti[],
  coupe: string,
  instant: Date,
): Promise<void> {
  await sql`
    with envois as (
      select * from unnest(${envois.map(({ envoiId }) => envoiId)}::bigint[],
        ${envois.map(({ sujets }) => sujets.join(' '))}::text[]) as v (id, sujets)
    ), partis as (
      update envoi e set envoye_le = ${instant} from envois v where e.id = v.id
      returning e.id, e.compte_id, v.sujets
    ), finis as (
      delete from releve_envoi where envoi_id in (select id from partis)
    )
    update preference_notification p set depuis = greatest(p.depuis, ${coupe}::xid8)
    from partis where p.compte_id = partis.compte_id and p.choisie >= ${coupe}::xid8
      and p.sujet = any (string_to_array(partis.sujets, ' '))`;
}

/** Gives back the tokens of these accounts and targets, by « account target »; `neufs` are stored where there is none. */
export async function jetonsDeDesabonnement(
  sql: Connection,
  voulus: readonly { compteId: number; cible: CibleDeDesabonnement; neuf: string }[],
): Promise<Map<string, string>> {
  const rows = await sql<{ compteId: number; cible: string; jeton: string }[]>`
    with voulus as (
      select * from unnest(${voulus.map((v) => v.compteId)}::bigint[],
        ${voulus.map((v) => v.cible as string)}::text[], ${voulus.map((v) => v.neuf)}::text[])
        as v (compte_id, cible, jeton)
    ), connus as materialized (
      select j.compte_id, j.cible, j.jeton
      from voulus v join jeton_desabonnement j using (compte_id, cible)
    ), neufs as (
      insert into jeton_desabonnement (jeton, compte_id, cible)
      select v.jeton, v.compte_id, v.cible from voulus v
      where (v.compte_id, v.cible) not in (select compte_id, cible from connus)
      -- Written meanwhile by another worker: its own serves.
      on conflict (compte_id, cible) do update set jeton = jeton_desabonnement.jeton
      returning compte_id, cible, jeton
    )
    select * from connus union all select * from neufs`;
  return new Map(rows.map(({ compteId, cible, jeton }) => [`${compteId} ${cible}`, jeton]));
}
