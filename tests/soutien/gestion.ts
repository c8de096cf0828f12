// For the tests of « Utilisateurs rattachés »: a structure with its principal, people attached to it, what they were told.
import type { Sql } from '../../src/platform/postgres/sql.ts';
import { courrielsDuCompte } from './annonces.ts';
import { journalEntier } from './demandes.ts';
import { creerCompte, creerService, creerStructure, filDe, rattacher } from './scene.ts';

export type Attache = { compteId: number; rattachementId: number };

/** A structure of two services and its gestionnaire principal. */
export async function structureTenue(sql: Sql) {
  const structureId = await creerStructure(sql, { departement: '76' });
  const urbs = await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
  const voirie = await creerService(sql, structureId, 'VOIRIE', { libelle: 'Voirie' });
  const principal = await creerCompte(sql, { nom: 'AUBRY', prenom: 'Hélène' });
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
  return { structureId, urbs, voirie, principal };
}

/** Somebody attached to the structure, to the whole of it unless told. */
export async function attacher(
  sql: Sql,
  structureId: number,
  role: Parameters<typeof rattacher>[3] = 'UTILISATEUR',
  lignes?: Parameters<typeof rattacher>[4],
  compte: Parameters<typeof creerCompte>[1] = {},
): Promise<Attache> {
  const compteId = await creerCompte(sql, compte);
  const rattachementId = await rattacher(sql, compteId, structureId, role, lignes);
  return { compteId, rattachementId };
}

/** Attaches people of a structure by their names, which their identifiants are made of. */
export const personnesDe =
  (sql: Sql, structureId: number) =>
  async (nom: string, ...suite: [Parameters<typeof attacher>[2]?, object[]?]) => {
    const [role, lignes] = suite;
    const identifiant = `${nom.toLowerCase()}.${structureId}`;
    const compte = { nom, identifiantConnexion: identifiant };
    return { ...(await attacher(sql, structureId, role, lignes, compte)), identifiant };
  };

/** What an account was told, and what the journal says was done to it. */
export async function ditA(bases: { sql: Sql; proprietaire: Sql }, compteId: number) {
  const journal = await journalEntier(bases.sql, compteId);
  const courriels = await courrielsDuCompte(bases, compteId);
  return {
    fil: await filDe(bases.sql, compteId),
    journal: journal.map(({ acte, enQualite, acteurCompteId }) => [
      acte,
      enQualite,
      acteurCompteId,
    ]),
    courriels: courriels.map(({ nature, perte, gain, motif }) => [nature, perte ?? gain, motif]),
  };
}
