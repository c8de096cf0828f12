// A real PostgreSQL for tests, with the migrated template that each test file clones.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { preparerBase } from '../../src/platform/embedded/base.ts';
import { startPostgres } from '../../src/platform/embedded/postgres-server.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import { INSTANT } from './scene.ts';

export type Grappe = {
  /** Its address, as its superuser; its logins share one password. */
  adminUrl: string;
  /** A folder that goes with it. */
  dossier: string;
  arreter(): Promise<void>;
};

const MODELE = 'modele';
const SETTINGS = [
  // No disk to wait for, but a commit that is said is written: until its log is, `vacuum` may not call its rows visible.
  'fsync=off',
  'full_page_writes=off',
  'max_connections=300',
  // Its own statistics and visibility maps would come when they please: tests that read plans ask for theirs.
  'autovacuum=off',
];

/** Starts it in a folder of its own, which is removed when it stops. */
export async function demarrerGrappe(): Promise<Grappe> {
  const dossier = await mkdtemp(path.join(tmpdir(), 'portail-tests-'));
  const outcome = await startPostgres(dossier, SETTINGS);
  if (outcome.kind !== 'started') throw new Error('the tests’ PostgreSQL is already running');
  const { server } = outcome;
  const adresses = await preparerBase(server, MODELE);
  // From the scenes' own month, whatever today's is.
  await migrate(adresses.proprietaire, adresses.utilisateurPortail, INSTANT);
  const sql = postgres(adresses.proprietaire, { max: 1, onnotice: () => undefined });
  // The clock that several processes share: it exists in tests only (model §1).
  await sql`create table horloge_de_test (instant timestamptz not null)`;
  await sql`grant select on horloge_de_test to portail`;
  await sql.end();
  return {
    adminUrl: server.adminUrl('postgres'),
    dossier,
    async arreter() {
      await server.stop();
      await rm(dossier, { recursive: true, force: true });
    },
  };
}
