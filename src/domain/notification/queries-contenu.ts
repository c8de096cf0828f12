// What people are told at an instant: events, news, and the week's movements for managers, one content a person.
import { planForValues } from '../../platform/postgres/custom-plans.ts';
import type { Connection, Sql } from '../../platform/postgres/sql.ts';
import { estHebdomadaire } from './jours-ouvres.ts';
import { actualitesDuLot } from './queries-actualites.ts';
import { mouvementsDuLot } from './queries-mouvements.ts';
import { dernierPassage, fenetreDApercu, type Passage } from './queries-passage.ts';
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
  for (const contenu of await actualitesDuLot(sql, comptes, passage, jour)) {
    const dit = contenus.get(contenu.compteId) ?? contenu;
    contenus.set(contenu.compteId, { ...dit, actualites: contenu.actualites });
  }
  return [...contenus.values()];
}

/** The next digest of an account as it would leave now, on that day; nothing when it would not. */
export function apercuDuReleve(
  sql: Sql,
  compteId: number,
  jour: string,
  aujourdhui: string,
): Promise<ContenuDeReleve | undefined> {
  return sql.begin(async (tx) => {
    await planForValues(tx, 'local');
    const { jourHebdo } = await dernierPassage(tx, 'QUOTIDIEN');
    const fenetre = await fenetreDApercu(tx);
    const hebdomadaire = estHebdomadaire(jour, jourHebdo);
    const passage: Passage = { ...fenetre, id: null, rythme: 'QUOTIDIEN', jour, hebdomadaire };
    const [contenu] = await contenusDe(tx, [compteId], passage, aujourdhui);
    return contenu;
  });
}
