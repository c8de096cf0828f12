// The import commands: exit codes, and one clear sentence for a wrong argument.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { ErreurDeDemarrage } from '../platform/erreur-de-demarrage.ts';
import { commandeImporterMadrhas, commandeImporterStructures } from './commandes.ts';
import { personne } from './madrhas/essai.test-helper.ts';

const { sql, clock, regler } = await baseDeTest();
await regler('2026-11-23T09:00:00Z');
const dossier = await mkdtemp(path.join(tmpdir(), 'commandes-'));
afterAll(() => rm(dossier, { recursive: true, force: true }));
const muet = () => undefined;

async function ecrire(nom: string, lignes: object[]): Promise<string> {
  const fichier = path.join(dossier, nom);
  await writeFile(fichier, lignes.map((ligne) => JSON.stringify(ligne)).join('\n'));
  return fichier;
}

test.each([
  [[], 'attend un fichier'],
  [['a', 'b'], 'attend un fichier'],
  [['a', '--tout'], 'option est inconnue'],
  [['a', '--seuil', 'dix'], 'Le seuil est une part'],
  [['a', '--seuil', '5'], 'Le seuil est une part'],
  [['absent.jsonl'], '« absent.jsonl » est introuvable'],
  [[tmpdir()], 'est introuvable'],
])('importer-madrhas %j says what is wrong and how to write it', async (args, phrase) => {
  const run = commandeImporterMadrhas(sql, clock, args, muet);
  await expect(run).rejects.toThrow(ErreurDeDemarrage);
  await expect(run).rejects.toThrow(phrase);
  await expect(run).rejects.toThrow('Usage : importer-madrhas');
});

test.each([
  [[]],
  [['jsonl']],
  [['csv', 'f']],
  [['jsonl', 'absent.jsonl']],
  [['jsonl', 'a', '--x']],
])('importer-structures %j says what is wrong and how to write it', async (args) => {
  const run = commandeImporterStructures(sql, clock, args, muet);
  await expect(run).rejects.toThrow(/Usage : importer-structures jsonl/);
});

test('importer-madrhas prints the summary, and fails when the guard stops it', async () => {
  const imprime: string[] = [];
  const print = (line: string) => void imprime.push(line);
  const deux = await ecrire('deux.jsonl', [personne(1), personne(2)]);
  expect(await commandeImporterMadrhas(sql, clock, [deux], print)).toBe(0);
  expect(imprime.at(-1)).toContain('Import terminé : 2 lues, 2 créés');
  const un = await ecrire('un.jsonl', [personne(1)]);
  expect(await commandeImporterMadrhas(sql, clock, [un, '--complet'], print)).toBe(1);
  expect(imprime.at(-1)).toContain('Import arrêté');
  const args = [un, '--complet', '--seuil', '0,5'];
  expect(await commandeImporterMadrhas(sql, clock, args, print)).toBe(0);
});

test('importer-structures ends well', async () => {
  const structure = {
    typeIdentifiant: 'SIRET',
    identifiant: '217 600 022 00016',
    typeStructure: 'PUBLIQUE',
    raisonSociale: "Commune d'Alvimare",
    adresse: null,
  };
  const fichier = await ecrire('structures.jsonl', [structure]);
  expect(await commandeImporterStructures(sql, clock, ['jsonl', fichier], muet)).toBe(0);
});
