// The managers' lists on a structure of ten thousand people, against a bare route with the same statements (`npm run bench`).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import postgres from 'postgres';
import { ensureBuilt } from '../../scripts/fresh-build.ts';
import { preparerBase } from '../../src/platform/embedded/base.ts';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import { startPostgres } from '../../src/platform/embedded/postgres-server.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import { NODE_FLAGS } from '../e2e/soutien/programme.ts';
import { remplirGrandeStructure } from './grande-structure.ts';
import { demarrerWeb } from './programme-web.ts';

const ROUNDS = 5;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const CONNECTIONS = 20;
const FILE = '/gestionnaire/demandes';

/** Loads the queue and the list of people in turn with their floors, and prints the ratios. */
export async function benchGestionnaire(): Promise<void> {
  ensureBuilt();
  const folder = await mkdtemp(path.join(tmpdir(), 'portail-bench-gestion-'));
  const outcome = await startPostgres(folder, ['shared_buffers=256MB']);
  if (outcome.kind !== 'started') throw new Error('the benchmark’s PostgreSQL is already running');
  try {
    const adresses = await preparerBase(outcome.server, 'gestion');
    await migrate(adresses.proprietaire, adresses.utilisateurPortail, new Date());
    const proprietaire = postgres(adresses.proprietaire, { max: 1, onnotice: () => undefined });
    const { structureId, jeton } = await remplirGrandeStructure(proprietaire);
    await proprietaire.end();
    const web = await demarrerWeb(adresses);
    const liste = `/gestionnaire/structures/${structureId}/utilisateurs`;
    const cookie = web.cookie(jeton);
    const octets = await Promise.all(
      [FILE, liste].map((page) => tailleDe(`${web.url}${page}`, cookie)),
    );
    const plancher = await demarrerPlancher(adresses.portail, jeton, octets);
    await comparer(
      'the queue, 5,000 requests',
      [`${web.url}${FILE}`, `${plancher.url}/file`],
      cookie,
    );
    await comparer('the people, 10,000', [`${web.url}${liste}`, `${plancher.url}/liste`], cookie);
    plancher.stop();
    await web.stop();
  } finally {
    await outcome.server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function comparer(
  quoi: string,
  [page = '', nue = '']: string[],
  cookie: string,
): Promise<void> {
  const [pages, nues]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    pages.push(await debit(page, cookie));
    nues.push(await debit(nue, cookie));
  }
  const [a, b] = [mediane(pages), mediane(nues)];
  const part = ((100 * a) / b).toFixed(1);
  process.stdout.write(
    `${quoi.padEnd(28)} ${Math.round(a)} pages/s, bare route ${Math.round(b)}/s: ${part} % (wanted ≥ 50 %)\n`,
  );
}

const mediane = (valeurs: number[]) =>
  valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0;

async function tailleDe(url: string, cookie: string): Promise<number> {
  const reponse = await fetch(url, { headers: { cookie } });
  if (!reponse.ok) throw new Error(`${reponse.status} from ${url}`);
  return (await reponse.arrayBuffer()).byteLength;
}

async function debit(url: string, cookie: string): Promise<number> {
  const options = { url, connections: CONNECTIONS, duration: SECONDS, headers: { cookie } };
  const resultat = await autocannon(options);
  const fautes = resultat.non2xx + resultat.errors;
  if (fautes > 0) throw new Error(`${fautes} wrong answers from ${new URL(url).pathname}`);
  return resultat['2xx'] / resultat.duration;
}

async function demarrerPlancher(databaseUrl: string, jeton: string, octets: number[]) {
  const port = await freePort();
  const script = path.join(import.meta.dirname, 'plancher-gestion.ts');
  const args = [script, databaseUrl, jeton, ...octets.map(String), String(port)];
  const child = spawn(process.execPath, [...NODE_FLAGS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

if (import.meta.main) await benchGestionnaire();
