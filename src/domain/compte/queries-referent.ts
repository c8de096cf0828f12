// SQL of the accounts that a référent sees (model §3): those attached in their départements; all, for the whole country.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { Role } from '../rattachement/rattachement.ts';
import type { Compte } from './compte.ts';

/** An account, as a référent of one of its structures sees it. */
export type CompteDuReferent = Pick<
  Compte,
  'id' | 'identifiantConnexion' | 'nom' | 'prenom' | 'etat' | 'creeLe' | 'desactiveLe'
> & {
  /** Structures that it is attached to, in the reader's départements. */
  structures: number;
};

/** Accounts `c` that the référent has in their départements: a condition of a query. */
function sesComptes(sql: Connection, referentId: number) {
  return sql`exists (
    select from compte moi where moi.id = ${referentId} and moi.etat = 'ACTIF'
      and (moi.referent_national or exists (
        select from rattachement r join structure s on s.id = r.structure_id
        where r.compte_id = c.id and r.supprime_le is null
          and s.departement = any (moi.referent_departements))))`;
}

/** The account of that identifiant, whatever its capitals, if the référent has it. */
export async function chercherCompteDuReferent(
  sql: Connection,
  referentId: number,
  identifiant: string,
): Promise<number | undefined> {
  const [compte] = await sql<{ id: number }[]>`
    select c.id from compte c
    where c.identifiant_connexion = lower(${identifiant}) and ${sesComptes(sql, referentId)}`;
  return compte?.id;
}

/** The account, if the référent has it. */
export async function compteDuReferent(
  sql: Connection,
  referentId: number,
  compteId: number,
): Promise<CompteDuReferent | undefined> {
  const [compte] = await sql<CompteDuReferent[]>`
    select c.id, c.identifiant_connexion, c.nom, c.prenom, c.etat, c.cree_le, c.desactive_le,
      (select count(*)::int from rattachement r
        join structure s on s.id = r.structure_id
        join compte moi on moi.id = ${referentId}
          and (moi.referent_national or s.departement = any (moi.referent_departements))
        where r.compte_id = c.id and r.supprime_le is null) as structures
    from compte c
    where c.id = ${compteId} and ${sesComptes(sql, referentId)}`;
  return compte;
}

/** A structure of the account, and whether nobody else manages it. */
export type StructureDuCompte = {
  id: number;
  designation: string;
  identifiant: string;
  role: Role;
  seulGestionnaire: boolean;
};

const STRUCTURES_MONTREES = 20;

/** The first structures of the account in the référent's départements; those that it manages before the others. */
export async function structuresDuCompte(
  sql: Connection,
  referentId: number,
  compteId: number,
  jour: string,
): Promise<StructureDuCompte[]> {
  return sql<StructureDuCompte[]>`
    with montrees as materialized (
      select s.id, s.tri, s.designation, s.identifiant, s.statut, r.role, r.role = 'UTILISATEUR' as simple
      from rattachement r
      join structure s on s.id = r.structure_id
      join compte moi on moi.id = ${referentId}
        and (moi.referent_national or s.departement = any (moi.referent_departements))
      where r.compte_id = ${compteId} and r.supprime_le is null
      order by simple, s.tri, s.id limit ${STRUCTURES_MONTREES}
    )
    select m.id, m.designation, m.identifiant, m.role,
      not m.simple and m.statut = 'ACTIF' and not exists (
        select from gestionnaires_actifs(m.id, ${jour}) g where g.compte_id <> ${compteId}
      ) as seul_gestionnaire
    from montrees m
    order by m.simple, m.tri, m.id`;
}
