// SQL of what people choose to be told by mail (model §6).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import { PAR_DEFAUT, type Preferences, type QualiteDeLecteur, type Sujet } from './preferences.ts';

/** What an account chose; the rest is left to the defaults. */
export async function preferencesChoisies(
  sql: Connection,
  compteId: number,
): Promise<Partial<Preferences>> {
  const rows = await sql<{ sujet: Sujet; rythme: Preferences[Sujet] }[]>`
    select sujet, rythme from preference_notification where compte_id = ${compteId}`;
  return Object.fromEntries(rows.map(({ sujet, rythme }) => [sujet, rythme]));
}

/** What an account is on its structures that day, as far as its mails go. */
export async function qualiteDuLecteur(
  sql: Connection,
  compteId: number,
  jour: string,
): Promise<QualiteDeLecteur> {
  const [qualite] = await sql<QualiteDeLecteur[]>`
    with gerees as materialized (
      select distinct structure_id from portees_actives(${compteId}, ${jour}) where gestion
    )
    select exists (select from gerees) as gestionnaire, exists (
      select from gerees g where array[${compteId}::bigint] = (
        select array_agg(a.compte_id) from gestionnaires_actifs(g.structure_id, ${jour}) a)
    ) as seul_gestionnaire`;
  return qualite ?? { gestionnaire: false, seulGestionnaire: false };
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
