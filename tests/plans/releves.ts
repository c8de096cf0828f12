// The statements of digests at a million rows: a batch of accounts, the preview of one, what the jobs ask each minute.
import { contenusDe } from '../../src/domain/notification/queries-contenu.ts';
import {
  fermerLots,
  insererLotsImmediats,
  type Lot,
  lotsDus,
} from '../../src/domain/notification/queries-lot.ts';
import {
  dernierPassage,
  duNeufDepuis,
  effacerPassages,
  fenetreDApercu,
  fenetreSuivante,
  type Passage,
  recaler,
} from '../../src/domain/notification/queries-passage.ts';
import { choixDuCompte } from '../../src/domain/notification/queries-preferences.ts';
import {
  abandonnerPerdus,
  reclamerLot,
} from '../../src/domain/notification/queries-reclamation.ts';
import { planForValues } from '../../src/platform/postgres/custom-plans.ts';
import type { Connection, Sql, Transaction } from '../../src/platform/postgres/sql.ts';
import type { Query } from './expliquer.ts';
import { PRINCIPAL_DE_LA_GRANDE } from './million.ts';

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

const suite = (premier: number) => Array.from({ length: COMPTES_DU_LOT }, (_, n) => premier + n);

// Where the last passage was cut a minute ago.
async function fenetre(sql: Sql & Transaction) {
  await sql`
    update releve set coupe = pg_snapshot_xmin(pg_current_snapshot()), coupe_le = '2026-11-24'`;
  return fenetreSuivante(sql, 'IMMEDIAT');
}

async function lotsImmediats(sql: Sql & Transaction): Promise<unknown> {
  const { id } = await dernierPassage(sql, 'IMMEDIAT');
  await sql`
    insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, espace_id, details)
    values ('2026-11-24', '2026-11-24', 'FACTURE', 'FACTURE', 77, 3, '{"statut": "REJETEE"}')`;
  const depuisPeu = await fenetreDApercu(sql);
  // From this transaction itself on.
  const ici = { ...depuisPeu, depuis: depuisPeu.coupe, coupe: String(2n ** 60n) };
  return insererLotsImmediats(sql, id, ici, COMPTES_DU_LOT);
}

async function reclamation(sql: Sql & Transaction): Promise<unknown> {
  const { id } = await dernierPassage(sql, 'QUOTIDIEN');
  const comptes = suite(500_001);
  const voulus = comptes.map((compteId) => ({ compteId, messageId: `essai-${compteId}` }));
  const [lot] = await sql<{ id: number }[]>`
    insert into releve_lot (releve_id, comptes) values (${id}, ${comptes}) returning id`;
  const passage = { id, rythme: 'QUOTIDIEN', jour: JOUR } as Lot['passage'];
  const pris = { id: lot?.id ?? 0, comptes, prepare: false, essais: 0, reprise: false, passage };
  return reclamerLot(sql, pris, voulus, SEMAINE);
}

/** A batch of accounts: anywhere, or all on one structure that had twelve thousand events in the week. */
export const DES_LOTS: [string, Query][] = [
  ['read', (sql) => contenu(sql, suite(500_001))],
  ['read, all on one busy structure', (sql) => contenu(sql, suite(PRINCIPAL_DE_LA_GRANDE))],
  ['claimed', reclamation],
];

export const DES_NOTIFICATIONS: [string, Query][] = [
  ['the preview of one digest', (sql) => contenu(sql, [500_001])],
  ['the last passage', (sql) => dernierPassage(sql, 'QUOTIDIEN')],
  ['ids of transactions from elsewhere', recaler],
  ['the window since the last passage', fenetre],
  ['what is new since', async (sql) => duNeufDepuis(sql, await fenetre(sql))],
  ['the batches of notices', lotsImmediats],
  [
    'the end of batches',
    async (sql) => {
      return fermerLots(sql, await dernierPassage(sql, 'IMMEDIAT'), SEMAINE);
    },
  ],
  ['mails given up', (sql) => abandonnerPerdus(sql, 'IMMEDIAT', SEMAINE)],
  ['passages to erase', (sql) => effacerPassages(sql, 'IMMEDIAT', 2 ** 40, SEMAINE)],
  [
    'the batches of a passage that is erased',
    (sql) => sql`delete from releve_lot where releve_id = -7`,
  ],
  ['the batches that are due', (sql) => lotsDus(sql, 'QUOTIDIEN', new Date(), 20)],
  ['the choices of a manager', (sql) => choixDuCompte(sql, 5, JOUR)],
];
