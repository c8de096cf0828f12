// GET /mon-compte signed in against its two floors, interleaved, and the start's durations (`npm run bench`).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import autocannon from 'autocannon';
import { ensureBuilt } from '../../scripts/fresh-build.ts';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import { readPostmaster } from '../../src/platform/embedded/postmaster.ts';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import {
  embeddedEnvironment,
  NODE_FLAGS,
  startProgramme,
  temporaryFolder,
} from '../e2e/soutien/programme.ts';

const ROUNDS = 5;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const CONNECTIONS = 20;
const COMPTE = 'gestion.mairie';

type Rates = Record<'page' | 'statements' | 'static', number[]>;
type Timed<T> = { value: T; seconds: number };

/** Starts the program twice, loads its page and its floors in turn, and prints. */
export async function benchMonCompte(): Promise<void> {
  ensureBuilt();
  const { folder, remove } = await temporaryFolder();
  const env = await embeddedEnvironment(folder);
  const empty = await timed(() => startProgramme(env));
  await empty.value.end();
  const existing = await timed(() => startProgramme(env));
  const programme = existing.value;
  const { databaseUrl, jeton } = await openSession(folder);
  const cookie = `portail-${env['PORT']}-session=${jeton}`;
  const url = `${programme.portail}/mon-compte`;
  const sample = await (await fetch(url, { headers: { cookie } })).arrayBuffer();
  const floor = await startFloor({ databaseUrl, jeton, bytes: sample.byteLength });
  const rates: Rates = { page: [], statements: [], static: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.page.push(await rate(url, cookie));
    rates.statements.push(await rate(`${floor.url}/memes-requetes`));
    rates.static.push(await rate(`${floor.url}/statique`));
  }
  const memory = await residentMegabytes(programme.process.pid ?? 0);
  const assets = await firstVisitBytes(programme.portail, cookie);
  floor.stop();
  await programme.end();
  await remove();
  print(rates, { bytes: sample.byteLength, memory, assets, empty, existing });
}

type Figures = {
  bytes: number;
  memory: number;
  assets: number;
  empty: Timed<unknown>;
  existing: Timed<unknown>;
};

function print(rates: Rates, { bytes, memory, assets, empty, existing }: Figures): void {
  const [page, statements, still] = [rates.page, rates.statements, rates.static].map(median);
  report('GET /mon-compte', `${Math.round(page ?? 0)} pages/s of ${bytes} bytes`);
  report('floor 1, same statements', `${Math.round(statements ?? 0)}/s`);
  report('floor 2, 40 kB static', `${Math.round(still ?? 0)}/s`);
  report('page / floor 1', `${percent(page, statements)} (wanted ≥ 50 %)`);
  report('page / floor 2', percent(page, still));
  report('memory after the load', `${memory} MB (wanted ≤ 250)`);
  report('CSS, scripts, fonts', `${assets} bytes compressed (wanted ≤ 60000)`);
  report('ready on an empty folder', `${empty.seconds.toFixed(1)} s (wanted ≤ 25)`);
  report('ready on existing data', `${existing.seconds.toFixed(1)} s (wanted ≤ 4)`);
}

function report(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(28)} ${value}\n`);
}

function percent(part = 0, whole = 1): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timed<T>(act: () => Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  return { value: await act(), seconds: (performance.now() - start) / 1000 };
}

async function rate(address: string, cookieHeader?: string): Promise<number> {
  const headers = cookieHeader ? { cookie: cookieHeader } : {};
  const options = { url: address, connections: CONNECTIONS, duration: SECONDS, headers };
  const result = await autocannon(options);
  const wrong = result.non2xx + result.errors;
  if (wrong > 0) throw new Error(`${wrong} wrong answers from ${new URL(address).pathname}`);
  return result['2xx'] / result.duration;
}

async function openSession(folder: string): Promise<{ databaseUrl: string; jeton: string }> {
  const cluster = path.join(folder, 'postgres');
  const password = await readFile(path.join(cluster, 'portail-mot-de-passe'), 'utf8');
  const postmaster = await readPostmaster(cluster);
  const url = `postgres://chorus_portail:${password}@127.0.0.1:${postmaster?.port}/portail`;
  const sql = connect(url, { max: 1, name: 'bench' });
  const value = nouveauJeton();
  await sql`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
    select ${empreinte(value)}, id, 'bench', 'bench', ${new Date()}, ${new Date()}
    from compte where identifiant_connexion = ${COMPTE}`;
  await sql.end();
  return { databaseUrl: url, jeton: value };
}

async function startFloor({
  databaseUrl,
  jeton,
  bytes,
}: {
  databaseUrl: string;
  jeton: string;
  bytes: number;
}): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  const script = path.join(import.meta.dirname, 'plancher.ts');
  const args = [script, databaseUrl, jeton, String(bytes), String(port)];
  const child = spawn(process.execPath, [...NODE_FLAGS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function firstVisitBytes(portail: string, cookie: string): Promise<number> {
  const html = await (await fetch(`${portail}/mon-compte`, { headers: { cookie } })).text();
  const files = new Set(html.match(/\/assets\/[^"]+/g));
  let total = 0;
  for (const file of files) {
    const answer = await fetch(`${portail}${file}`, {
      headers: { 'accept-encoding': 'br' },
    });
    total += Number(answer.headers.get('content-length'));
  }
  return total;
}

if (import.meta.main) await benchMonCompte();
