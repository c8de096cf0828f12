// Erases what has been kept as long as model §7 says, apart from sessions, which end by their own rule.
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
  await sql`select supprimer_partitions_evenement(${instant})`;
  await sql`
    delete from evenement_recu where recu_le < ${instant}::timestamptz - interval '13 months'`;
  await sql`
    delete from import_rapport where commence_le < ${instant}::timestamptz - interval '13 months'`;
  // A mail that nobody could deliver is given up: its text and address do not stay in the queue.
  const veille = new Date(instant.getTime() - DAY_MS);
  await sql`
    select graphile_worker.complete_jobs(
      array(select id from graphile_worker.jobs where attempts >= max_attempts and updated_at < ${veille}))`;
  await anonymiserDemandes(sql, instant);
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
