// SQL of what a decision on a request needs, read on locked rows (screens §6.2).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Portee } from '../rattachement/portee.ts';
import type { Role } from '../rattachement/rattachement.ts';
import type { StatutStructure, TypeIdentifiant, TypeStructure } from '../structure/structure.ts';
import type { SituationDemande } from './demande.ts';

/** A structure as requests and hand-overs see it. */
export type StructureVerrouillee = {
  id: number;
  designation: string;
  statut: StatutStructure;
  typeStructure: TypeStructure;
  typeIdentifiant: TypeIdentifiant;
};

/** Holds a structure as it is until the end of the transaction: an import that closes it waits, or came before. */
export async function tenirStructure(
  tx: Transaction,
  id: number,
): Promise<StructureVerrouillee | undefined> {
  const [structure] = await tx<StructureVerrouillee[]>`
    select id, designation, statut, type_structure, type_identifiant
    from structure where id = ${id}
    for share`;
  return structure;
}

/** Which of the services are of the structure, with their end. */
export async function servicesDeLaStructure(
  tx: Transaction,
  structureId: number,
  ids: number[],
): Promise<SituationDemande['services']> {
  if (ids.length === 0) return [];
  return tx<{ id: number; dateFin: string | null }[]>`
    select id, date_fin from service
    where id = any (${ids}::bigint[]) and structure_id = ${structureId}
    order by id
    for share`;
}

/** What an account holds and asks on a structure. */
export type DroitsSurStructure = {
  /** null: not attached. */
  role: Role | null;
  lignes: SituationDemande['lignes'];
  enCours: Portee[];
  /** Manages it on that day, as principal, secondaire or delegate. */
  gere: boolean;
};

/** Locks and reads what an account, already locked, holds and asks on a structure. */
export async function droitsSurStructure(
  tx: Transaction,
  compteId: number,
  structureId: number,
  jour: string,
): Promise<DroitsSurStructure> {
  await tx`
    select from rattachement
    where compte_id = ${compteId} and structure_id = ${structureId} and supprime_le is null
    for update`;
  return lireDroits(tx, compteId, structureId, jour);
}

/** Reads what an account holds and asks on a structure, for a page. */
export async function lireDroits(
  sql: Connection,
  compteId: number,
  structureId: number,
  jour: string,
): Promise<DroitsSurStructure> {
  const [droits] = await sql<DroitsSurStructure[]>`
    select
      (select r.role from rattachement r
       where r.compte_id = ${compteId} and r.structure_id = ${structureId}
         and r.supprime_le is null) as role,
      (select coalesce(json_agg(json_build_object('portee', l.service_id, 'dateDebut', l.date_debut,
         'dateFin', l.date_fin, 'statut', l.statut)), '[]')
       from rattachement r
       join rattachement_ligne l on l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
       where r.compte_id = ${compteId} and r.structure_id = ${structureId}
         and r.supprime_le is null) as lignes,
      (select coalesce(json_agg(d.service_id), '[]') from demande_ligne d
       where d.compte_id = ${compteId} and d.structure_id = ${structureId}
         and d.nature = 'RATTACHEMENT' and d.etat = 'EN_COURS_DE_VALIDATION') as en_cours,
      exists (select from portees_actives(${compteId}, ${jour}) p
        where p.gestion and p.structure_id = ${structureId}) as gere`;
  if (!droits) throw new Error('a select without a table gives one row');
  return droits;
}

/** True when somebody manages the structure that day, by role: a delegate alone does not make it managed. */
export async function estGeree(
  sql: Connection,
  structureId: number,
  jour: string,
): Promise<boolean> {
  const rows = await sql`select from gestionnaires_actifs(${structureId}, ${jour}) limit 1`;
  return rows.length > 0;
}
