// SQL of the requests that have waited long: which are due, whom they are told to (model §2).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type { DemandeEnAttente } from '../notification/notification.ts';
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
 * The structures where a request was so old on that day, one of whose managers may want a weekly reminder and got none since
 * then.
 */
export async function structuresEnRetard(
  sql: Connection,
  jour: string,
  age: number,
  limite: number,
): Promise<number[]> {
  const rows = await sql<{ structureId: number }[]>`
    select s.structure_id from (
      select distinct d.structure_id from demande d
      where ${agee(sql, jour, age)} and d.nature <> 'REPRISE') s
    where exists (
      select from (
        select compte_id from gestionnaires_actifs(s.structure_id, ${jour})
        union all
        select compte_id from delegation where structure_id = s.structure_id and terminee_le is null
      ) g
      join compte c on c.id = g.compte_id and c.adresse_electronique is not null
      join preference_notification p on p.compte_id = c.id and p.sujet = 'DEMANDES_A_DECIDER'
        and ((p.rythme = 'HEBDOMADAIRE' and c.recevoir_notifications)
          or (p.rythme in ('HEBDOMADAIRE', 'JAMAIS')
            and (select count(*) from gestionnaires_actifs(s.structure_id, ${jour})) = 1))
      where not exists (select from envoi e where e.compte_id = c.id
        and e.nature = 'DEMANDES_EN_ATTENTE' and e.periode >= ${`rappel-${jour}`}))
    limit ${limite}`;
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
      coalesce((select p.rythme from preference_notification p
        where p.compte_id = c.id and p.sujet = 'DEMANDES_A_DECIDER'),
        ${PAR_DEFAUT.DEMANDES_A_DECIDER}) as rythme,
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

const CITEES = 10;

/** What a mail says of the requests that wait for somebody. */
export type Attente = { nombre: number; demandes: DemandeEnAttente[] };

/** Every request that waits for a manager, on all that they manage: how many, and the oldest ones. */
export async function attenteDuGestionnaire(
  sql: Connection,
  compteId: number,
  jour: string,
): Promise<Attente> {
  const [attente] = await sql<Attente[]>`
    with siennes as (
      select d.id, d.compte_id, d.structure_id, d.demandee_le
      from (select distinct structure_id from portees_actives(${compteId}, ${jour})
        where gestion) g
      join demande d on d.structure_id = g.structure_id
        and d.etat = 'EN_COURS_DE_VALIDATION' and d.compte_id <> ${compteId}
        -- A take-over is the référents' to decide.
        and d.nature <> 'REPRISE'
    )
    ${resumer(sql)}`;
  return attente ?? { nombre: 0, demandes: [] };
}

/** Every request that went up to a référent, in their départements. */
export async function attenteDuReferent(sql: Connection, compteId: number): Promise<Attente> {
  const [attente] = await sql<Attente[]>`
    with siennes as (
      select d.id, d.compte_id, d.structure_id, d.demandee_le
      from demande d
      join structure s on s.id = d.structure_id
      join compte moi on moi.id = ${compteId}
        and (moi.referent_national or s.departement = any (moi.referent_departements))
      where d.etat = 'EN_COURS_DE_VALIDATION' and d.escaladee_le is not null
        and d.compte_id <> ${compteId}
        and not exists (select from rattachement r where r.compte_id = ${compteId}
          and r.structure_id = d.structure_id and r.supprime_le is null)
    )
    ${resumer(sql)}`;
  return attente ?? { nombre: 0, demandes: [] };
}

function resumer(sql: Connection) {
  return sql`
    select (select count(*)::int from siennes) as nombre, (
      select coalesce(json_agg(json_build_object('demandeur', c.prenom || ' ' || c.nom,
        'structure', s.designation, 'jour', (p.demandee_le at time zone 'Europe/Paris')::date)
        order by p.demandee_le, p.id), '[]')
      from (select * from siennes order by demandee_le, id limit ${CITEES}) p
      join compte c on c.id = p.compte_id
      join structure s on s.id = p.structure_id
    ) as demandes`;
}

/** Somebody to write to. */
export type Destinataire = Omit<Decideur, 'recevoirNotifications' | 'rythme' | 'seulGestionnaire'>;

/** The référents to whom a request went up since they were last told; never of a structure that they are attached to. */
export async function referentsAPrevenir(sql: Connection): Promise<Destinataire[]> {
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
    from referents r join compte c on c.id = r.id and c.etat = 'ACTIF'
    cross join lateral (
      select coalesce(max(e.reclame_le), '-infinity') as le from envoi e
      where e.compte_id = c.id and e.nature = 'DEMANDES_ESCALADEES'
    ) dernier
    where exists (
      select from montees m
      where m.escaladee_le > dernier.le and m.compte_id <> c.id
        and (c.referent_national or m.departement = any (c.referent_departements))
        and not exists (select from rattachement a where a.compte_id = c.id
          and a.structure_id = m.structure_id and a.supprime_le is null))
    order by c.id`;
}

/** The référents who may decide on a structure: of its département, not attached to it. */
export async function referentsDe(sql: Connection, structureId: number): Promise<Destinataire[]> {
  return sql<Destinataire[]>`
    select c.id as compte_id, c.adresse_electronique as adresse, c.langue,
      c.prenom || ' ' || c.nom as nom_complet
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
