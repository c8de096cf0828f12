// Reading a file by lines: ends of line, blanks, encoding, limits, gzip.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { EnsembleDIds } from './ensemble-d-ids.ts';
import { LIGNE_MAX_BYTES, type LigneLue, lireLignes } from './lignes.ts';

const dossier = await mkdtemp(path.join(tmpdir(), 'lignes-'));
afterAll(() => rm(dossier, { recursive: true, force: true }));

async function lire(contenu: string | Buffer, nom = 'f.jsonl'): Promise<LigneLue[]> {
  const fichier = path.join(dossier, nom);
  await writeFile(fichier, contenu);
  return Array.fromAsync(lireLignes(fichier));
}

test('gives each line its number, without its end, and skips blank ones', async () => {
  const lues = await lire('\uFEFFa\r\n\n  \né\n');
  expect(lues.map(({ numero, texte }) => [numero, texte.trimEnd()])).toEqual([
    [1, 'a'],
    [4, 'é'],
  ]);
});

test('keeps characters whole across blocks of the file', async () => {
  const longues = Array.from({ length: 20 }, (_, n) => `${n}${'é'.repeat(20_000)}`);
  const lues = await lire(longues.join('\n'));
  expect(lues.map(({ texte }) => texte)).toEqual(longues);
});

test('refuses what is not UTF-8 and what is too long, and goes on', async () => {
  const lues = await lire(
    Buffer.concat([
      Buffer.from('L\xe9a\n', 'latin1'),
      Buffer.alloc(LIGNE_MAX_BYTES + 1, 'x'),
      Buffer.from('\nfin'),
    ]),
  );
  expect(lues.map(({ refus }) => refus)).toEqual(['utf8', 'tropLongue', undefined]);
  expect(lues[1]?.texte.length).toBe(LIGNE_MAX_BYTES);
});

test('reads gzip, and throws when the archive is cut', async () => {
  const gz = gzipSync('a\nb');
  expect(await lire(gz, 'f.jsonl.gz')).toHaveLength(2);
  await expect(lire(gz.subarray(0, gz.length - 6), 'g.jsonl.gz')).rejects.toThrow();
});

test('throws when the file is not there', async () => {
  await expect(Array.fromAsync(lireLignes(path.join(dossier, 'absent')))).rejects.toThrow('ENOENT');
});

test('a set of ids holds what was put in, at the edges of its pages too', () => {
  const ids = [0, 1, 7, 8, 65_535, 65_536, 2 ** 40];
  const ensemble = new EnsembleDIds();
  for (const id of ids) ensemble.ajouter(id);
  expect(ids.filter((id) => ensemble.contient(id))).toEqual(ids);
  expect([2, 9, 65_537, 2 ** 40 + 1].some((id) => ensemble.contient(id))).toBe(false);
});
