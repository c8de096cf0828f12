// A structure with its managers, for the tests of what they do on it, and what acts wrote there.
import type { Connection } from '../../src/platform/postgres/sql.ts';
import { creerCompte, creerStructure, deleguer, JOUR, rattacher } from './scene.ts';

/** A structure, its principal, a secondaire, a delegate of today, somebody attached to it all, and a stranger. */
export async function creerGestion(sql: Connection, champs: Record<string, unknown> = {}) {
  const structureId = await creerStructure(sql, champs);
  const principal = await creerCompte(sql, { prenom: 'Hélène', nom: 'Aubry' });
  const secondaire = await creerCompte(sql, { prenom: 'Julien', nom: 'Tessier' });
  const delegue = await creerCompte(sql, { prenom: 'Inès', nom: 'Roux' });
  const utilisateur = await creerCompte(sql, { prenom: 'Camille', nom: 'Nguyen' });
  const etranger = await creerCompte(sql);
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
  await rattacher(sql, secondaire, structureId, 'GESTIONNAIRE_SECONDAIRE');
  await deleguer(sql, delegue, structureId, [JOUR, JOUR], { parCompteId: principal });
  await rattacher(sql, utilisateur, structureId);
  return { structureId, principal, secondaire, delegue, utilisateur, etranger };
}

export type Gestion = Awaited<ReturnType<typeof creerGestion>>;

type Ligne = Record<string, unknown>;

/** The journal of a structure, oldest first. */
export async function journalDeStructure(sql: Connection, structureId: number): Promise<Ligne[]> {
  const rows = await sql<Ligne[]>`
    select acte, acteur_compte_id, en_qualite, objet, objet_id, compte_id, details
    from journal where structure_id = ${structureId} order by id`;
  return [...rows];
}
