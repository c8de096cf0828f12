// Adding and deleting pièces jointes, on a real database and a real folder.
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  ajouter,
  fichiersDe,
  joindre,
  PDF,
  PNG,
  PROGRAMME,
  zip,
} from '../../../tests/soutien/pieces-jointes.ts';
import { creerCompte, INSTANT, journalDe } from '../../../tests/soutien/scene.ts';
import type { Magasin } from '../../platform/fichiers/magasin.ts';
import { magasinLocal } from '../../platform/fichiers/magasin-local.ts';
import { supprimerPieces } from './actions.ts';
import { deposerFichier } from './depot.ts';

const { sql, proprietaire } = await baseDeTest();
let magasin: Magasin;
let compteId: number;

beforeEach(async () => {
  magasin = await magasinLocal(await mkdtemp(path.join(inject('dossier'), 'magasin-')));
  compteId = await creerCompte(sql);
});

const lignes = () => sql<Record<string, unknown>[]>`
  select * from piece_jointe where compte_id = ${compteId} order by id`;
const aAnalyser = () => proprietaire<{ payload: { pieceId: number } }[]>`
  select j.payload from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'analyser-piece' order by j.id`;

describe('a deposit', () => {
  const deposer = (contenu: Readable, max = 10) => deposerFichier(magasin, contenu, max);

  test('holds the whole content, measured and hashed', async () => {
    const recu = await deposer(Readable.from([Buffer.from('cinq '), Buffer.from('mots.')]));
    if (recu.kind === 'refus') throw new Error(recu.refus);
    const { fichier, tailleOctets, empreinteSha256 } = recu.depot;
    expect(String(await buffer(await magasin.lire(fichier)))).toBe('cinq mots.');
    expect(tailleOctets).toBe(10);
    expect(empreinteSha256).toEqual(createHash('sha256').update('cinq mots.').digest());
  });

  test.each([
    ['one byte too long', [Buffer.alloc(6), Buffer.alloc(5)], 'tropGros'],
    ['empty', [], 'vide'],
  ])('%s is refused and leaves nothing', async (_, morceaux, refus) => {
    expect(await deposer(Readable.from(morceaux))).toEqual({ kind: 'refus', refus });
    expect(await fichiersDe(magasin)).toEqual([]);
  });

  test('is cut off at the limit: nothing behind it is asked for', async () => {
    let lus = 0;
    const sansFin = new Readable({
      highWaterMark: 1,
      read() {
        lus += 1;
        this.push(Buffer.alloc(5));
      },
    });
    expect(await deposer(sansFin)).toEqual({ kind: 'refus', refus: 'tropGros' });
    expect(lus).toBeLessThan(10);
    expect(sansFin.destroyed).toBe(false);
  });

  test('broken off fails and leaves nothing', async () => {
    const coupe = Readable.from(
      (async function* () {
        yield Buffer.alloc(5);
        throw new Error('gone');
      })(),
    );
    await expect(deposer(coupe)).rejects.toThrow();
    expect(await fichiersDe(magasin)).toEqual([]);
  });
});

