// SQL of somebody attached to a structure, of the people that an act on many names, of the delegations (screens §9).
import type { Connection } from '../../platform/postgres/sql.ts';
import { etatDuRang, rangDe } from './queries-utilisateurs.ts';
import type { DelegationListee, PersonneChoisie, Utilisateur } from './utilisateurs.ts';

/** Somebody attached to the structure, with their lines, delegations and how many abonnements. */
export async function utilisateurDe(
  sql: Connection,
  structureId: number,
  rattachementId: number,
  jour: string,
): Promise<Utilisateur | undefined> {
  const [utilisateur] = await sql<Utilisateur[]>`
    select r.id, r.compte_id, r.role, r.version, c.nom, c.prenom, c.identifiant_connexion,
      c.etat as etat_compte, lignes.etat, lignes.lignes,
      (select coalesce(json_agg(json_build_object('id', d.id, 'dateDebut', d.date_debut,
          'dateFin', d.date_fin) order by d.date_debut), '[]')
        from delegation d
        where d.structure_id = r.structure_id and d.compte_id = r.compte_id
          and d.terminee_le is null and d.date_fin >= ${jour}) as delegations,
      (select count(*)::int from abonnement a
        where a.rattachement_id = r.id and a.termine_le is null) as abonnements
    from rattachement r
    join compte c on c.id = r.compte_id
    cross join lateral (
      select ${etatDuRang(sql, sql`min(${rangDe(sql, jour)})`)} as etat,
        coalesce(json_agg(json_build_object('id', l.id, 'serviceId', l.service_id, 'code', v.code,
          'service', v.libelle, 'dateDebut', l.date_debut, 'dateFin', l.date_fin,
          'statut', l.statut) order by v.code collate "C" nulls first, l.id), '[]') as lignes
      from rattachement_ligne l left join service v on v.id = l.service_id
      where l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
    ) lignes
    where r.id = ${rattachementId} and r.structure_id = ${structureId} and r.supprime_le is null`;
  return utilisateur;
}

/** Those of these rattachements that are of the structure, ended ones too, by name. */
export async function personnesChoisies(
  sql: Connection,
  structureId: number,
  ids: number[],
): Promise<PersonneChoisie[]> {
  if (ids.length === 0) return [];
  return sql<PersonneChoisie[]>`
    select r.id, r.role, c.nom, c.prenom, c.identifiant_connexion, c.etat as etat_compte,
      r.supprime_le is null as attache
    from rattachement r join compte c on c.id = r.compte_id
    where r.id = any (${ids}::bigint[]) and r.structure_id = ${structureId}
    order by r.tri, r.id`;
}

const DELEGATIONS_MAX = 100;

/** The delegations of the structure that are not over, the first to begin first. */
export async function delegationsDe(
  sql: Connection,
  structureId: number,
  jour: string,
): Promise<DelegationListee[]> {
  return sql<DelegationListee[]>`
    select d.id, d.date_debut, d.date_fin, d.compte_id, c.nom, c.prenom, r.id as rattachement_id
    from delegation d
    join compte c on c.id = d.compte_id
    left join rattachement r on r.compte_id = d.compte_id and r.structure_id = d.structure_id
      and r.supprime_le is null
    where d.structure_id = ${structureId} and d.terminee_le is null and d.date_fin >= ${jour}
    order by d.date_debut, d.id
    limit ${DELEGATIONS_MAX}`;
}
