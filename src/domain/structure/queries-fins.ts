// SQL of what hangs on services that end: rattachements' lines, granted abonnements, pending requests; set by set.
import type { Connection } from '../../platform/postgres/sql.ts';

/** Somebody touched by an end, on which structure. */
export type Touche = { compteId: number; structureId: number };

// Line `l` of `r` is the principal's, who has no end date, and gives them nothing else today.
function seuleDePrincipal(sql: Connection, serviceIds: number[], jour: string) {
  return sql`r.role = 'GESTIONNAIRE_PRINCIPAL' and not exists (
    select from rattachement_ligne autre
    where autre.rattachement_id = r.id and autre.statut = 'VALIDEE' and autre.date_debut <= ${jour}
      and (autre.service_id is null or autre.service_id <> all (${serviceIds}::bigint[])))`;
}

/** The accounts that the end of a service of a structure touches: attached to it, subscribed on it, asking for it. */
export async function comptesDuService(
  sql: Connection,
  structureId: number,
  serviceId: number,
): Promise<number[]> {
  const rows = await sql<{ compteId: number }[]>`
    select r.compte_id from rattachement_ligne l join rattachement r on r.id = l.rattachement_id
    where l.service_id = ${serviceId} and l.structure_id = ${structureId}
      and l.statut <> 'SUPPRIMEE' and r.supprime_le is null
    union
    select compte_id from abonnement
    where service_id = ${serviceId} and structure_id = ${structureId} and termine_le is null
    union
    select compte_id from demande_ligne
    where service_id = ${serviceId} and structure_id = ${structureId}
      and etat = 'EN_COURS_DE_VALIDATION'`;
  return rows.map(({ compteId }) => compteId);
}

/** What the end of a service would touch, for the page that warns. */
export type Consequences = { personnes: number; abonnements: number; demandes: number };

/** Counts what hangs on a service: people once each, whatever they hold or ask there. */
export async function consequencesDeFermeture(
  sql: Connection,
  serviceId: number,
  jour: string,
): Promise<Consequences> {
  const [portee] = await sql<Consequences[]>`
    with attaches as (
      select r.compte_id from rattachement_ligne l join rattachement r on r.id = l.rattachement_id
      where l.service_id = ${serviceId} and l.statut <> 'SUPPRIMEE' and r.supprime_le is null
        and (l.date_fin is null or l.date_fin >= ${jour})
    ), abonnes as (
      select compte_id from abonnement where service_id = ${serviceId} and termine_le is null
    ), demandeurs as (
      select compte_id, demande_id from demande_ligne
      where service_id = ${serviceId} and etat = 'EN_COURS_DE_VALIDATION'
    )
    select (select count(*)::int from (select compte_id from attaches union select compte_id
        from abonnes union select compte_id from demandeurs) tous) as personnes,
      (select count(*)::int from abonnes) as abonnements,
      (select count(distinct demande_id)::int from demandeurs) as demandes`;
  return portee ?? { personnes: 0, abonnements: 0, demandes: 0 };
}

/** What forbids a manager to close a service, on its last day. */
export async function empechements(
  sql: Connection,
  { structureId, serviceId }: { structureId: number; serviceId: number },
  dernierJour: string,
  jour: string,
): Promise<{ principalSeul: boolean; derniersGestionnaires: boolean }> {
  const [row] = await sql<{ principalSeul: boolean; derniersGestionnaires: boolean }[]>`
    with apres as (
      select l.service_id is not distinct from ${serviceId} as ici
      from rattachement r join compte c on c.id = r.compte_id and c.etat = 'ACTIF'
      join rattachement_ligne l on l.rattachement_id = r.id and l.statut = 'VALIDEE'
        and l.date_debut <= ${dernierJour}::date + 1
        and (l.date_fin is null or l.date_fin > ${dernierJour})
      where r.structure_id = ${structureId} and r.supprime_le is null
        and r.role in ('GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE')
    )
    select
      exists (
        select from rattachement r
        join rattachement_ligne l on l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
        where r.structure_id = ${structureId} and r.supprime_le is null
          and l.service_id = ${serviceId} and ${seuleDePrincipal(sql, [serviceId], jour)}
      ) as principal_seul,
      coalesce((select bool_and(ici) from apres), false) as derniers_gestionnaires`;
  if (!row) throw new Error('a select without a table gives one row');
  return row;
}

