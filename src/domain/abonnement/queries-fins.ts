// SQL that ends granted abonnements: asked for, or with what carried them (issue of the espaces).
import type { PendingQuery, Row } from 'postgres';
import { jourCivil } from '../../platform/clock.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { AbonnementEcrit } from './queries-ecriture.ts';

type Fragment = PendingQuery<Row[]>;

/** Ends live abonnements `a`; gives them. */
async function terminer(
  tx: Connection,
  lesquels: Fragment,
  instant: Date,
): Promise<AbonnementEcrit[]> {
  return tx<AbonnementEcrit[]>`
    with finis as (
      update abonnement a set termine_le = ${instant}, modifie_le = ${instant},
        version = a.version + 1
      where a.termine_le is null and ${lesquels}
      returning a.id, a.compte_id, a.structure_id, a.espace_id, a.mode
    )
    select f.id, f.compte_id, f.structure_id, e.code as espace, f.mode
    from finis f join espace e on e.id = f.espace_id
    order by f.compte_id, f.structure_id, e.ordre, f.id`;
}

/** Those of these ids that an account holds. */
export function terminerSiens(
  tx: Connection,
  compteId: number,
  ids: number[],
  instant: Date,
): Promise<AbonnementEcrit[]> {
  const siens = tx`a.id = any (${ids}::bigint[]) and a.compte_id = ${compteId}`;
  return terminer(tx, siens, instant);
}

/** Those of these ids that a rattachement carries. */
export function terminerDuRattachement(
  tx: Connection,
  rattachementId: number,
  ids: number[],
  instant: Date,
): Promise<AbonnementEcrit[]> {
  const portes = tx`a.id = any (${ids}::bigint[]) and a.rattachement_id = ${rattachementId}`;
  return terminer(tx, portes, instant);
}

/** All that these rattachements carry. */
export function terminerTous(
  tx: Connection,
  rattachementIds: number[],
  instant: Date,
): Promise<AbonnementEcrit[]> {
  return terminer(tx, tx`a.rattachement_id = any (${rattachementIds}::bigint[])`, instant);
}

/** What these rattachements carry no more: their lines, or the role that it was for, are gone. */
export function terminerPerdus(
  tx: Connection,
  rattachementIds: number[],
  instant: Date,
): Promise<AbonnementEcrit[]> {
  const perdus = tx`a.rattachement_id = any (${rattachementIds}::bigint[])
    and ${plusPorte(tx, jourCivil(instant))}`;
  return terminer(tx, perdus, instant);
}

// A suspension keeps what it stops, and so does a line that has not begun.
function couverte(sql: Connection, rattachementId: Fragment, serviceId: Fragment, jour: string) {
  return sql`exists (
    select from rattachement_ligne l
    where l.rattachement_id = ${rattachementId} and l.statut <> 'SUPPRIMEE'
      and (l.date_fin is null or l.date_fin >= ${jour})
      and (l.service_id is null or l.service_id = ${serviceId}))`;
}

/** No line of its rattachement will carry abonnement `a` any more; or it is for managers, and its holder is none. */
function plusPorte(sql: Connection, jour: string): Fragment {
  return sql`(
    not ${couverte(sql, sql`a.rattachement_id`, sql`a.service_id`, jour)}
    or (exists (select from espace e where e.id = a.espace_id and e.pour = 'GESTIONNAIRES')
      and not exists (select from rattachement r where r.id = a.rattachement_id
        and r.supprime_le is null
        and r.role in ('GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE'))
      and not exists (select from delegation d where d.compte_id = a.compte_id
        and d.structure_id = a.structure_id and d.terminee_le is null
        and d.date_fin >= ${jour})))`;
}

/** The pending lines that ask for an espace on what these rattachements no longer cover. */
export async function lignesSansRattachement(
  tx: Connection,
  rattachementIds: number[],
  jour: string,
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select d.id from rattachement r
    join demande_ligne d on d.compte_id = r.compte_id and d.structure_id = r.structure_id
      and d.nature = 'ABONNEMENT' and d.etat = 'EN_COURS_DE_VALIDATION'
    where r.id = any (${rattachementIds}::bigint[])
      and not ${couverte(tx, tx`r.id`, tx`d.service_id`, jour)}`;
  return rows.map(({ id }) => id);
}

/** The live rattachement of an account on a structure, as a list. */
export async function rattachementVivant(
  tx: Connection,
  { compteId, structureId }: { compteId: number; structureId: number },
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from rattachement
    where compte_id = ${compteId} and structure_id = ${structureId} and supprime_le is null`;
  return rows.map(({ id }) => id);
}

/** How long after their end lines and delegations are looked at: past it, their rights do not count all the same. */
const REGARD_JOURS = 40;

/** A rattachement with rights that its lines or a delegation carried until lately. */
export type RattachementEchu = { id: number; compteId: number };

/** Those whose period, or delegation, ended lately with something that hung on it; at most so many. */
export async function rattachementsEchus(
  sql: Connection,
  jour: string,
  limite: number,
): Promise<RattachementEchu[]> {
  const finie = (date: Fragment) =>
    sql`${date} < ${jour} and ${date} >= ${jour}::date - ${REGARD_JOURS}::int`;
  return sql<RattachementEchu[]>`
    with finis as (
      select l.rattachement_id as id from rattachement_ligne l
      where l.statut = 'VALIDEE' and l.date_fin is not null and ${finie(sql`l.date_fin`)}
      union
      select r.id from delegation d
      join rattachement r on r.compte_id = d.compte_id and r.structure_id = d.structure_id
        and r.supprime_le is null
      where d.terminee_le is null and ${finie(sql`d.date_fin`)}
    )
    select r.id, r.compte_id from finis f join rattachement r on r.id = f.id
    where exists (select from abonnement a where a.rattachement_id = r.id
        and a.termine_le is null and ${plusPorte(sql, jour)})
      or exists (select from demande_ligne d where d.compte_id = r.compte_id
        and d.structure_id = r.structure_id and d.nature = 'ABONNEMENT'
        and d.etat = 'EN_COURS_DE_VALIDATION'
        and not ${couverte(sql, sql`r.id`, sql`d.service_id`, jour)})
    limit ${limite}`;
}
