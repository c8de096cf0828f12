// The search of the directory at three sizes (`npm run bench`, or alone): as bare SQL and through HTTP, in one run.
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { ensureBuilt } from '../../scripts/fresh-build.ts';
import { rechercherStructures } from '../../src/domain/structure/queries-recherche.ts';
import type { Criteres } from '../../src/domain/structure/recherche.ts';
import { preparerBase } from '../../src/platform/embedded/base.ts';
import {
  type EmbeddedPostgres,
  startPostgres,
} from '../../src/platform/embedded/postgres-server.ts';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import { explain, type Statement } from '../plans/expliquer.ts';
import { remplirAnnuaire } from '../soutien/annuaire-en-base.ts';
import { creerCompte } from '../soutien/scene.ts';
import { demarrerWeb } from './programme-web.ts';
import { listesDeRecherches } from './recherches.ts';

const TAILLES = [36_130, 200_000, 1_000_000];
const PASSES = 3;
const FENETRE = { page: 1, parPage: 5, tri: null };
const FORM = '/structures';

type Mesure = { sql: number[]; http: number[]; vide: number[]; buffers: number };

/** Measures every kind of search at every size and prints the table. */
export async function benchRecherche(): Promise<void> {
  ensureBuilt();
  const folder = await mkdtemp(path.join(tmpdir(), 'portail-bench-recherche-'));
  const outcome = await startPostgres(folder, ['shared_buffers=1GB', 'max_wal_size=4GB']);
  if (outcome.kind !== 'started') throw new Error('the benchmark’s PostgreSQL is already running');
  const mesures = new Map<number, Map<string, Mesure>>();
  try {
    for (const taille of TAILLES) mesures.set(taille, await mesurerTaille(outcome.server, taille));
  } finally {
    await outcome.server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  imprimer(mesures);
}

async function mesurerTaille(server: EmbeddedPostgres, taille: number) {
  const adresses = await preparerBase(server, `annuaire_${taille}`);
  await migrate(adresses.proprietaire, adresses.utilisateurPortail, new Date());
  const proprietaire = postgres(adresses.proprietaire, { max: 1, onnotice: () => undefined });
  await remplirAnnuaire(proprietaire, taille);
  await proprietaire.unsafe('vacuum analyze');
  await proprietaire.end();
  const statements: Statement[] = [];
  const sql = connect(adresses.portail, {
    max: 1,
    name: 'bench-recherche',
    indexesOnly: true,
    onStatement: (text, values) => statements.push({ text, values }),
  });
  const compteId = await creerCompte(sql);
  const jeton = await ouvrirSession(sql, compteId);
  const web = await demarrerWeb(adresses);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const get = (chemin: string) => lire(`${web.url}${chemin}`, agent, web.cookie(jeton));
  const mesures = new Map<string, Mesure>();
  const listes = Object.entries(listesDeRecherches());
  await chauffer(
    get,
    listes.flatMap(([, recherches]) => recherches),
  );
  for (const [sorte, recherches] of listes) {
    const mesure = { sql: [], http: [], vide: [], buffers: 0 } satisfies Mesure;
    await mesurerSorte(mesure, recherches, { sql, compteId, get });
    for (const criteres of recherches) {
      const run = (s: Sql) => rechercherStructures(s, compteId, criteres, FENETRE);
      const { buffers } = await explain(sql, statements, run);
      mesure.buffers = Math.max(mesure.buffers, buffers);
    }
    mesures.set(sorte, mesure);
  }
  agent.destroy();
  await web.stop();
  await sql.end();
  return mesures;
}

// A program just started runs code that it has not compiled yet: no agent of a portal meets it.
async function chauffer(get: Acces['get'], recherches: Criteres[]): Promise<void> {
  for (const criteres of recherches) {
    await get(`${FORM}?${parametres(criteres)}`);
    await get(FORM);
  }
}

type Acces = { sql: Sql; compteId: number; get: (chemin: string) => Promise<void> };

// The three ways take turns, so that a noisy second of the machine falls on all of them; the first pass is not counted.
async function mesurerSorte(mesure: Mesure, recherches: Criteres[], acces: Acces): Promise<void> {
  const { sql, compteId, get } = acces;
  for (let passe = 0; passe <= PASSES; passe += 1) {
    for (const criteres of recherches) {
      const bare = await chronometrer(() => rechercherStructures(sql, compteId, criteres, FENETRE));
      const page = await chronometrer(() => get(`${FORM}?${parametres(criteres)}`));
      const vide = await chronometrer(() => get(FORM));
      if (passe === 0) continue;
      mesure.sql.push(bare);
      mesure.http.push(page);
      mesure.vide.push(vide);
    }
  }
}

function parametres(criteres: Criteres): string {
  const donnes = Object.entries(criteres).filter(([, valeur]) => valeur !== null);
  return new URLSearchParams(donnes as [string, string][]).toString();
}

async function chronometrer(act: () => Promise<unknown>): Promise<number> {
  const debut = performance.now();
  await act();
  return performance.now() - debut;
}

async function ouvrirSession(sql: Sql, compteId: number): Promise<string> {
  const jeton = nouveauJeton();
  await sql`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
    values (${empreinte(jeton)}, ${compteId}, 'bench', 'bench', ${new Date()}, ${new Date()})`;
  return jeton;
}

function lire(url: string, agent: http.Agent, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode} from ${url}`));
      response.resume().on('end', resolve).on('error', reject);
    });
    request.on('error', reject);
  });
}

function imprimer(mesures: Map<number, Map<string, Mesure>>): void {
  const [petite, , grande] = TAILLES.map((taille) => mesures.get(taille));
  for (const [taille, sortes] of mesures) {
    ecrire(
      `\n${taille} public structures`,
      'SQL p50',
      'p95',
      'HTTP p50',
      'p95',
      'empty p50',
      'HTTP/(SQL+empty)',
      'buffers',
    );
    for (const [sorte, m] of sortes) {
      const [a, b, c] = [quantile(m.sql, 0.5), quantile(m.http, 0.5), quantile(m.vide, 0.5)];
      const p95 = [quantile(m.sql, 0.95), quantile(m.http, 0.95)];
      ecrire(
        sorte,
        ms(a),
        ms(p95[0]),
        ms(b),
        ms(p95[1]),
        ms(c),
        pourCent(b, a + c),
        String(m.buffers),
      );
    }
  }
  ecrire('\nbare SQL at 1 million / at 36 thousand', 'p50', 'wanted');
  for (const [sorte, m] of grande ?? []) {
    const reference = quantile(petite?.get(sorte)?.sql ?? [], 0.5);
    const voulu =
      sorte === 'words with a slip' ? '≤ 8' : sorte === 'several criteria' ? '–' : '≤ 3';
    ecrire(sorte, (quantile(m.sql, 0.5) / reference).toFixed(2), voulu);
  }
}

function ecrire(quoi: string, ...valeurs: string[]): void {
  process.stdout.write(`${quoi.padEnd(40)}${valeurs.map((v) => v.padStart(18)).join('')}\n`);
}
const ms = (valeur = 0) => `${valeur.toFixed(2)} ms`;
const pourCent = (part: number, tout: number) => `${((100 * part) / tout).toFixed(0)} %`;

function quantile(valeurs: number[], part: number): number {
  return valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length * part)] ?? 0;
}

if (import.meta.main) await benchRecherche();
