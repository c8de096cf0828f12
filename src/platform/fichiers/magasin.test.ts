// Both stores keep the same promises: whole or nothing, parts on demand, no path in a name.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, inject, test, vi } from 'vitest';
import { ouvrirSeau } from '../../../tests/soutien/seau.ts';
import { freePort } from '../embedded/free-port.ts';
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';
import type { Magasin } from './magasin.ts';
import { magasinLocal } from './magasin-local.ts';
import { magasinS3 } from './magasin-s3.ts';
import { ouvrirMagasin } from './ouvrir.ts';

const DIX_MO = 10 * 1024 * 1024;
const dossier = await mkdtemp(path.join(inject('dossier'), 'magasin-'));
const local = await magasinLocal(dossier);
const reglagesDuSeau = await ouvrirSeau();
const seau = magasinS3(reglagesDuSeau);
const MAGASINS: [string, Magasin][] = [
  ['a folder', local],
  ['a bucket', seau],
];

let rang = 0;
const nouveauNom = () => `piece_${++rang}-${randomBytes(4).toString('hex')}`;
const lu = async (flux: Readable) => Buffer.concat(await flux.toArray());
const empreinte = (octets: Buffer) => createHash('sha256').update(octets).digest('hex');
async function noms(magasin: Magasin): Promise<string[]> {
  const vus: string[] = [];
  for await (const { nom } of magasin.lister()) vus.push(nom);
  return vus;
}
/** The bytes one by one, then a failure instead of the end. */
async function* interrompu(octets: Buffer) {
  yield octets;
  await delay(1);
  throw new Error('the sender is gone');
}

describe.each(MAGASINS)('%s', (_nom, magasin) => {
  test('gives back the ten mebibytes that it was given', async () => {
    const nom = nouveauNom();
    const octets = randomBytes(DIX_MO);
    await magasin.deposer(
      nom,
      Readable.from([octets.subarray(0, 70_000), octets.subarray(70_000)]),
    );
    expect(empreinte(await lu(await magasin.lire(nom)))).toBe(empreinte(octets));
    expect(await magasin.existe(nom)).toBe(true);
  });

  test('keeps an empty content as it is', async () => {
    const nom = nouveauNom();
    await magasin.deposer(nom, Readable.from([]));
    expect(await lu(await magasin.lire(nom))).toHaveLength(0);
  });

  test.each([
    [{ debut: 0, fin: 1 }, 'ab'],
    [{ debut: 2, fin: 4 }, 'cde'],
    [{ debut: 9, fin: 9 }, 'j'],
  ])('gives the part %o', async (intervalle, attendu) => {
    const nom = nouveauNom();
    await magasin.deposer(nom, Readable.from([Buffer.from('abcdefghij')]));
    expect((await lu(await magasin.lire(nom, intervalle))).toString()).toBe(attendu);
  });

  test('keeps nothing of a content that was cut short', async () => {
    const avant = await noms(magasin);
    const nom = nouveauNom();
    const coupe = Readable.from(interrompu(randomBytes(300_000)));
    await expect(magasin.deposer(nom, coupe)).rejects.toThrow();
    expect(await magasin.existe(nom)).toBe(false);
    expect(await noms(magasin)).toEqual(avant);
  });

  test('keeps nothing of a content whose sender vanished without a word', async () => {
    const nom = nouveauNom();
    const muet = new Readable({ read() {} });
    muet.push(randomBytes(100_000));
    const depot = magasin.deposer(nom, muet);
    muet.destroy();
    await expect(depot).rejects.toThrow();
    expect(await noms(magasin)).not.toContain(nom);
    expect(await noms(magasin)).not.toContain(`${nom}.part`);
  });

  test('rejects the reading of what it does not keep, and removes it without a word', async () => {
    const nom = nouveauNom();
    await expect(magasin.lire(nom)).rejects.toThrow();
    await expect(magasin.supprimer(nom)).resolves.toBeUndefined();
    expect(await magasin.existe(nom)).toBe(false);
  });

  test('lists what it keeps, with its instant, until it is removed', async () => {
    const nom = nouveauNom();
    const avant = Date.now() - 2_000;
    await magasin.deposer(nom, Readable.from([Buffer.from('x')]));
    const vus = new Map<string, Date>();
    for await (const vu of magasin.lister()) vus.set(vu.nom, vu.modifieLe);
    expect(vus.get(nom)?.getTime()).toBeGreaterThan(avant);
    await magasin.supprimer(nom);
    expect(await noms(magasin)).not.toContain(nom);
  });

  test.each(['../fuite', 'a/b', '..', '.', '', 'a\0b', 'facture.pdf', 'x'.repeat(101), 'é'])(
    'refuses the name %j',
    async (nom) => {
      await expect(magasin.deposer(nom, Readable.from(['x']))).rejects.toThrow(TypeError);
      await expect(magasin.lire(nom)).rejects.toThrow(TypeError);
      await expect(magasin.supprimer(nom)).rejects.toThrow(TypeError);
    },
  );

  test('lets go of its source when the reader leaves before the end', async () => {
    const nom = nouveauNom();
    await magasin.deposer(nom, Readable.from([randomBytes(DIX_MO)]));
    const ouverts = async () => (await readdir('/proc/self/fd')).length;
    const avant = await ouverts();
    for (let n = 0; n < 20; n += 1) (await magasin.lire(nom)).destroy();
    await vi.waitFor(async () => expect(await ouverts()).toBeLessThan(avant + 10));
  });
});

