// 10 Mo up and down against a bare route that parses, hashes, writes and flushes; the memory of 100 uploads at once.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../../scripts/fresh-build.ts';
import { adressePieceJointe, adresses } from '../../src/domain/adresses.ts';
import { OCTETS_MAX } from '../../src/domain/piece-jointe/limites.ts';
import { preparerBase } from '../../src/platform/embedded/base.ts';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import { startPostgres } from '../../src/platform/embedded/postgres-server.ts';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import { NODE_FLAGS } from '../e2e/soutien/programme.ts';
import { creerCompte } from '../soutien/scene.ts';
import { demarrerWeb, type ProgrammeWeb } from './programme-web.ts';

const ROUNDS = 5;
const FICHIERS = Number(process.env['BENCH_FILES'] ?? 40);
const CONNECTIONS = 4;
const ENSEMBLE = 100;
const ECHANTILLON_MS = 10;

type Cible = { url: string; entetes: Record<string, string> };
type Debits = Record<'envoi' | 'envoiNu' | 'lecture' | 'lectureNue', number[]>;

/** Sends and reads in turn with the floor, and prints the ratios. */
export async function benchPiecesJointes(): Promise<void> {
  ensureBuilt();
  const dossier = await mkdtemp(path.join(tmpdir(), 'portail-bench-pieces-'));
  const outcome = await startPostgres(dossier, ['shared_buffers=128MB']);
  if (outcome.kind !== 'started') throw new Error('the benchmark’s PostgreSQL is already running');
  try {
    const bases = await preparerBase(outcome.server, 'pieces');
    await migrate(bases.proprietaire, bases.utilisateurPortail, new Date());
    const sql = connect(bases.portail, { max: 2, name: 'bench' });
    const jeton = await ouvrirSession(sql);
    const variables = {
      DATA_DIR: dossier,
      FILES_MAX: '10000',
      FILES_QUOTA_BYTES: String(10_000 * OCTETS_MAX),
    };
    const web = await demarrerWeb(bases, variables);
    await comparerDebits(sql, web, jeton, dossier);
    await web.stop();
    // Another process: nothing of the first measure is in its memory.
    const neuf = await demarrerWeb(bases, variables);
    await mesurerMemoire(neuf, jeton);
    await neuf.stop();
    await sql.end();
  } finally {
    await outcome.server.stop();
    await rm(dossier, { recursive: true, force: true });
  }
}

async function comparerDebits(
  sql: Sql,
  web: ProgrammeWeb,
  jeton: string,
  dossier: string,
): Promise<void> {
  const nus = await mkdtemp(path.join(dossier, 'nus-'));
  const plancher = await demarrerPlancher(nus);
  const portail = cible(web, jeton);
  const nu: Cible = { url: plancher.url, entetes: {} };
  const debits: Debits = { envoi: [], envoiNu: [], lecture: [], lectureNue: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const envoi = await debit(() => envoyer(portail));
    const envoiNu = await debit(() => envoyer(nu));
    const [piece] = await sql<{ id: number }[]>`select max(id) as id from piece_jointe`;
    const fichier = adressePieceJointe(piece?.id ?? 0, 'telecharger');
    const lecture = await debit(() => lire({ ...portail, url: `${web.url}${fichier}` }));
    const lectureNue = await debit(() => lire(nu));
    // Files of one round only, so that each finds the disk as the others did; the first warms up.
    await sql`delete from piece_jointe`;
    await Promise.all([vider(path.join(dossier, 'fichiers')), vider(nus)]);
    if (round === 0) continue;
    debits.envoi.push(envoi);
    debits.envoiNu.push(envoiNu);
    debits.lecture.push(lecture);
    debits.lectureNue.push(lectureNue);
  }
  plancher.stop();
  rapporter('10 Mo up', mediane(debits.envoi), mediane(debits.envoiNu));
  rapporter('10 Mo down', mediane(debits.lecture), mediane(debits.lectureNue));
}

function rapporter(quoi: string, portail: number, nu: number): void {
  const part = ((100 * portail) / nu).toFixed(1);
  process.stdout.write(
    `${quoi.padEnd(28)} ${portail.toFixed(1)} files/s, bare route ${nu.toFixed(1)}/s: ${part} % (wanted ≥ 60 %)\n`,
  );
}

async function mesurerMemoire(web: ProgrammeWeb, jeton: string): Promise<void> {
  const portail = cible(web, jeton);
  for (let n = 0; n < CONNECTIONS; n += 1) await envoyer(portail);
  const avant = await residentMo(web.pid);
  let plus = avant;
  const releve = setInterval(async () => {
    plus = Math.max(plus, await residentMo(web.pid));
  }, ECHANTILLON_MS);
  await Promise.all(Array.from({ length: ENSEMBLE }, () => envoyer(portail)));
  clearInterval(releve);
  process.stdout.write(
    `${`${ENSEMBLE} uploads at once`.padEnd(28)} ${avant} MB before, ${plus} at most: +${plus - avant} MB (wanted < 150)\n`,
  );
}

function cible(web: ProgrammeWeb, jeton: string): Cible {
  return {
    url: `${web.url}${adresses.ajouterPieceJointe}`,
    entetes: {
      cookie: web.cookie(jeton),
      'sec-fetch-site': 'same-origin',
      accept: 'application/json',
    },
  };
}

// A PDF by its first bytes, noise behind them.
const CONTENU = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(OCTETS_MAX)]).subarray(
  0,
  OCTETS_MAX,
);

async function envoyer({ url, entetes }: Cible): Promise<void> {
  const corps = new FormData();
  corps.set('designation', 'Relevé');
  corps.set('type', 'DIVERS');
  corps.set('fichier', new Blob([CONTENU]), 'releve.pdf');
  const reponse = await fetch(url, { method: 'POST', headers: entetes, body: corps });
  await reponse.text();
  if (reponse.status !== 201) throw new Error(`${reponse.status} from ${new URL(url).pathname}`);
}

async function lire({ url, entetes }: Cible): Promise<void> {
  const reponse = await fetch(url, { headers: entetes });
  let octets = 0;
  for await (const morceau of reponse.body ?? []) octets += morceau.length;
  if (octets !== OCTETS_MAX) throw new Error(`${octets} bytes from ${new URL(url).pathname}`);
}

/** Files a second, several at a time. */
async function debit(acte: () => Promise<void>): Promise<number> {
  const debut = performance.now();
  let reste = FICHIERS;
  const agir = async () => {
    while (reste-- > 0) await acte();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, agir));
  return (FICHIERS * 1000) / (performance.now() - debut);
}

const mediane = (valeurs: number[]) =>
  valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0;

async function vider(dossier: string): Promise<void> {
  for (const nom of await readdir(dossier)) await rm(path.join(dossier, nom));
}

async function residentMo(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function ouvrirSession(sql: Sql): Promise<string> {
  const jeton = nouveauJeton();
  const instant = new Date();
  await sql`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
    values (${empreinte(jeton)}, ${await creerCompte(sql)}, 'bench', 'bench', ${instant}, ${instant})`;
  return jeton;
}

async function demarrerPlancher(dossier: string): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  const script = path.join(import.meta.dirname, 'plancher-pieces.ts');
  const child = spawn(process.execPath, [...NODE_FLAGS, script, dossier, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
}

if (import.meta.main) await benchPiecesJointes();
