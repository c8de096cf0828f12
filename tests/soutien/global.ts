// Before all tests: the PostgreSQL that they share, and a folder that those of one run share.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { demarrerGrappe } from './grappe.ts';

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

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { dossier, adminUrl, arreter } = await demarrerGrappe();
  project.provide('dossier', dossier);
  project.provide('adminUrl', adminUrl);
  const partage = await mkdtemp(path.join(tmpdir(), 'portail-partage-'));
  // PostgreSQL of the embedded run, another user when the tests run as root, goes through it.
  await chmod(partage, 0o755);
  project.provide('dossierPartage', partage);
  return async () => {
    await arreter();
    await rm(partage, { recursive: true, force: true });
  };
}
