// The folder of the embedded run: made if missing, writable or the start stops with a sentence.
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';

/** Makes the folder if needed and proves that this program can write there; gives its absolute path. */
export async function openDataDir(dataDir: string): Promise<string> {
  const folder = path.resolve(dataDir);
  const probe = path.join(folder, `.ecriture-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeDurably(probe, '');
    await rm(probe);
  } catch (error) {
    throw new ErreurDeDemarrage(
      `Impossible d'écrire dans le dossier de données ${folder} : choisissez-en un autre avec DATA_DIR.`,
      { cause: error },
    );
  }
  return folder;
}

/** Writes a small file that only its owner reads, whole or not at all, flushed to the disk. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

/** The text of a file, or undefined when it is not there. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
