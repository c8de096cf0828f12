// A data folder whose demo is already loaded: made once a run, by the first journey that wants it, and copied for each.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inject } from 'vitest';
import { embeddedEnvironment, startProgramme } from './programme.ts';

const POLL_MS = 100;
const WAIT_MS = 80_000;

/** A copy of the demo's data folder, and how to leave nothing of it. */
export async function dossierPret(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const modele = await preparer();
  const folder = await mkdtemp(path.join(tmpdir(), 'portail-e2e-'));
  // Owners too: PostgreSQL is another user when the tests run as root.
  execFileSync('cp', ['-a', '--reflink=auto', `${modele}/.`, folder]);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function preparer(): Promise<string> {
  const partage = inject('dossierPartage');
  const [modele, pret] = [path.join(partage, 'demo'), path.join(partage, 'pret')];
  // Whoever makes the lock makes the folder; the others wait for it.
  const premier = await mkdir(path.join(partage, 'verrou')).then(
    () => true,
    () => false,
  );
  if (premier) {
    await mkdir(modele);
    const programme = await startProgramme(await embeddedEnvironment(modele));
    await programme.end();
    await writeFile(pret, '');
  }
  for (let waited = 0; !existsSync(pret); waited += POLL_MS) {
    if (waited > WAIT_MS) throw new Error('the demo’s data folder was not made');
    await delay(POLL_MS);
  }
  return modele;
}
