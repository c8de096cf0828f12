// SQL of the accounts that a référent sees (model §3): those attached in their départements; all, for the whole country.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { Role } from '../rattachement/rattachement.ts';
import type { Compte } from './compte.ts';
import type { SituationDEtat } from './etat.ts';

/** An account, as a référent of one of its structures sees it. */
export type CompteDuReferent = Pick<
  Compte,
  'id' | 'identifiantConnexion' | 'nom' | 'prenom' | 'etat' | 'creeLe' | 'desactiveLe'
> &
  SituationDEtat & {
    /** Structures that it is attached to: in the reader's départements, and elsewhere. */
    structures: number;
    ailleurs: number;
  };

/** Structures `s` of the départements of `moi`. */
const sien = (sql: Connection) =>
  sql`(moi.referent_national or s.departement = any (moi.referent_departements))`;

/** Accounts `c` that `moi` has: a right that ended long ago, or is suspended, gives no département a hold on them. */
const visible = (sql: Connection, jour: string) => sql`(moi.referent_national or exists (
  select from rattachement r join structure s on s.id = r.structure_id
  where r.compte_id = c.id and r.supprime_le is null
    and s.departement = any (moi.referent_departements)
    and exists (select from rattachement_ligne l
      where l.rattachement_id = r.id and l.statut = 'VALIDEE'
        and (l.date_fin is null or l.date_fin >= ${jour}))))`;

/** The reader, while a référent. */
const lecteur = (sql: Connection, referentId: number) => sql`(
  select * from compte where id = ${referentId} and etat = 'ACTIF'
    and (referent_national or referent_departements <> '{}'))`;

/** The account of that identifiant, whatever its capitals, if the référent has it. */
export async function chercherCompteDuReferent(
  sql: Connection,
  referentId: number,
  identifiant: string,
  jour: string,
): Promise<number | undefined> {
  const [compte] = await sql<{ id: number }[]>`
    select c.id from compte c cross join ${lecteur(sql, referentId)} moi
    where c.identifiant_connexion = lower(${identifiant}) and ${visible(sql, jour)}`;
  return compte?.id;
}

/** The account, if the référent has it. */
export async function compteDuReferent(
  sql: Connection,
  referentId: number,
  compteId: number,
  jour: string,
): Promise<CompteDuReferent | undefined> {
  const [compte] = await sql<CompteDuReferent[]>`
    select c.id, c.identifiant_connexion, c.nom, c.prenom, c.etat, c.cree_le, c.desactive_le,
      c.id = moi.id as sur_soi,
      c.referent_national or c.referent_departements <> '{}' as cible_referente,
      moi.referent_national as national,
      exists (
        select from rattachement r
        join rattachement m on m.structure_id = r.structure_id and m.compte_id = moi.id
          and m.supprime_le is null
        where r.compte_id = c.id and r.supprime_le is null) as rattache,
      n.structures, n.ailleurs
    from compte c cross join ${lecteur(sql, referentId)} moi
    cross join lateral (
      select count(*) filter (where ${sien(sql)} is true)::int as structures,
        count(*) filter (where ${sien(sql)} is not true)::int as ailleurs
      from rattachement r join structure s on s.id = r.structure_id
      where r.compte_id = c.id and r.supprime_le is null
    ) n
    where c.id = ${compteId} and ${visible(sql, jour)}`;
  return compte;
}

/** A structure of the account: what it does there today, and whether anybody else manages it. */
export type StructureDuCompte = {
  id: number;
  designation: string;
  identifiant: string;
  role: Role;
  /** Its role counts today, as far as the rattachement goes. */
  enCours: boolean;
  /** Active, and managed by nobody else whose account is active. */
  sansAutre: boolean;
};

const STRUCTURES_MONTREES = 20;

/** The first structures of the account in the référent's départements: those that nobody else manages, its other roles. */
export async function structuresDuCompte(
  sql: Connection,
  referentId: number,
  compteId: number,
  jour: string,
): Promise<StructureDuCompte[]> {
  return sql<StructureDuCompte[]>`
    select s.id, s.designation, s.identifiant, r.role, e.en_cours, e.sans_autre
    from ${lecteur(sql, referentId)} moi
    join rattachement r on r.compte_id = ${compteId} and r.supprime_le is null
    join structure s on s.id = r.structure_id and ${sien(sql)}
    cross join lateral (
      select exists (select from rattachement_ligne l
          where l.rattachement_id = r.id and l.statut = 'VALIDEE' and l.date_debut <= ${jour}
            and (l.date_fin is null or l.date_fin >= ${jour})) as en_cours,
        r.role <> 'UTILISATEUR' and s.statut = 'ACTIF' and not exists (
          select from gestionnaires_actifs(s.id, ${jour}) g where g.compte_id <> ${compteId}
        ) as sans_autre
      offset 0
    ) e
    order by e.sans_autre desc, r.role = 'UTILISATEUR', s.tri, s.id
    limit ${STRUCTURES_MONTREES}`;
}
