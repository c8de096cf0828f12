// The sweeper: what no row names goes after a day, what a row names stays, what is missing is told.
import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, expect, inject, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { fichiersDe, joindre } from '../../../tests/soutien/pieces-jointes.ts';
import { apres, creerCompte, heures, INSTANT } from '../../../tests/soutien/scene.ts';
import type { Magasin } from '../../platform/fichiers/magasin.ts';
import { magasinLocal } from '../../platform/fichiers/magasin-local.ts';
import { balayer } from './actions-balayage.ts';
import { deposerFichier } from './depot.ts';

const { sql } = await baseDeTest();
const jours = (nombre: number) => heures(24 * nombre);
let dossier: string;
let magasin: Magasin;
let compteId: number;

beforeEach(async () => {
  dossier = await mkdtemp(path.join(inject('dossier'), 'magasin-'));
  magasin = await magasinLocal(dossier);
  compteId = await creerCompte(sql);
  await sql`delete from piece_jointe`;
});

const passer = (instant = INSTANT) => balayer(sql, magasin, instant);

/** As old, by the machine's clock, as this before the sweep. */
async function vieillir(nom: string, ms: number): Promise<void> {
  const quand = apres(INSTANT, -ms);
  await utimes(path.join(dossier, nom), quand, quand);
}

async function egare(ms: number): Promise<string> {
  const recu = await deposerFichier(magasin, Readable.from([Buffer.from('x')]), 10);
  if (recu.kind === 'refus') throw new Error(recu.refus);
  await vieillir(recu.depot.fichier, ms);
  return recu.depot.fichier;
}

async function garder(ms: number, champs: Record<string, unknown> = {}) {
  const id = await joindre(sql, magasin, compteId);
  if (Object.keys(champs).length > 0)
    await sql`update piece_jointe set ${sql(champs)} where id = ${id}`;
  const [piece] = await sql<{ fichier: string }[]>`
    select fichier from piece_jointe where id = ${id}`;
  if (!piece) throw new Error('no row');
  await vieillir(piece.fichier, ms);
  return { id, fichier: piece.fichier };
}

test('a file that no row names goes after a day, one that is named stays', async () => {
  await egare(jours(1));
  const recent = await egare(jours(1) - 60_000);
  const { fichier } = await garder(jours(300));
  expect(await passer()).toEqual({ effaces: 1, manquantes: [] });
  expect(await fichiersDe(magasin)).toEqual([recent, fichier].sort());
  expect(await passer()).toEqual({ effaces: 0, manquantes: [] });
});

test('a file left unfinished by a crash goes too', async () => {
  const nom = '6dd0b4a6-41a5-4d57-a9a4-7a1f4c1f5f10.part';
  await writeFile(path.join(dossier, nom), 'x');
  await vieillir(nom, jours(2));
  expect(await passer()).toMatchObject({ effaces: 1 });
  expect(await fichiersDe(magasin)).toEqual([]);
});

test('the file of a rejected piece, left by a crash, goes too', async () => {
  await garder(jours(2), { etat: 'REJETEE', analyseeLe: INSTANT });
  expect(await passer()).toEqual({ effaces: 1, manquantes: [] });
  expect(await sql`select from piece_jointe`).toHaveLength(1);
});

test('a row whose file is missing is told, and kept', async () => {
  const { id, fichier } = await garder(0);
  await garder(0);
  await magasin.supprimer(fichier);
  expect(await passer()).toEqual({ effaces: 0, manquantes: [id] });
  expect(await sql`select from piece_jointe`).toHaveLength(2);
});

test('a rejected row goes after 30 days', async () => {
  await garder(0, { etat: 'REJETEE', analyseeLe: INSTANT });
  await passer(apres(INSTANT, jours(30)));
  expect(await sql`select from piece_jointe`).toHaveLength(1);
  await passer(apres(INSTANT, jours(30) + 1));
  expect(await sql`select from piece_jointe`).toHaveLength(0);
});

test('the drawer of an account deactivated 180 days ago goes, rows and files', async () => {
  await garder(0);
  await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
  await passer(apres(INSTANT, jours(180)));
  expect(await fichiersDe(magasin)).toHaveLength(1);
  await passer(apres(INSTANT, jours(180) + 1));
  expect([await sql`select from piece_jointe`, await fichiersDe(magasin)]).toEqual([[], []]);
  const [ligne] = await sql`
    select acte, acteur_compte_id from journal where compte_id = ${compteId} order by id desc limit 1`;
  expect(ligne).toEqual({ acte: 'PIECE_SUPPRIMEE', acteurCompteId: null });
});
