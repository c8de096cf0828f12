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

/** Those on services whose last day has come. */
export function terminerDeServices(
  tx: Connection,
  serviceIds: number[],
  jour: string,
  instant: Date,
): Promise<AbonnementEcrit[]> {
  const fermes = tx`a.service_id in (
    select v.id from service v where v.id = any (${serviceIds}::bigint[]) and v.date_fin <= ${jour})`;
  return terminer(tx, fermes, instant);
}

/** Those for an espace on a structure. */
export function terminerDeLEspace(
  tx: Connection,
  { structureId, espaceId }: { structureId: number; espaceId: number },
  instant: Date,
): Promise<AbonnementEcrit[]> {
  const siens = tx`a.structure_id = ${structureId} and a.espace_id = ${espaceId}`;
  return terminer(tx, siens, instant);
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

/** A line of a rattachement covers a scope; a suspension keeps what it stops, and so does a line that has not begun. */
export function couverte(
  sql: Connection,
  rattachementId: Fragment,
  serviceId: Fragment,
  jour: string,
) {
  return sql`exists (
    select from rattachement_ligne l
    where l.rattachement_id = ${rattachementId} and l.statut <> 'SUPPRIMEE'
      and (l.date_fin is null or l.date_fin >= ${jour})
      and (l.service_id is null or l.service_id = ${serviceId}))`;
}

/** No line of its rattachement will carry abonnement `a` any more; or it is for managers, and its holder is none. */
export function plusPorte(sql: Connection, jour: string): Fragment {
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