describe('adding', () => {
  test('writes a row that names the file, under a name that nobody typed', async () => {
    expect(await ajouter(sql, magasin, compteId)).toMatchObject({
      kind: 'ajoutee',
      etat: 'DISPONIBLE',
      enDouble: false,
    });
    const [ligne] = await lignes();
    expect(ligne).toMatchObject({
      designation: 'Relevé',
      nomFichier: 'releve.pdf',
      extension: 'pdf',
      typeMime: 'application/pdf',
      tailleOctets: PDF.length,
      etat: 'DISPONIBLE',
      ajouteeLe: INSTANT,
    });
    expect(await fichiersDe(magasin)).toEqual([ligne?.['fichier']]);
    expect((await journalDe(sql, compteId)).map(({ acte }) => acte)).toEqual(['PIECE_AJOUTEE']);
  });

  test('where files are analysed, waits and asks for the analysis', async () => {
    const id = await joindre(sql, magasin, compteId, { analyse: true });
    expect((await lignes()).map(({ etat }) => etat)).toEqual(['RECUE']);
    expect((await aAnalyser()).at(-1)?.payload).toEqual({ pieceId: id });
  });

  test.each([
    ['accents in UTF-8', Buffer.from('été'), 'utf-8'],
    ['accents of Windows', Buffer.from('été', 'latin1'), 'windows-1252'],
  ])('a text finds how it writes %s', async (_, contenu, charset) => {
    await joindre(sql, magasin, compteId, { nom: 'note.txt', contenu });
    expect((await lignes())[0]?.['typeMime']).toBe(`text/plain; charset=${charset}`);
  });

  test.each([
    ['a program as a PDF', { contenu: PROGRAMME }, 'contenu'],
    ['an image as a PDF', { contenu: PNG }, 'contenu'],
    ['a file too many', { limites: { fichiersMax: 0 } }, 'nombre'],
    ['a byte too many', { limites: { quotaOctets: PDF.length - 1 } }, 'quota'],
  ])('%s is refused and leaves nothing', async (_, scene, refus) => {
    expect(await ajouter(sql, magasin, compteId, scene)).toEqual({ kind: 'refus', refus });
    expect([await lignes(), await fichiersDe(magasin)]).toEqual([[], []]);
  });

  test('an archive that swells is refused and leaves nothing', async () => {
    const contenu = await zip({ 'zeros.txt': Buffer.alloc(5_000_000) });
    const resultat = await ajouter(sql, magasin, compteId, { nom: 'bombe.zip', contenu });
    expect(resultat).toEqual({ kind: 'refus', refus: 'archive' });
    expect(await fichiersDe(magasin)).toEqual([]);
  });

  test('the same form twice, even at once, is stored once', async () => {
    const cle = randomUUID();
    const deux = await Promise.all([1, 2].map(() => ajouter(sql, magasin, compteId, { cle })));
    expect(deux.map(({ kind }) => kind).sort()).toEqual(['ajoutee', 'dejaAjoutee']);
    expect(await fichiersDe(magasin)).toEqual((await lignes()).map(({ fichier }) => fichier));
    expect(await lignes()).toHaveLength(1);
  });

  test('the same content twice is said, not refused; another account’s does not count', async () => {
    await joindre(sql, magasin, await creerCompte(sql));
    expect(await ajouter(sql, magasin, compteId)).toMatchObject({ enDouble: false });
    expect(await ajouter(sql, magasin, compteId, { nom: 'b.pdf' })).toMatchObject({
      enDouble: true,
    });
    expect(await lignes()).toHaveLength(2);
  });

  test('two at once do not both take the last place', async () => {
    const limites = { fichiersMax: 1 };
    const deux = await Promise.all([1, 2].map(() => ajouter(sql, magasin, compteId, { limites })));
    expect(deux.map(({ kind }) => kind).sort()).toEqual(['ajoutee', 'refus']);
    expect(await fichiersDe(magasin)).toHaveLength(1);
  });

  test('what waits for its analysis takes room; what was rejected does not', async () => {
    await joindre(sql, magasin, compteId, { analyse: true });
    const limites = { fichiersMax: 1 };
    expect(await ajouter(sql, magasin, compteId, { limites })).toMatchObject({ refus: 'nombre' });
    await sql`update piece_jointe set etat = 'REJETEE' where compte_id = ${compteId}`;
    expect(await ajouter(sql, magasin, compteId, { limites })).toMatchObject({ enDouble: false });
  });

  test('to an account deactivated meanwhile leaves nothing', async () => {
    const inactif = await creerCompte(sql, { etat: 'INACTIF' });
    expect(await ajouter(sql, magasin, inactif)).toEqual({ kind: 'indisponible' });
    expect(await fichiersDe(magasin)).toEqual([]);
  });
});

describe('deleting', () => {
  test('takes the rows and their files, and says how many', async () => {
    const [a, b] = [
      await joindre(sql, magasin, compteId),
      await joindre(sql, magasin, compteId, { analyse: true }),
    ];
    const garde = await joindre(sql, magasin, compteId);
    const resultat = await supprimerPieces(sql, magasin, compteId, [a, b], INSTANT);
    expect(resultat).toEqual({ kind: 'supprimees', nombre: 2 });
    expect((await lignes()).map(({ id }) => id)).toEqual([garde]);
    expect(await fichiersDe(magasin)).toHaveLength(1);
    expect((await journalDe(sql, compteId)).map(({ acte }) => acte).slice(3)).toEqual([
      'PIECE_SUPPRIMEE',
      'PIECE_SUPPRIMEE',
    ]);
  });

  test('leaves what belongs to another account', async () => {
    const autrui = await creerCompte(sql);
    const id = await joindre(sql, magasin, autrui);
    const resultat = await supprimerPieces(sql, magasin, compteId, [id], INSTANT);
    expect(resultat).toEqual({ kind: 'supprimees', nombre: 0 });
    expect(await fichiersDe(magasin)).toHaveLength(1);
  });

  test('while the store is out of reach deletes the row all the same', async () => {
    const id = await joindre(sql, magasin, compteId);
    const enPanne: Magasin = { ...magasin, supprimer: () => Promise.reject(new Error('down')) };
    const resultat = await supprimerPieces(sql, enPanne, compteId, [id], INSTANT);
    expect(resultat).toEqual({ kind: 'supprimees', nombre: 1 });
    expect(await lignes()).toEqual([]);
  });
});
