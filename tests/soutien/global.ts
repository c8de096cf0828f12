// Before all tests: one real PostgreSQL, and a migrated template that each test file clones.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { preparerBase } from '../../src/platform/embedded/base.ts';
import { startPostgres } from '../../src/platform/embedded/postgres-server.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import { INSTANT } from './scene.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the tests' PostgreSQL, as its superuser; its logins share one password. */
    adminUrl: string;
    /** A folder that the files of one run share. */
    dossierPartage: string;
    /** A folder that is removed when the tests are over. */
    dossier: string;
  }
}

export const MODELE = 'modele';
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  // Its own statistics and visibility maps would come when they please: tests that read plans ask for theirs.
  'autovacuum=off',
];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portail-tests-'));
  const outcome = await startPostgres(folder, SETTINGS);
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
  project.provide('dossier', folder);
  project.provide('adminUrl', server.adminUrl('postgres'));
  const partage = await mkdtemp(path.join(tmpdir(), 'portail-partage-'));
  // PostgreSQL of the embedded run, another user when the tests run as root, goes through it.
  await chmod(partage, 0o755);
  project.provide('dossierPartage', partage);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    await rm(partage, { recursive: true, force: true });
  };
}
