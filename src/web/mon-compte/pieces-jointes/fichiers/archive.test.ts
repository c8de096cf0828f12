// The ZIP as a stream: one file open at a time, closed when the reader leaves, a failure told by a broken stream.
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { PieceAServir } from '../../../../domain/piece-jointe/piece-jointe.ts';
import type { Magasin } from '../../../../platform/fichiers/magasin.ts';
import { archiver } from './archive.ts';

const TAILLE = 1_000_000;
const pieces = ['a', 'b', 'c'].map(
  (nom, id): PieceAServir => ({
    id,
    nomFichier: `${nom}.pdf`,
    extension: 'pdf',
    tailleOctets: TAILLE,
    etat: 'DISPONIBLE',
    ajouteeLe: new Date(0),
    fichier: nom,
    typeMime: 'application/pdf',
    empreinteSha256: Buffer.alloc(32),
  }),
);

/** A store that counts what it has open. */
function magasin(lire: (nom: string) => Readable) {
  const ouverts: Readable[] = [];
  const enMeme = { temps: 0 };
  const lecteur: Pick<Magasin, 'lire'> = {
    async lire(nom) {
      const flux = lire(nom);
      ouverts.push(flux);
      enMeme.temps = Math.max(enMeme.temps, ouverts.filter((f) => !f.closed).length);
      return flux;
    },
  };
  return { magasin: lecteur as Magasin, ouverts, enMeme };
}

const entier = () => Readable.from([Buffer.alloc(TAILLE / 2, 'x'), Buffer.alloc(TAILLE / 2, 'y')]);

test('one file is open at a time', async () => {
  const compte = magasin(entier);
  await buffer(archiver(compte.magasin, pieces));
  expect(compte.ouverts).toHaveLength(3);
  expect(compte.enMeme.temps).toBe(1);
});

test('who leaves closes the file under way, and no other is opened', async () => {
  const sansFin = () =>
    Readable.from(
      (async function* () {
        for (;;) yield Buffer.alloc(10_000, Math.random().toString());
      })(),
    );
  const compte = magasin(sansFin);
  const sortie = archiver(compte.magasin, pieces);
  for await (const _ of sortie) break;
  await expect.poll(() => compte.ouverts.map(({ closed }) => closed)).toEqual([true]);
});

test.each([
  [
    'is missing',
    () => {
      throw new Error('gone');
    },
  ],
  [
    'breaks off',
    () =>
      Readable.from(
        (async function* () {
          yield Buffer.alloc(10);
          throw new Error('gone');
        })(),
      ),
  ],
  ['is shorter than its row says', () => Readable.from([Buffer.alloc(10)])],
])('a file that %s breaks the archive off', async (_, lire) => {
  await expect(buffer(archiver(magasin(lire).magasin, pieces))).rejects.toThrow();
});
