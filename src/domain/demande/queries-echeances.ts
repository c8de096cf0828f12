// SQL of the requests that have waited long: which are due, whom they are told to (model §2).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import { PAR_DEFAUT, type Rythme } from '../notification/preferences.ts';

// A request is as many days old as civil days went by in Paris since it was filed.
function agee(sql: Connection, jour: string, jours: number) {
  return sql`d.etat = 'EN_COURS_DE_VALIDATION'
    and d.demandee_le < (${jour}::date - ${jours}::int + 1)::timestamp at time zone 'Europe/Paris'`;
}

/** Pending requests at least so many days old, the oldest first, at most so many. */
export async function demandesAgees(
  sql: Connection,
  jour: string,
  jours: number,
  limite: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select d.id from demande d where ${agee(sql, jour, jours)}
    order by d.demandee_le, d.id limit ${limite}`;
  return rows.map(({ id }) => id);
}

/**
 * Pending requests that the référents must see: so many days old, or on a structure that nobody
 * manages that day.
 */
export async function demandesAEscalader(
  sql: Connection,
  jour: string,
  jours: number,
  limite: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select d.id from demande d
    where d.etat = 'EN_COURS_DE_VALIDATION' and d.escaladee_le is null and (
      (${agee(sql, jour, jours)})
      or not exists (select from gestionnaires_actifs(d.structure_id, ${jour})))
    order by d.demandee_le, d.id limit ${limite}`;
  return rows.map(({ id }) => id);
}

/** The structures where a request reached one of these ages and was not reminded of at that age. */
export async function structuresARappeler(
  sql: Connection,
  jour: string,
  rappels: readonly number[],
  limite: number,
): Promise<number[]> {
  const [premier = 0] = rappels;
  const rows = await sql<{ structureId: number }[]>`
    select distinct d.structure_id from demande d
    where ${agee(sql, jour, premier)} and d.nature <> 'REPRISE'
      and d.rappel_jours < ${ageAtteint(sql, jour, rappels)}
    limit ${limite}`;
  return rows.map(({ structureId }) => structureId);
}

/**
 * The structures, from one on, where a request was so old on `lundi`, the day of weekly reminders, and one of those who decide
 * on it today is reminded weekly (`rythmeDesRappels`) and was not since then. Nobody else: whom no mail is claimed for would
 * come back at each run.
 */
export async function structuresEnRetard(
  sql: Connection,
  { lundi, jour, age, apres }: { lundi: string; jour: string; age: number; apres: number },
  limite: number,
): Promise<number[]> {
  const enRetard = sql`${agee(sql, lundi, age)} and d.nature <> 'REPRISE'`;
  const rows = await sql<{ structureId: number }[]>`
    select s.structure_id from (
      select distinct d.structure_id from demande d
      where ${enRetard} and d.structure_id > ${apres}) s
    where exists (
      select from (
        select compte_id, count(*) over () = 1 as seul
        from gestionnaires_actifs(s.structure_id, ${jour})
        union all
        select compte_id, false from delegation
        where structure_id = s.structure_id and terminee_le is null
          and date_debut <= ${jour} and date_fin >= ${jour}
      ) g
      join compte c on c.id = g.compte_id and c.etat = 'ACTIF'
        and c.adresse_electronique is not null
      join preference_notification p on p.compte_id = c.id and p.sujet = 'DEMANDES_A_DECIDER'
        and ((p.rythme = 'HEBDOMADAIRE' and c.recevoir_notifications)
          or (p.rythme in ('HEBDOMADAIRE', 'JAMAIS') and g.seul))
      where not exists (select from envoi e where e.compte_id = c.id
          and e.nature = 'DEMANDES_EN_ATTENTE' and e.periode >= ${`rappel-${lundi}`})
        and exists (select from demande d
          where d.structure_id = s.structure_id and ${enRetard} and d.compte_id <> c.id))
    order by s.structure_id limit ${limite}`;
  return rows.map(({ structureId }) => structureId);
}

// The last of the ages that the request reached.
function ageAtteint(sql: Connection, jour: string, rappels: readonly number[]) {
  return sql`(select coalesce(max(age), 0) from unnest(${[...rappels]}::int[]) age
    where age <= ${jour}::date - (d.demandee_le at time zone 'Europe/Paris')::date)`;
}

