// `node tests/bench/import.ts [rows]`: the import of the directory against the same COPY and the same merge by psql.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { rangeesDeStructures } from '../../src/domain/structure/queries-flux-tampon.ts';
import { type AdressesBase, preparerBase } from '../../src/platform/embedded/base.ts';
import {
  type EmbeddedPostgres,
  startPostgres,
} from '../../src/platform/embedded/postgres-server.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { copyText } from '../../src/platform/postgres/copy.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import { formatAnnuaire } from '../../src/provisioning/structures/annuaire/format.ts';
import { COLONNES } from '../../src/provisioning/structures/annuaire/structure.ts';
import { csvAnnuaire } from '../soutien/annuaire-genere.ts';
import type { MesureImport } from './import-enfant.ts';

const ROUNDS = Number(process.env['BENCH_IMPORT_ROUNDS'] ?? 3);
const ROWS = 200_000;
const PSQL = process.env['PSQL'] ?? 'psql';

/** Measures and prints; a line says what is wanted. */
export async function mesurerImport(rows = ROWS): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portail-import-'));
  await mkdir(path.join(folder, 'data'));
  const outcome = await startPostgres(path.join(folder, 'data'));
  if (outcome.kind !== 'started') throw new Error('a folder made just now is already in use');
  try {
    await comparer(outcome.server, folder, rows);
  } finally {
    await outcome.server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function comparer(server: EmbeddedPostgres, folder: string, rows: number): Promise<void> {
  const annuaire = path.join(folder, 'annuaire.csv');
  await writeLines(annuaire, csvAnnuaire(rows));
  const petit = path.join(folder, 'petit.csv');
  await writeLines(petit, csvAnnuaire(Math.ceil(rows / 10)));
  const tampon = path.join(folder, 'tampon.copy');
  const { structures } = formatAnnuaire({ structures: annuaire });
  await pipeline(
    copyText(rangeesDeStructures(COLONNES, lues(structures))),
    createWriteStream(tampon),
  );

  const seconds: Record<'ours' | 'psql' | 'again', number[]> = { ours: [], psql: [], again: [] };
  let peak = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const a = await freshDatabase(server, `nous_${round}`);
    const first = await importer(a, 'annuaire', annuaire);
    const second = await importer(a, 'annuaire', annuaire);
    const b = await freshDatabase(server, `psql_${round}`);
    seconds.psql.push(await parPsql(b, path.join(folder, 'fusion.sql'), first.statements, tampon));
    seconds.ours.push(first.seconds);
    seconds.again.push(second.seconds);
    peak = Math.max(peak, first.peakMegabytes, second.peakMegabytes);
    if ((await count(a)) !== rows || (await count(b)) !== rows) throw new Error('rows are missing');
  }
  const small = await importer(await freshDatabase(server, 'petite'), 'annuaire', petit);
  const communes = await importer(await freshDatabase(server, 'communes'), 'communes');

  const ours = median(seconds.ours);
  const psql = median(seconds.psql);
  const again = median(seconds.again);
  report(
    'import of the directory',
    `${rate(rows, ours)} (${rows} structures, ${ours.toFixed(1)} s)`,
  );
  report('the same by psql', `${rate(rows, psql)} (${psql.toFixed(1)} s)`);
  report('import / psql', `${percent(psql, ours)} (wanted ≥ 60 %)`);
  report('unchanged second run', `${again.toFixed(1)} s, ${percent(again, ours)} (wanted ≤ 35 %)`);
  report(
    'peak memory of the import',
    `${peak} MB; ${small.peakMegabytes} MB for a tenth of the rows`,
  );
  report('communes and EPCI', `${communes.seconds.toFixed(1)} s on an empty database`);
}

async function* lues(entree: ReturnType<typeof formatAnnuaire>['structures']) {
  for await (const ligne of entree.lignes()) {
    const lecture = entree.lire(ligne);
    if (lecture.kind === 'lue') yield* lecture.valeurs;
  }
}

async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const chunks = function* () {
    let text = '';
    for (const line of lines) {
      text += `${line}\n`;
      if (text.length < 100_000) continue;
      yield text;
      text = '';
    }
    yield text;
  };
  await pipeline(Readable.from(chunks()), createWriteStream(file));
}

async function freshDatabase(server: EmbeddedPostgres, name: string): Promise<AdressesBase> {
  const adresses = await preparerBase(server, name);
  await migrate(adresses.proprietaire, adresses.utilisateurPortail, new Date());
  return adresses;
}

// In a process of its own: its memory is the import's alone.
async function importer({ portail }: AdressesBase, ...args: string[]): Promise<MesureImport> {
  const script = path.join(import.meta.dirname, 'import-enfant.ts');
  const child = spawn(process.execPath, ['--max-semi-space-size=8', script, portail, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunks, [code]] = await Promise.all([child.stdout.toArray(), once(child, 'close')]);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return JSON.parse(Buffer.concat(chunks).toString()) as MesureImport;
}

/** Runs the statements of an import, its lines coming from a file already in COPY's format; gives the seconds. */
async function parPsql(
  { portail }: AdressesBase,
  script: string,
  statements: string[],
  tampon: string,
): Promise<number> {
  const lines = statements.map((text) =>
    text.startsWith('copy ')
      ? text.replace(/^(copy \w+) from stdin/, `\\$1 from '${tampon}'`)
      : `${text};`,
  );
  await writeFile(script, lines.join('\n'));
  const start = performance.now();
  const args = ['-X', '-q', '-o', '/dev/null', '-v', 'ON_ERROR_STOP=1', '-f', script, portail];
  const [code] = await once(spawn(PSQL, args, { stdio: 'inherit' }), 'close');
  if (code !== 0) throw new Error(`psql ended with ${code}`);
  return (performance.now() - start) / 1000;
}

async function count({ portail }: AdressesBase): Promise<number> {
  const sql = connect(portail, { max: 1, name: 'bench' });
  const [row] = await sql<{ nombre: number }[]>`select count(*) as nombre from structure`;
  await sql.end();
  return row?.nombre ?? 0;
}

function report(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(28)} ${value}\n`);
}

function rate(rows: number, seconds: number): string {
  return `${Math.round(rows / seconds)} rows/s`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

if (import.meta.main) await mesurerImport(Number(process.argv[2] ?? ROWS));
