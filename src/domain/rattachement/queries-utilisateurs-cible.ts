// SQL that finds and locks the person whom a manager acts on, in the order that every act keeps (screens §9).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { EtatCompte } from '../compte/compte.ts';
import type { Cible } from './gestion.ts';

/** Whose rattachement it is, before anything is locked: that never changes. */
export async function compteDuRattachement(
  sql: Connection,
  { structureId, rattachementId }: { structureId: number; rattachementId: number },
): Promise<number | undefined> {
  const [row] = await sql<{ compteId: number }[]>`
    select compte_id from rattachement
    where id = ${rattachementId} and structure_id = ${structureId}`;
  return row?.compteId;
}

/** The account that signs in with this identifiant, whatever its capitals. */
export async function compteParIdentifiant(
  sql: Connection,
  identifiant: string,
): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`
    select id from compte where identifiant_connexion = lower(${identifiant})`;
  return row?.id;
}

/** Locks and reads the live rattachement of an account, already locked, on a structure. */
export async function verrouillerCible(
  tx: Transaction,
  { structureId, compteId }: { structureId: number; compteId: number },
  jour: string,
): Promise<Cible | undefined> {
  await tx`
    select from rattachement
    where compte_id = ${compteId} and structure_id = ${structureId} and supprime_le is null
    for update`;
  const [row] = await tx<(Omit<Cible, 'compteActif'> & { etat: EtatCompte })[]>`
    select r.id as rattachement_id, r.compte_id, r.role, r.version, c.etat,
      (select coalesce(json_agg(json_build_object('id', l.id, 'portee', l.service_id,
          'dateDebut', l.date_debut, 'dateFin', l.date_fin, 'statut', l.statut)
          order by l.service_id nulls first), '[]')
        from rattachement_ligne l
        where l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE') as lignes,
      (select coalesce(json_agg(json_build_object('id', d.id, 'dateDebut', d.date_debut,
          'dateFin', d.date_fin) order by d.date_debut), '[]')
        from delegation d
        where d.compte_id = r.compte_id and d.structure_id = r.structure_id
          and d.terminee_le is null and d.date_fin >= ${jour}) as delegations,
      (select count(*)::int
        from gestionnaires_actifs(r.structure_id, ${jour}) g
        join gestionnaires_actifs(r.structure_id, ${jour}::date + 1) demain using (compte_id)
        where g.compte_id <> r.compte_id) as autres_gestionnaires
    from rattachement r join compte c on c.id = r.compte_id
    where r.compte_id = ${compteId} and r.structure_id = ${structureId}
      and r.supprime_le is null`;
  if (!row) return undefined;
  const { etat, ...cible } = row;
  return { ...cible, compteActif: etat === 'ACTIF' };
}

/** Of whom and of when a delegation of the structure is; whether it is over that day. */
export async function lireDelegation(
  sql: Connection,
  { structureId, delegationId }: { structureId: number; delegationId: number },
  jour: string,
): Promise<{ compteId: number; finie: boolean } | undefined> {
  const [row] = await sql<{ compteId: number; finie: boolean }[]>`
    select compte_id, terminee_le is not null or date_fin < ${jour} as finie
    from delegation where id = ${delegationId} and structure_id = ${structureId}`;
  return row;
}
