// What the two stores share: Flystorage's operations, under names of ours only.
import type { FileStorage } from '@flystorage/file-storage';
import type { Magasin } from './magasin.ts';

/** A random name of ours, possibly still unfinished; nothing that people typed fits a path by this. */
const NOM = /^[A-Za-z0-9_-]{1,100}(\.part)?$/;

/**
 * Reading is the store's own: Flystorage's takes no interval, and keeps its source open when the reader
 * leaves before the end (`pipe` does not pass the destruction on).
 */
export function magasinSur(stockage: FileStorage, lire: Magasin['lire']): Magasin {
  return {
    deposer: async (nom, contenu) =>
      // No kind is guessed from the content: the portal decides what it says of it.
      stockage.write(verifie(nom), contenu, { mimeType: 'application/octet-stream' }),
    lire: async (nom, intervalle) => lire(verifie(nom), intervalle),
    supprimer: async (nom) => stockage.deleteFile(verifie(nom)),
    existe: async (nom) => stockage.fileExists(verifie(nom)),
    async *lister() {
      for await (const { path, lastModifiedMs = 0, isFile } of stockage.list('')) {
        if (isFile && NOM.test(path)) yield { nom: path, modifieLe: new Date(lastModifiedMs) };
      }
    },
  };
}

function verifie(nom: string): string {
  if (!NOM.test(nom)) throw new TypeError('not the name of a kept file');
  return nom;
}
