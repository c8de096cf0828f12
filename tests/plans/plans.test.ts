// Every query of a page finds its rows by an index, at a million rows (design §6.10).
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rechercherStructures } from '../../src/domain/structure/queries-recherche.ts';
import { SANS_CRITERE } from '../../src/domain/structure/recherche.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { demarrerGrappe } from '../soutien/grappe.ts';
import {
  ABONNEMENTS_DE_300,
  ABONNEMENTS_DE_300_BUFFERS_MAX,
  DES_FINS_D_ABONNEMENTS,
} from './abonnements.ts';
import { explain, type Query, type Statement } from './expliquer.ts';
import {
  AGENT_DE_300_SERVICES,
  DU_FIL,
  FIL_BUFFERS_MAX,
  FIL_DE_300_BUFFERS_MAX,
  FILS_DE_300,
  FILS_DE_300_SERVICES,
  GESTIONNAIRE_DE_300,
  pageDuFil,
} from './fil.ts';
import { DE_L_HORLOGE, DU_COMPTE_DE_300, DU_REFERENT, SUR_LA_GRANDE } from './gestion.ts';
import { remplir } from './million.ts';
import { DES_PAGES } from './pages.ts';
import { DES_PIECES } from './pieces-jointes.ts';
import { CHERCHEUR, RECHERCHES } from './recherches.ts';
import { COMPTES_DU_LOT, DES_LOTS, DES_NOTIFICATIONS, PAGES_PAR_COMPTE } from './releves.ts';

const BUFFERS_MAX = 200;
/** A full drawer has 200 rows, each on a page of its own where many people add files at once. */
const TIROIR_BUFFERS_MAX = 250;

/** Of each structure: who else manages it. */
const COMPTE_DE_300_BUFFERS_MAX = 6_500;

// Apart from the other tests': what waits for the oldest transaction of a PostgreSQL would wait for the filling.
const grappe = await demarrerGrappe();
afterAll(grappe.arreter);
const base = await baseDeTest(grappe.adminUrl);
const statements: Statement[] = [];
const sql = connect(base.adresses.portail, {
  max: 1,
  name: 'plans',
  indexesOnly: true,
  onStatement: (text, values) => statements.push({ text, values }),
});
afterAll(() => sql.end());

beforeAll(async () => {
  const database = base.adresses.portail.split('/').at(-1);
  const adminUrl = grappe.adminUrl.replace(/postgres$/, database ?? '');
  const superuser = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await remplir(base, superuser);
  await superuser.end();
}, 480_000);

const SEARCH_BUFFERS_MAX = 2_000;
/** The managers' lists, whatever the size of the structure. */
const GRANDE_BUFFERS_MAX = 500;
const FENETRE = { page: 1, parPage: 50, tri: null };

describe('at a million rows', () => {
  test.each(DES_PAGES)('%s reads by an index, few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers).toBeGreaterThan(0);
    expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
  });

  test.each(SUR_LA_GRANDE)('%s of a large structure: 500 pages at most', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers).toBeGreaterThan(0);
    expect(buffers, plans).toBeLessThanOrEqual(GRANDE_BUFFERS_MAX);
  });

  test.each(DES_PIECES)('%s of a full drawer: few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(TIROIR_BUFFERS_MAX);
  });

  test.each(DES_NOTIFICATIONS)('%s, of notifications, reads few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
  });

  test.each(DES_LOTS)('a batch of digests is %s account by account', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(COMPTES_DU_LOT * PAGES_PAR_COMPTE);
  });

  test.each(DU_REFERENT)('%s, for a référent, reads few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
  });

  test.each(DU_COMPTE_DE_300)('%s, of 300 structures: a bounded number', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(COMPTE_DE_300_BUFFERS_MAX);
  });

  test.each(ABONNEMENTS_DE_300)('%s, of 300 structures: a bounded number', async (_name, run) => {
    const { buffers, plans } = await explain(sql, statements, run);
    expect(buffers, plans).toBeLessThan(ABONNEMENTS_DE_300_BUFFERS_MAX);
  });

  test.each(DES_FINS_D_ABONNEMENTS)(
    '%s, for the clock, are found by an index',
    async (_name, run) => {
      const { scanned, plans } = await explain(sql, statements, run);
      expect(scanned, plans).toEqual([]);
    },
  );

  test.each(DE_L_HORLOGE)('%s, for the clock, is found by an index', async (_name, run) => {
    const { scanned, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
  });

  test.each(DU_FIL)('%s of somebody attached to one structure: few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(FIL_BUFFERS_MAX);
  });

  describe.each([
    ['with the values known', false],
    ['with the values unknown', true],
  ])('planned %s', (_how, generic) => {
    test.each(FILS_DE_300)(
      '%s of a manager of 300 structures: a bounded number of pages',
      async (_name, run) => {
        const { scanned, buffers, plans } = await explain(sql, statements, run, { generic });
        expect(scanned, plans).toEqual([]);
        expect(buffers, plans).toBeLessThan(FIL_DE_300_BUFFERS_MAX);
      },
    );

    test.each(FILS_DE_300_SERVICES)(
      '%s of somebody on 300 services: a bounded number of pages',
      async (_name, run) => {
        const { scanned, buffers, plans } = await explain(sql, statements, run, { generic });
        expect(scanned, plans).toEqual([]);
        expect(buffers, plans).toBeLessThan(FIL_DE_300_BUFFERS_MAX);
      },
    );
  });

  test.each([GESTIONNAIRE_DE_300, AGENT_DE_300_SERVICES])(
    'the feed of account %i has a full page of invoices',
    async (compteId) => {
      const lus = await pageDuFil(sql, compteId);
      expect(lus.filter(({ quoi }) => quoi === 'FACTURE').length).toBeGreaterThanOrEqual(25);
    },
  );

  describe.each([
    ['with the values known', false],
    ['with the values unknown', true],
  ])('planned %s', (_how, generic) => {
    test.each(RECHERCHES)(
      'a search by %s reads by the index, few pages',
      async (_name, criteria) => {
        const criteres = { ...SANS_CRITERE, ...criteria };
        const run: Query = (s) => rechercherStructures(s, CHERCHEUR, criteres, FENETRE);
        const { scanned, buffers, plans } = await explain(sql, statements, run, { generic });
        expect(scanned, plans).toEqual([]);
        expect(buffers).toBeGreaterThan(0);
        expect(buffers, plans).toBeLessThan(SEARCH_BUFFERS_MAX);
      },
    );
  });
});
