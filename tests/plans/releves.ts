// The statements of digests at a million rows: a batch of accounts, the preview of one, what the jobs ask each minute.
import { contenusDe } from '../../src/domain/notification/queries-contenu.ts';
import { lotsDus } from '../../src/domain/notification/queries-lot.ts';
import {
  dernierPassage,
  fenetreDApercu,
  type Passage,
} from '../../src/domain/notification/queries-passage.ts';
import { choixDuCompte } from '../../src/domain/notification/queries-preferences.ts';
import { planForValues } from '../../src/platform/postgres/custom-plans.ts';
import type { Connection } from '../../src/platform/postgres/sql.ts';
import type { Query } from './expliquer.ts';

const JOUR = '2026-11-24';
const SEMAINE = new Date('2026-11-16T06:00:00Z');
/** Each account: its rights, then its own events and those of each right, in each month that the window touches. */
export const PAGES_PAR_COMPTE = 100;
export const COMPTES_DU_LOT = 250;

async function contenu(sql: Connection, comptes: number[]): Promise<unknown> {
  await planForValues(sql, 'local');
  const fenetre = await fenetreDApercu(sql);
  const passage: Passage = {
    ...fenetre,
    ...{ id: null, rythme: 'QUOTIDIEN', jour: JOUR, hebdomadaire: true },
    // A week's window, as the last passages leave it.
    ...{ recusDepuis: SEMAINE, recusDepuisHebdo: SEMAINE },
  };
  return contenusDe(sql, comptes, passage, JOUR);
}

const LOT = Array.from({ length: COMPTES_DU_LOT }, (_, n) => 500_001 + n);

export const DU_LOT: Query = (sql) => contenu(sql, LOT);

export const DES_NOTIFICATIONS: [string, Query][] = [
  ['the preview of one digest', (sql) => contenu(sql, [500_001])],
  ['the last passage', (sql) => dernierPassage(sql, 'QUOTIDIEN')],
  ['the batches that are due', (sql) => lotsDus(sql, 'QUOTIDIEN', new Date(), 20)],
  ['the choices of a manager', (sql) => choixDuCompte(sql, 5, JOUR)],
];