describe('a folder', () => {
  const magasin = local;

  test('writes under another name until the last byte is flushed, for its owner only', async () => {
    const nom = nouveauNom();
    const flux = new Readable({ read() {} });
    const depot = magasin.deposer(nom, flux);
    flux.push(Buffer.from('le début'));
    await vi.waitFor(async () => expect(await readdir(dossier)).toContain(`${nom}.part`));
    expect(await magasin.existe(nom)).toBe(false);
    flux.push(null);
    await depot;
    expect(await readdir(dossier)).not.toContain(`${nom}.part`);
    expect((await stat(path.join(dossier, nom))).mode & 0o777).toBe(0o600);
    expect(await readFile(path.join(dossier, nom), 'utf8')).toBe('le début');
  });

  test('shows the sweeper what a killed process left unfinished', async () => {
    const nom = `${nouveauNom()}.part`;
    await writeFile(path.join(dossier, nom), 'coupé');
    expect(await noms(magasin)).toContain(nom);
    await magasin.supprimer(nom);
    expect(await noms(magasin)).not.toContain(nom);
  });

  test('that cannot be made stops the start with its name', async () => {
    const occupe = path.join(dossier, 'occupe');
    await writeFile(occupe, '');
    const ouverture = ouvrirMagasin({ kind: 'dossier', dossier: path.join(occupe, 'fichiers') });
    await expect(ouverture).rejects.toThrow(ErreurDeDemarrage);
  });
});

describe('a bucket', () => {
  const ouvrir = (change: object) => ouvrirMagasin({ kind: 's3', ...reglagesDuSeau, ...change });

  test('that is there opens; so does one whose service does not answer, which is an outage', async () => {
    await expect(ouvrir({})).resolves.toHaveProperty('deposer');
    const ferme = `http://127.0.0.1:${await freePort()}`;
    await expect(ouvrir({ endpoint: ferme })).resolves.toHaveProperty('deposer');
  });

  test.each([
    ['does not exist', { bucket: 'autre' }, /Le seau autre .*n’existe pas \(S3_BUCKET\)/],
    ['refuses these keys', { accessKey: 'AUTRE-CLE' }, /refusé à ces clés, .* \(S3_ACCESS_KEY/],
  ])('that %s stops the start, and says what to look at', async (_quoi, change, phrase) => {
    await expect(ouvrir(change)).rejects.toThrow(phrase);
    await expect(ouvrir(change)).rejects.toThrow(ErreurDeDemarrage);
  });
});

// Only Linux tells the open files of a process.
test.runIf(process.platform === 'linux')(
  'a bucket’s file waits for its end on the disk, under no name',
  async () => {
    const flux = new Readable({ read() {} });
    const depot = seau.deposer(nouveauNom(), flux);
    flux.push(randomBytes(100_000));
    await vi.waitFor(async () => expect(await attentes()).toEqual([{ octets: 100_000, liens: 0 }]));
    flux.push(null);
    await depot;
    expect(await attentes()).toEqual([]);
  },
);

/** The files that this process holds open to wait for their end: what they weigh, how many names they have. */
async function attentes(): Promise<{ octets: number; liens: number }[]> {
  const ouverts = (await readdir('/proc/self/fd')).map((fd) => `/proc/self/fd/${fd}`);
  const lus = ouverts.map(async (fd) => {
    const chemin = await readlink(fd).catch(() => '');
    if (!path.basename(chemin).startsWith('portail-') || !chemin.startsWith(tmpdir())) return [];
    const { size: octets, nlink: liens } = await stat(fd);
    return [{ octets, liens }];
  });
  return (await Promise.all(lus)).flat();
}
