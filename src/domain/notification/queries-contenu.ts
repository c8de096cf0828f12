// What people are told at an instant: events, and the week's movements for managers, one content a person.
import type { Connection } from '../../platform/postgres/sql.ts';
import { estHebdomadaire } from './jours-ouvres.ts';
import { mouvementsDuLot } from './queries-mouvements.ts';
import { dernierPassage, fenetreSuivante, type Passage } from './queries-passage.ts';
import { contenusDuLot } from './queries-releve.ts';
import type { ContenuDeReleve } from './releve.ts';

/** What these accounts are told, with their rights and choices on that day; who has nothing to be told is left out. */
export async function contenusDe(
  sql: Connection,
  comptes: readonly number[],
  passage: Passage,
  jour: string,
): Promise<ContenuDeReleve[]> {
  const contenus = new Map<number, ContenuDeReleve>();
  for (const contenu of await contenusDuLot(sql, comptes, passage, jour))
    contenus.set(contenu.compteId, contenu);
  if (passage.rythme === 'IMMEDIAT') return [...contenus.values()];
  for (const contenu of await mouvementsDuLot(sql, comptes, passage, jour)) {
    const { mouvements, autresMouvements } = contenu;
    const dit = contenus.get(contenu.compteId) ?? contenu;
    contenus.set(contenu.compteId, { ...dit, mouvements, autresMouvements });
  }
  return [...contenus.values()];
}

/** The next digest of an account as it would leave now, on that day; nothing when it would not. */
export async function apercuDuReleve(
  sql: Connection,
  compteId: number,
  jour: string,
  aujourdhui: string,
): Promise<ContenuDeReleve | undefined> {
  const { jourHebdo } = await dernierPassage(sql, 'QUOTIDIEN');
  const fenetre = await fenetreSuivante(sql, 'QUOTIDIEN');
  const hebdomadaire = estHebdomadaire(jour, jourHebdo);
  const passage: Passage = { ...fenetre, id: null, rythme: 'QUOTIDIEN', jour, hebdomadaire };
  const [contenu] = await contenusDe(sql, [compteId], passage, aujourdhui);
  return contenu;
}
