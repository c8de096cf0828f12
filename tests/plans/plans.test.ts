// Every query of a page finds its rows by an index, at a million rows (design §6.10).
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { comptesAConnecter, trouverCompte } from '../../src/domain/compte/queries.ts';
import {
  compterDemandesAdresse,
  terminerDemandeAdresse,
  trouverDemandeAdresse,
} from '../../src/domain/compte/queries-adresse.ts';
import { abonnementsParDefaut } from '../../src/domain/espace/queries.ts';
import { derniersEvenements } from '../../src/domain/evenement/queries.ts';
import { marquerEnvoye, resteAEnvoyer } from '../../src/domain/notification/queries.ts';
import { rattachementsDuCompte } from '../../src/domain/rattachement/queries.ts';
import {
  lireSession,
  noterVue,
  terminerSession,
  terminerSessionsDuCompte,
  terminerSessionsPigp,
} from '../../src/domain/session/queries.ts';
import { relireSaisie } from '../../src/domain/session/queries-saisie.ts';
import { empreinte } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import type { Sql, Transaction } from '../../src/platform/postgres/sql.ts';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { remplir } from './million.ts';

const BUFFERS_MAX = 200;
const COMPTE = 777_777;
const CLE = empreinte(String(COMPTE));
const INSTANT = new Date('2026-11-23T09:30:00Z');
const JOUR = '2026-11-23';
const IDENTITE = { issuer: 'https://pigp', sub: `sub-${COMPTE}`, identifiant: `agent.${COMPTE}` };

const base = await baseDeTest();
const statements: { text: string; values: unknown[] }[] = [];
const sql = connect(base.adresses.portail, {
  max: 1,
  name: 'plans',
  onStatement: (text, values) => statements.push({ text, values }),
});
afterAll(() => sql.end());

beforeAll(async () => {
  const database = base.adresses.portail.split('/').at(-1);
  const adminUrl = inject('adminUrl').replace(/postgres$/, database ?? '');
  const superuser = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await remplir(base, superuser);
  await superuser.end();
}, 240_000);

type Query = (connection: Sql & Transaction) => Promise<unknown>;
const QUERIES: [name: string, run: Query][] = [
  ['lireSession', (s) => lireSession(s, CLE, JOUR)],
  ['noterVue', (s) => noterVue(s, CLE, INSTANT)],
  ['terminerSession', (s) => terminerSession(s, CLE, 'DECONNEXION', INSTANT)],
  [
    'terminerSessionsDuCompte',
    (s) => terminerSessionsDuCompte(s, COMPTE, 'COMPTE_DESACTIVE', INSTANT),
  ],
  [
    'terminerSessionsPigp by sid',
    (s) => terminerSessionsPigp(s, { issuer: 'https://pigp', sid: 'sid-5', sub: null }, INSTANT),
  ],
  [
    'terminerSessionsPigp by sub',
    (s) => terminerSessionsPigp(s, { issuer: 'https://pigp', sid: null, sub: 'sub-5' }, INSTANT),
  ],
  [
    'relireSaisie',
    (s) => relireSaisie(s, CLE, { compteId: COMPTE, chemin: '/mon-compte' }, INSTANT),
  ],
  ['trouverCompte', (s) => trouverCompte(s, COMPTE, INSTANT)],
  ['comptesAConnecter', (s) => comptesAConnecter(s, IDENTITE)],
  ['compterDemandesAdresse', (s) => compterDemandesAdresse(s, COMPTE, INSTANT)],
  ['trouverDemandeAdresse', (s) => trouverDemandeAdresse(s, COMPTE, CLE, INSTANT)],
  ['terminerDemandeAdresse', (s) => terminerDemandeAdresse(s, COMPTE, 'ANNULEE', INSTANT)],
  ['rattachementsDuCompte', (s) => rattachementsDuCompte(s, COMPTE, 200)],
  ['abonnementsParDefaut', (s) => abonnementsParDefaut(s, COMPTE, JOUR)],
  ['derniersEvenements', (s) => derniersEvenements(s, COMPTE, 10, INSTANT)],
  ['resteAEnvoyer', (s) => resteAEnvoyer(s, 777)],
  ['marquerEnvoye', (s) => marquerEnvoye(s, 777, INSTANT)],
];

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] } & Record<
  string,
  number
>;

function scans(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' ? [String(plan['Relation Name'])] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scans)];
}

// The catalogue of twelve espaces is read whole, rightly.
const SMALL = ['espace'];

// What a failure shows: each node with the pages that it read.
function outline(plan: Plan, depth = 0): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index = '' } = plan;
  const pages = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  const own = `${'  '.repeat(depth)}${type} ${table} ${index} ${pages} pages`;
  return [own, ...(plan.Plans ?? []).flatMap((child) => outline(child, depth + 1))];
}

async function explain(run: Query): Promise<{ scanned: string[]; buffers: number; plans: string }> {
  const roll = new Error('rolled back');
  let scanned: string[] = [];
  let buffers = 0;
  let plans: string[] = [];
  await sql
    .begin(async (tx) => {
      statements.length = 0;
      await run(tx as unknown as Sql & Transaction);
      for (const { text, values } of statements.filter(
        ({ text }) => !/^(begin|savepoint)/.test(text),
      )) {
        const explained = `explain (analyze, buffers, format json) ${text}`;
        const [row] = await tx.unsafe(explained, values as never[]);
        if (!row) throw new Error('no plan');
        const [{ Plan: plan }] = row['QUERY PLAN'] as [{ Plan: Plan }];
        scanned = [...scanned, ...scans(plan).filter((name) => !SMALL.includes(name))];
        plans = [...plans, ...outline(plan)];
        buffers += (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
      }
      throw roll;
    })
    .catch((error: unknown) => {
      if (error !== roll) throw error;
    });
  return { scanned, buffers, plans: plans.join('\n') };
}

describe('at a million rows', () => {
  test.each(QUERIES)('%s reads by an index, few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(run);
    expect(scanned).toEqual([]);
    expect(buffers).toBeGreaterThan(0);
    expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
  });
});
