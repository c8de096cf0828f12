// Erases what has been kept as long as model §7 says, apart from sessions and events, which end by rules of their own.
import type { Sql } from './sql.ts';

const DAY_MS = 86_400_000;
const LOST_JOB_MS = 15 * 60_000;

/**
 * Gives back to the queue the jobs of a worker that died with them: the queue itself waits four hours, longer than
 * a confirmation link lives. No job of ours runs for that long: its network times are bounded.
 */
export async function delierJobsPerdus(sql: Sql, instant: Date): Promise<void> {
  const limite = new Date(instant.getTime() - LOST_JOB_MS);
  await sql`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs where locked_at < ${limite}))`;
}

/** Runs once, as the owner; each deletion is repeatable. */
export async function effacerPerimes(sql: Sql, instant: Date): Promise<void> {
  // Three days more than events: one that was dated a day ahead is too old to come again, whatever the
  // hours of its day, before its id is forgotten.
  await sql`
    delete from evenement_recu
    where recu_le < ${instant}::timestamptz - interval '13 months' - interval '3 days'`;
  await sql`
    delete from import_rapport where commence_le < ${instant}::timestamptz - interval '13 months'`;
  // Of a digest that left nothing is asked any more; the other claims keep their mails from leaving twice.
  await sql`
    delete from envoi where reclame_le < ${instant}::timestamptz - interval '2 months'
      and nature in ('RELEVE', 'ALERTE') and envoye_le is not null`;
  // A mail that nobody could deliver is given up: its text and address do not stay in the queue.
  const veille = new Date(instant.getTime() - DAY_MS);
  await sql`
    select graphile_worker.complete_jobs(
      array(select id from graphile_worker.jobs where attempts >= max_attempts and updated_at < ${veille}))`;
  await anonymiserDemandes(sql, instant);
  await effacerJournal(sql, instant);
}

const LIGNES_DE_JOURNAL_PAR_PASSAGE = 10_000;

// Lines that had their six years, from the first rank on, with their seals; the last seal erased is kept, so that the
// chain still holds. Nothing beyond a younger line goes, nor a line not sealed yet.
async function effacerJournal(sql: Sql, instant: Date): Promise<void> {
  await sql.begin(async (tx) => {
    const [dernier] = await tx<{ rang: number }[]>`
      with premiers as (
        select s.rang, j.instant < ${instant}::timestamptz - interval '6 years' as perime
        from journal_sceau s join journal j on j.id = s.journal_id
        order by s.rang limit ${LIGNES_DE_JOURNAL_PAR_PASSAGE}
      )
      select max(rang) as rang from premiers
      where rang < (select coalesce(min(rang), 9223372036854775807) from premiers where not perime)
      having count(*) > 0`;
    if (!dernier) return;
    await tx`
      insert into journal_effacement (rang, empreinte, efface_le)
      select rang, empreinte, ${instant} from journal_sceau where rang = ${dernier.rang}
      on conflict do nothing`;
    await tx`
      with effaces as (delete from journal_sceau where rang <= ${dernier.rang} returning journal_id)
      delete from journal where id in (select journal_id from effaces)`;
  });
}

// Closed for 24 months: who asked and what they wrote is forgotten, the decision stays.
async function anonymiserDemandes(sql: Sql, instant: Date): Promise<void> {
  await sql`
    with closes as (
      update demande set compte_id = null, commentaire = null, motif = null
      where compte_id is not null and terminee_le < ${instant}::timestamptz - interval '24 months'
      returning id
    )
    update demande_etape set par_compte_id = null, commentaire = null
    where demande_id in (select id from closes)`;
}
