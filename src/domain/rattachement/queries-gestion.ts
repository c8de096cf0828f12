// SQL of what somebody manages, as principal, secondaire or delegate that day (model §3).
import type { Connection } from '../../platform/postgres/sql.ts';
import type { StatutStructure, TypeIdentifiant } from '../structure/structure.ts';
import type { Role } from './rattachement.ts';

/** A structure as its manager sees it from « Activités du gestionnaire ». */
export type StructureGeree = {
  id: number;
  typeIdentifiant: TypeIdentifiant;
  identifiant: string;
  designation: string;
  statut: StatutStructure;
  /** The reader's role; a delegate who is not a manager by role has UTILISATEUR or nothing. */
  role: Role | null;
  /** Principal and secondaires whose account and line are active that day; delegates apart. */
  gestionnairesActifs: number;
  /** No principal whose account is active (model §3). */
  principalVacant: boolean;
};

/** The structure, for who manages it that day; nothing for anybody else. */
export async function structureGeree(
  sql: Connection,
  compteId: number,
  structureId: number,
  jour: string,
): Promise<StructureGeree | undefined> {
  const [structure] = await sql<StructureGeree[]>`
    select s.id, s.type_identifiant, s.identifiant, s.designation, s.statut, r.role,
      (select count(*)::int from gestionnaires_actifs(s.id, ${jour})) as gestionnaires_actifs,
      not exists (
        select from rattachement p join compte c on c.id = p.compte_id and c.etat = 'ACTIF'
        where p.structure_id = s.id and p.role = 'GESTIONNAIRE_PRINCIPAL' and p.supprime_le is null
      ) as principal_vacant
    from structure s
    left join rattachement r on r.structure_id = s.id and r.compte_id = ${compteId}
      and r.supprime_le is null
    where s.id = ${structureId} and exists (
      select from portees_actives(${compteId}, ${jour}) p
      where p.gestion and p.structure_id = s.id)`;
  return structure;
}
