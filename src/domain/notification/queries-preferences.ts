// SQL of what people choose to be told by mail (model §6).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import {
  PAR_DEFAUT,
  type Preferences,
  preferencesDepuis,
  type QualiteDeLecteur,
  type Sujet,
} from './preferences.ts';

/** The rhythms that hold for an account, and what it is on its structures that day, as far as its mails go. */
export async function choixDuCompte(
  sql: Connection,
  compteId: number,
  jour: string,
): Promise<{ rythmes: Preferences; qualite: QualiteDeLecteur }> {
  const [lu] = await sql<(QualiteDeLecteur & { choisies: Partial<Preferences> })[]>`
    with gerees as materialized (
      select distinct structure_id from portees_actives(${compteId}, ${jour}) where gestion
    )
    select (
        select coalesce(json_object_agg(p.sujet, p.rythme), '{}') from preference_notification p
        where p.compte_id = ${compteId}) as choisies,
      exists (select from gerees) as gestionnaire, exists (
        select from gerees g where array[${compteId}::bigint] = (
          select array_agg(a.compte_id) from gestionnaires_actifs(g.structure_id, ${jour}) a)
      ) as seul_gestionnaire, exists (
        select from compte c where c.id = ${compteId}
          and (c.referent_national or c.referent_departements <> '{}')) as referent`;
  const { choisies = {}, gestionnaire = false, seulGestionnaire = false } = lu ?? {};
  const qualite = { gestionnaire, seulGestionnaire, referent: lu?.referent ?? false };
  return { rythmes: preferencesDepuis(choisies, qualite), qualite };
}

/**
 * Stores choices. What the rhythm before had not told yet, the new one tells: only « never » begins from now. See
 * `preference_notification.depuis`.
 */
export async function enregistrerRythmes(
  tx: Transaction,
  compteId: number,
  choix: Partial<Preferences>,
  instant: Date,
): Promise<void> {
  const sujets = Object.keys(choix) as Sujet[];
  if (sujets.length === 0) return;
  await tx`
    insert into preference_notification as p (compte_id, sujet, rythme, modifiee_le, depuis)
    select ${compteId}, v.sujet, v.rythme, ${instant}, case
      when a.rythme = 'JAMAIS' then pg_current_xact_id()
      when x.choisie >= c.jusqu_a then x.depuis
      else c.jusqu_a end
    from unnest(${sujets as string[]}::text[],
      ${sujets.map((sujet) => choix[sujet] ?? '')}::text[],
      ${sujets.map((sujet) => PAR_DEFAUT[sujet])}::text[]) as v (sujet, rythme, par_defaut)
    left join preference_notification x on x.compte_id = ${compteId} and x.sujet = v.sujet
    cross join lateral (select coalesce(x.rythme, v.par_defaut) as rythme) a
    cross join lateral (select releve_couvert(${compteId}, a.rythme) as jusqu_a) c
    on conflict (compte_id, sujet) do update set rythme = excluded.rythme,
      modifiee_le = excluded.modifiee_le, depuis = excluded.depuis, choisie = pg_current_xact_id()`;
}
