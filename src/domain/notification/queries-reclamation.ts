// SQL of the mails of digests: claimed before they are sent, marked once they left; the tokens that stop them.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { CibleDeDesabonnement } from './preferences.ts';
import type { Lot } from './queries-lot.ts';

/** A mail that is claimed and has not left. */
export type EnvoiDu = { envoiId: number; compteId: number; messageId: string };

/** The nature of a claim in `envoi`, by rhythm. */
const NATURES = { QUOTIDIEN: 'RELEVE', IMMEDIAT: 'ALERTE' } as const;

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
      update envoi e set periode = ${periodeDe(lot.passage)}, message_id = v.message_id,
        reclame_le = ${instant}
      from releve_envoi r join voulus v on v.compte_id = r.compte_id
      where r.rythme = ${rythme} and e.id = r.envoi_id
      returning e.id, e.compte_id, e.message_id
    ), deplaces as (
      update releve_envoi r set lot_id = ${lot.id} from repris where r.envoi_id = repris.id
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

/** A choice made after the cut, whose rhythm these mails told: the next passage goes on from here. */
export async function noterChoixReleves(sql: Connection, { comptes, passage }: Lot): Promise<void> {
  const { rythme, coupe, hebdomadaire } = passage;
  await sql`
    update preference_notification p set depuis = greatest(depuis, ${coupe}::xid8)
    where compte_id = any (${comptes}::bigint[]) and choisie >= ${coupe}::xid8
      and (p.rythme = ${rythme}
        or (p.rythme = 'HEBDOMADAIRE' and ${rythme} = 'QUOTIDIEN' and ${hebdomadaire}))
      and not exists (select from releve_envoi e
        where e.compte_id = p.compte_id and e.rythme = ${rythme})`;
}

/** Remembers that the accounts of a batch were read and claimed. */
export async function noterPrepare(tx: Connection, lotId: number, instant: Date): Promise<void> {
  await tx`update releve_lot set prepare_le = ${instant} where id = ${lotId}`;
}

/** The mails of a batch that have not left. */
export async function envoisDus(sql: Connection, lotId: number): Promise<EnvoiDu[]> {
  return sql<EnvoiDu[]>`
    select r.envoi_id, r.compte_id, e.message_id
    from releve_envoi r join envoi e on e.id = r.envoi_id
    where r.lot_id = ${lotId} order by r.compte_id`;
}

/** Drops the claims of who must not be told any more. */
export async function abandonnerEnvois(sql: Connection, envoiIds: number[]): Promise<void> {
  if (envoiIds.length > 0) await sql`delete from envoi where id = any (${envoiIds}::bigint[])`;
}

/** Remembers that the relay took these mails. */
export async function marquerEnvoyes(
  sql: Connection,
  envoiIds: number[],
  instant: Date,
): Promise<void> {
  await sql`
    with partis as (
      update envoi set envoye_le = ${instant} where id = any (${envoiIds}::bigint[]) returning id
    )
    delete from releve_envoi where envoi_id in (select id from partis)`;
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
