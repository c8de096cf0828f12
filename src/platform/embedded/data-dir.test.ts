// The data folder: made and written to, or a sentence that names it and the variable that changes it.
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';
import { openDataDir, readIfThere, writeDurably } from './data-dir.ts';

const base = await mkdtemp(path.join(tmpdir(), 'portail-dossier-'));
afterAll(() => rm(base, { recursive: true, force: true }));

describe('the data folder', () => {
  test('is made with those above it, and left empty', async () => {
    const folder = path.join(base, 'a', 'b');
    expect(await openDataDir(folder)).toBe(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  test('may be there already, with its files', async () => {
    await writeFile(path.join(base, 'present'), 'x');
    expect(await openDataDir(base)).toBe(base);
    expect(await readIfThere(path.join(base, 'present'))).toBe('x');
  });

  test('is given as an absolute path', async () => {
    const relatif = path.relative(process.cwd(), path.join(base, 'relatif'));
    expect(await openDataDir(relatif)).toBe(path.join(base, 'relatif'));
  });

  test('that cannot be written stops the start with a sentence', async () => {
    const file = path.join(base, 'fichier');
    await writeFile(file, '');
    const folder = path.join(file, 'dessous');
    const essai = openDataDir(folder);
    await expect(essai).rejects.toBeInstanceOf(ErreurDeDemarrage);
    await expect(essai).rejects.toThrow(
      `Impossible d'écrire dans le dossier de données ${folder} : choisissez-en un autre avec DATA_DIR.`,
    );
  });
});

describe('a small file', () => {
  test('is written whole, for its owner alone, in the place of the former one', async () => {
    const file = path.join(base, 'secret');
    await writeDurably(file, 'un');
    await writeDurably(file, 'deux');
    expect(await readIfThere(file)).toBe('deux');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(base)).filter((nom) => nom.includes('tmp'))).toEqual([]);
  });

  test('that is not there reads as nothing; another trouble is told', async () => {
    expect(await readIfThere(path.join(base, 'absent'))).toBeUndefined();
    await expect(readIfThere(base)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