/** Claims the requests of a structure whose reminder is due; those that another worker holds are left to it. */
export async function reclamerRappels(
  tx: Transaction,
  structureId: number,
  jour: string,
  rappels: readonly number[],
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    with dues as (
      select d.id, ${ageAtteint(tx, jour, rappels)} as atteint from demande d
      where d.structure_id = ${structureId} and d.etat = 'EN_COURS_DE_VALIDATION'
        and d.nature <> 'REPRISE' and d.rappel_jours < ${ageAtteint(tx, jour, rappels)}
      order by d.id
      for update skip locked
    )
    update demande set rappel_jours = dues.atteint from dues where demande.id = dues.id
    returning demande.id`;
  return rows.map(({ id }) => id).toSorted((a, b) => a - b);
}

/** Somebody who decides on requests, and where mail reaches them. */
export type Decideur = {
  compteId: number;
  adresse: string | null;
  langue: Langue;
  nomComplet: string;
  recevoirNotifications: boolean;
  /** When they want to be told of requests to decide on. */
  rythme: Rythme;
  /** The only active manager of this structure. */
  seulGestionnaire: boolean;
};

// When an account `c` wants to be told of requests to decide on.
function rythmeChoisi(sql: Connection) {
  return sql`select coalesce((select p.rythme from preference_notification p
    where p.compte_id = c.id and p.sujet = 'DEMANDES_A_DECIDER'),
    ${PAR_DEFAUT.DEMANDES_A_DECIDER}) as rythme`;
}

/** Who may decide on the requests of a structure that day: its managers, and their delegates. */
export async function decideursDe(
  sql: Connection,
  structureId: number,
  jour: string,
): Promise<Decideur[]> {
  return sql<Decideur[]>`
    with gestionnaires as (select compte_id from gestionnaires_actifs(${structureId}, ${jour}))
    select c.id as compte_id, c.adresse_electronique as adresse, c.langue,
      c.prenom || ' ' || c.nom as nom_complet, c.recevoir_notifications,
      (${rythmeChoisi(sql)}) as rythme,
      (select count(*) from gestionnaires) = 1
        and c.id in (select compte_id from gestionnaires) as seul_gestionnaire
    from compte c
    where c.etat = 'ACTIF' and c.id in (
      select compte_id from gestionnaires
      union
      select d.compte_id from delegation d
      where d.structure_id = ${structureId} and d.terminee_le is null
        and d.date_debut <= ${jour} and d.date_fin >= ${jour})
    order by c.id`;
}

/** Somebody to write to. */
export type Destinataire = Omit<Decideur, 'recevoirNotifications' | 'rythme' | 'seulGestionnaire'>;

/**
 * The référents to whom a request went up since they were last told; never of a structure that they are attached to. Who wants
 * to be told weekly is from `lundi` on, the day of weekly reminders once it has come, of what had gone up before it.
 */
export async function referentsAPrevenir(
  sql: Connection,
  lundi: string | null,
): Promise<Destinataire[]> {
  const debut = sql`${lundi}::date::timestamp at time zone 'Europe/Paris'`;
  return sql<Destinataire[]>`
    with montees as materialized (
      select d.structure_id, s.departement, d.compte_id, d.escaladee_le
      from demande d join structure s on s.id = d.structure_id
      where d.etat = 'EN_COURS_DE_VALIDATION' and d.escaladee_le is not null
    ), referents as (
      select id from compte where referent_national
      union
      select id from compte where referent_departements && (
        select coalesce(array_agg(distinct departement), '{}') from montees
        where departement is not null)
    )
    select c.id as compte_id, c.adresse_electronique as adresse, c.langue,
      c.prenom || ' ' || c.nom as nom_complet
    from referents r
    join compte c on c.id = r.id and c.etat = 'ACTIF' and c.recevoir_notifications
    cross join lateral (${rythmeChoisi(sql)}) choix
    cross join lateral (
      select coalesce(max(e.reclame_le), '-infinity') as le from envoi e
      where e.compte_id = c.id and e.nature = 'DEMANDES_ESCALADEES'
    ) dernier
    where choix.rythme <> 'JAMAIS' and exists (
      select from montees m
      where m.escaladee_le > dernier.le and m.compte_id <> c.id
        and (choix.rythme <> 'HEBDOMADAIRE'
          or (m.escaladee_le < ${debut} and dernier.le < ${debut}))
        and (c.referent_national or m.departement = any (c.referent_departements))
        and not exists (select from rattachement a where a.compte_id = c.id
          and a.structure_id = m.structure_id and a.supprime_le is null))
    order by c.id`;
}

/** The référents who may decide on a structure: of its département, not attached to it. */
export async function referentsDe(sql: Connection, structureId: number): Promise<Decideur[]> {
  return sql<Decideur[]>`
    select c.id as compte_id, c.adresse_electronique as adresse, c.langue,
      c.prenom || ' ' || c.nom as nom_complet, c.recevoir_notifications,
      (${rythmeChoisi(sql)}) as rythme, false as seul_gestionnaire
    from structure s
    join compte c on c.etat = 'ACTIF'
      and c.id in (select id from compte where referent_national
        union select id from compte where referent_departements @> array[s.departement])
    where s.id = ${structureId}
      and not exists (select from rattachement a where a.compte_id = c.id
        and a.structure_id = s.id and a.supprime_le is null)
    order by c.id`;
}

/** Sends a request up to the référents: from now on they decide too. */
export async function escaladerDemande(tx: Transaction, id: number, instant: Date): Promise<void> {
  await tx`
    update demande set escaladee_le = ${instant}, version = version + 1 where id = ${id}`;
}

/** Remembers that its author reminded the managers of a request. */
export async function noterRelance(tx: Transaction, id: number, instant: Date): Promise<void> {
  await tx`
    update demande set relancee_le = ${instant}, version = version + 1 where id = ${id}`;
}
