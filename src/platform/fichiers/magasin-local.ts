// Files in a folder of this machine: what was kept survives a power cut, what was cut short leaves nothing.
import { constants } from 'node:fs';
import { access, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  FileStorage,
  FileWasNotFound,
  type StatEntry,
  type StorageAdapter,
} from '@flystorage/file-storage';
import type { Magasin } from './magasin.ts';
import { magasinSur } from './magasin-sur.ts';

/** Between its first byte and its last, a file has this at the end of its name. */
const EN_COURS = '.part';
/** Read at a time: four times Node's own, a fourth of the trips to the disk's threads. */
const LECTURE_OCTETS = 256 * 1024;

/** Keeps files in this folder, made if missing. */
export async function magasinLocal(dossier: string): Promise<Magasin> {
  await mkdir(dossier, { recursive: true, mode: 0o700 });
  const adaptateur = adaptateurLocal(dossier);
  return magasinSur(new FileStorage(adaptateur), async (nom, intervalle) => {
    const fichier = await open(path.join(dossier, nom)).catch(introuvable(nom));
    const bornes = intervalle ? { start: intervalle.debut, end: intervalle.fin } : {};
    return fichier.createReadStream({ ...bornes, highWaterMark: LECTURE_OCTETS });
  });
}

// Flystorage's own adapter flushes nothing and writes under the final name (design §4).
function adaptateurLocal(dossier: string): StorageAdapter {
  const chemin = (nom: string) => path.join(dossier, nom);
  return {
    ...NON_OFFERT,
    async write(nom, contenu) {
      await ecrire(chemin(nom), contenu);
      await vider(dossier);
    },
    read: async (nom) => (await open(chemin(nom))).createReadStream(),
    deleteFile: (nom) => rm(chemin(nom), { force: true }),
    fileExists: (nom) =>
      access(chemin(nom), constants.F_OK).then(
        () => true,
        () => false,
      ),
    stat: (nom) => decrire(dossier, nom),
    async *list() {
      for await (const { name } of await opendir(dossier)) {
        // Removed since the folder was read: not kept any more.
        const entree = await decrire(dossier, name).catch(() => null);
        if (entree) yield entree;
      }
    },
  };
}

// A name that stays unfinished is listed like any other, so that the sweeper finds it.
async function ecrire(fichier: string, contenu: Readable): Promise<void> {
  const provisoire = fichier + EN_COURS;
  try {
    const ouvert = await open(provisoire, 'wx', 0o600);
    await pipeline(contenu, ouvert.createWriteStream({ flush: true }));
    await rename(provisoire, fichier);
  } catch (error) {
    await rm(provisoire, { force: true });
    throw error;
  }
}

// A new name is in its folder for good only once the folder is flushed too.
async function vider(dossier: string): Promise<void> {
  const ouvert = await open(dossier);
  try {
    await ouvert.sync();
  } finally {
    await ouvert.close();
  }
}

async function decrire(dossier: string, nom: string): Promise<StatEntry> {
  const { size, mtimeMs } = await stat(path.join(dossier, nom));
  return {
    path: nom,
    type: 'file',
    isFile: true,
    isDirectory: false,
    size,
    lastModifiedMs: mtimeMs,
  };
}

const introuvable =
  (nom: string) =>
  (cause: NodeJS.ErrnoException): never => {
    if (cause.code !== 'ENOENT') throw cause;
    throw FileWasNotFound.atLocation(nom, { cause });
  };

// What the interface has and the portal does not ask: folders, copies, public addresses.
const nonOffert = async (): Promise<never> => {
  throw new Error('the local store does not do this');
};
const NON_OFFERT = {
  createDirectory: nonOffert,
  copyFile: nonOffert,
  moveFile: nonOffert,
  changeVisibility: nonOffert,
  visibility: nonOffert,
  deleteDirectory: nonOffert,
  directoryExists: nonOffert,
  publicUrl: nonOffert,
  temporaryUrl: nonOffert,
  checksum: nonOffert,
  mimeType: nonOffert,
  lastModified: nonOffert,
  fileSize: nonOffert,
};
