// SQL of the reminders to who decides on requests: what waits for them, whether they still want to be told.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type { Attente } from '../notification/notification.ts';
import { PAR_DEFAUT, type Rythme } from '../notification/preferences.ts';

const CITEES = 10;

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

/** Whom a reminder is for, as they are now. */
export type LecteurDeRappel = {
  compteId: number;
  adresse: string;
  langue: Langue;
  nomComplet: string;
  recevoirNotifications: boolean;
  rythme: Rythme;
  /** The only active manager of a structure where a request waits for them. */
  seulGestionnaire: boolean;
};

/** The account for which a reminder was claimed; nothing when no mail reaches it any more. */
export async function lecteurDuRappel(
  sql: Connection,
  envoiId: number,
  jour: string,
): Promise<LecteurDeRappel | undefined> {
  const [lecteur] = await sql<LecteurDeRappel[]>`
    select c.id as compte_id, c.adresse_electronique as adresse, c.langue,
      c.prenom || ' ' || c.nom as nom_complet, c.recevoir_notifications,
      coalesce(p.rythme, ${PAR_DEFAUT.DEMANDES_A_DECIDER}) as rythme, exists (
        select from (select distinct structure_id from portees_actives(c.id, ${jour})
          where gestion) g
        where array[c.id] = (
            select array_agg(a.compte_id) from gestionnaires_actifs(g.structure_id, ${jour}) a)
          and exists (select from demande d where d.structure_id = g.structure_id
            and d.etat = 'EN_COURS_DE_VALIDATION' and d.nature <> 'REPRISE'
            and d.compte_id <> c.id)
      ) as seul_gestionnaire
    from envoi e
    join compte c on c.id = e.compte_id and c.etat = 'ACTIF'
      and c.adresse_electronique is not null
    left join preference_notification p on p.compte_id = c.id and p.sujet = 'DEMANDES_A_DECIDER'
    where e.id = ${envoiId}`;
  return lecteur;
}