/** Locks structures. */
export async function verrouillerStructuresDe(tx: Connection, ids: number[]): Promise<void> {
  await tx`
    select from structure where id = any (${ids}::bigint[]) order by id for no key update`;
}

/**
 * Locks the rattachements that hang on services, before the services themselves, as acts on rattachements do. The
 * caller holds their structures.
 */
export async function verrouillerRattachementsDe(
  tx: Connection,
  serviceIds: number[],
): Promise<void> {
  await tx`
    select count(*) from (
      select from rattachement
      where supprime_le is null and id in (
        select rattachement_id from rattachement_ligne
        where service_id = any (${serviceIds}::bigint[]) and statut <> 'SUPPRIMEE')
      order by id for update
    ) verrouilles`;
}

/** How many days before an end its notices leave: an end told now is not told again for those that are past. */
const PREAVIS = [7, 30] as const;

/** A rattachement whose lines were cut. */
export type RattachementTouche = Touche & { id: number };

/**
 * Cuts the lines on services at the service's last day. One that would start later, and a principal's, who has no end
 * date, disappear; a principal's only one stays: no end takes a structure its manager by itself.
 */
export async function bornerLignes(
  tx: Connection,
  serviceIds: number[],
  jour: string,
  instant: Date,
): Promise<RattachementTouche[]> {
  const [proche, loin] = PREAVIS;
  const reste = tx`v.date_fin - ${jour}::date`;
  return tx<RattachementTouche[]>`
    with touchees as (
      update rattachement_ligne l set
        statut = case when ${disparait(tx)} then 'SUPPRIMEE' else l.statut end,
        date_fin = case when ${disparait(tx)} then l.date_fin else v.date_fin end,
        fin_annoncee_jours = case when ${reste} <= ${proche} then ${proche}::int
          when ${reste} <= ${loin} then ${loin}::int end,
        modifie_le = ${instant}
      from service v, rattachement r
      where v.id = any (${serviceIds}::bigint[]) and l.service_id = v.id
        and l.statut <> 'SUPPRIMEE' and (l.date_fin is null or l.date_fin > v.date_fin)
        and r.id = l.rattachement_id and r.supprime_le is null
        and not (${seuleDePrincipal(tx, serviceIds, jour)})
      returning l.rattachement_id
    ), modifies as (
      update rattachement set modifie_le = ${instant}, version = version + 1
      where id in (select rattachement_id from touchees)
      returning id, compte_id, structure_id
    )
    select id, compte_id, structure_id from modifies order by id`;
}

function disparait(sql: Connection) {
  return sql`r.role = 'GESTIONNAIRE_PRINCIPAL' or l.date_debut > v.date_fin`;
}

/** Which of these rattachements have no line left, whatever its period: they are over. */
export async function sansLigne(tx: Connection, ids: number[]): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select r.id from rattachement r
    where r.id = any (${ids}::bigint[]) and not exists (
      select from rattachement_ligne l where l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE')`;
  return rows.map(({ id }) => id);
}

/** The pending lines of requests on services. */
export async function lignesDemandees(tx: Connection, serviceIds: number[]): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from demande_ligne
    where service_id = any (${serviceIds}::bigint[]) and etat = 'EN_COURS_DE_VALIDATION'`;
  return rows.map(({ id }) => id);
}

/** Remembers that the last day of services was applied, where it has come. */
export async function marquerFins(
  tx: Connection,
  serviceIds: number[],
  jour: string,
): Promise<void> {
  await tx`
    update service set fin_appliquee = date_fin
    where id = any (${serviceIds}::bigint[]) and date_fin <= ${jour}`;
}

/** Services whose last day has come and was not applied: by id, at most so many. */
export async function finsAAppliquer(
  sql: Connection,
  jour: string,
  nombre: number,
): Promise<{ id: number; structureId: number }[]> {
  return sql<{ id: number; structureId: number }[]>`
    select id, structure_id from service
    where date_fin <= ${jour} and date_fin is not null
      and fin_appliquee is distinct from date_fin
    order by date_fin limit ${nombre}`;
}

/** Locks those of these services that are still due: another worker, or a manager, may have come first. */
export async function verrouillerFinsDues(
  tx: Connection,
  ids: number[],
  jour: string,
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from service
    where id = any (${ids}::bigint[]) and date_fin <= ${jour}
      and fin_appliquee is distinct from date_fin
    order by id for no key update`;
  return rows.map(({ id }) => id);
}
