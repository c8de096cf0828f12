// What must hold of rattachements and requests after any act (design §6.2, model §2, §3, §4),
// asked of the database.
import type { Connection } from '../../src/platform/postgres/sql.ts';

/** What is broken on that day, each in a few words; nothing when all is well. */
export async function enDefaut(
  sql: Connection,
  { structures, comptes }: { structures: number[]; comptes: number[] },
  jour: string,
): Promise<string[]> {
  const defauts = await sql<{ defaut: string }[]>`
    with r as (
      select * from rattachement where structure_id = any (${structures}::bigint[])
    ), vivant as (
      select * from r where supprime_le is null
    ), l as (
      select l.*, r.compte_id, r.role, r.supprime_le from rattachement_ligne l
      join r on r.id = l.rattachement_id where l.statut <> 'SUPPRIMEE'
    ), d as (
      select * from demande where structure_id = any (${structures}::bigint[])
    ), dl as (
      select dl.*, d.etat as etat_demande from demande_ligne dl join d on d.id = dl.demande_id
    ), e as (
      select e.*, d.etat, d.compte_id, d.demandee_le, d.terminee_le, d.decidee_par_compte_id,
        d.decidee_en_qualite,
        row_number() over (partition by d.id order by e.id) as rang,
        row_number() over (partition by d.id order by e.id desc) as reste,
        lag(e.instant) over (partition by d.id order by e.id) as avant
      from demande_etape e join d on d.id = e.demande_id
    ), active as (
      select * from l where statut = 'VALIDEE' and supprime_le is null
        and ${jour}::date between date_debut and coalesce(date_fin, 'infinity')
    ), attendue as (
      select compte_id, structure_id, service_id, false as gestion from active
      union select compte_id, structure_id, null, true from active where role <> 'UTILISATEUR'
      union select compte_id, structure_id, null, true from delegation
      where structure_id = any (${structures}::bigint[]) and terminee_le is null
        and ${jour}::date between date_debut and date_fin
    ), donnee as (
      select c.id as compte_id, p.structure_id, p.service_id, p.gestion
      from unnest(${comptes}::bigint[]) c (id)
      cross join lateral portees_actives(c.id, ${jour}) p
      where p.structure_id = any (${structures}::bigint[])
    )
    select 'two live rattachements of one account on one structure' as defaut
      from vivant group by compte_id, structure_id having count(*) > 1
    union all select 'two principals' from vivant
      where role = 'GESTIONNAIRE_PRINCIPAL' group by structure_id having count(*) > 1
    union all select 'a principal with an end' from l
      where role = 'GESTIONNAIRE_PRINCIPAL' and supprime_le is null and date_fin is not null
    union all select 'a line that ends before it starts' from l where date_fin < date_debut
    union all select 'two live lines of one scope' from l
      group by rattachement_id, service_id having count(*) > 1
    union all select 'a live line on a deleted rattachement' from l where supprime_le is not null
    union all select 'an abonnement on a deleted rattachement' from abonnement a
      join r on r.id = a.rattachement_id
      where r.supprime_le is not null and a.termine_le is null
    union all select 'a right outside an active line' from
      (select * from donnee except select * from attendue) de_trop
    union all select 'an active line that gives no right' from
      (select * from attendue except select * from donnee) perdue
    union all select 'two live requests of one line' from dl
      where etat = 'EN_COURS_DE_VALIDATION'
      group by compte_id, structure_id, nature, service_id having count(*) > 1
    union all select 'a line in another state than its request' from dl
      where etat <> etat_demande and not (etat_demande = 'ACCEPTEE' and etat = 'REFUSEE')
    union all select 'a request accepted without a line granted' from d
      where etat = 'ACCEPTEE' and not exists (
        select from dl where dl.demande_id = d.id and dl.etat = 'ACCEPTEE')
    union all select 'more granted than asked' from dl
      where accordee_debut < date_debut or accordee_fin > date_fin
        or (accordee_debut is not null) <> (etat = 'ACCEPTEE')
    union all select 'a request without a line' from d
      where not exists (select from dl where dl.demande_id = d.id)
    union all select 'a request asked for a period reversed' from dl where date_fin < date_debut
    union all select 'a closed request without an end, or an open one with' from d
      where (etat = 'EN_COURS_DE_VALIDATION') <> (terminee_le is null) or terminee_le < demandee_le
    union all select 'a timeline that does not start by the request' from e
      where (rang = 1) <> (quoi = 'DEMANDEE') or (rang = 1 and instant <> demandee_le)
        or (rang = 1 and par_compte_id is distinct from compte_id)
    union all select 'a timeline out of order' from e where instant < avant
    union all select 'a timeline that does not end by the state' from e
      where reste = 1 and etat <> 'EN_COURS_DE_VALIDATION'
        and (quoi <> etat or instant <> terminee_le)
    union all select 'a timeline that goes on after the end' from e
      where rang > 1 and etat = 'EN_COURS_DE_VALIDATION'
        and quoi not in ('RAPPELEE', 'RELANCEE', 'ESCALADEE', 'OPPOSEE')
    union all select 'a decision without its manager on the timeline' from e
      where quoi in ('ACCEPTEE', 'REFUSEE')
        and (par_compte_id, en_qualite) is distinct from
          (decidee_par_compte_id, decidee_en_qualite)
    union all select 'a decision on one’s own request' from d
      where decidee_par_compte_id = compte_id
    union all select 'a request decided by nobody, or withdrawn by somebody' from d
      where (etat in ('ACCEPTEE', 'REFUSEE')) <> (decidee_par_compte_id is not null)
        or (etat = 'REFUSEE') <> (motif is not null)`;
  return defauts.map(({ defaut }) => defaut);
}
