// An account whose personal data are all there, and the form that would leave them as they are.
import type { Connection } from '../../src/platform/postgres/sql.ts';
import { creerCompte } from './scene.ts';

const DONNEES = {
  nom: 'Dufour',
  prenom: 'Pauline',
  adresseElectronique: 'mairie@terneuil.fr',
  adresseLigne: '3 rue de Crimée',
  adresseComplement: 'Bâtiment B',
  adresseCodePostal: '94290',
  adresseVille: 'Terneuil sur Seine',
  adressePays: 'FR',
  telephone: '+33148960012',
  fax: '+33148960054',
};

/** An account with every personal value; gives its id. */
export function creerCompteRempli(sql: Connection, champs: Record<string, unknown> = {}) {
  return creerCompte(sql, { ...DONNEES, ...champs });
}

/** What the form sends when it changes nothing but what is given. */
export function formulaireRempli(changes: Record<string, string> = {}): Record<string, string> {
  return { ...DONNEES, version: '1', ...changes };
}

/** The whole row of an account, to prove that nothing or one thing changed. */
export async function ligneDe(sql: Connection, compteId: number) {
  const [ligne] = await sql<Record<string, unknown>[]>`select * from compte where id = ${compteId}`;
  if (!ligne) throw new Error('the account is gone');
  return ligne;
}
