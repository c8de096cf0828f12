// The import commands: exit codes, and one clear sentence for a wrong argument.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { csvAnnuaire } from '../../tests/soutien/annuaire-genere.ts';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { ErreurDeDemarrage } from '../platform/erreur-de-demarrage.ts';
import { commandeImporterMadrhas, commandeImporterStructures } from './commandes.ts';
import { personne } from './madrhas/essai.test-helper.ts';

const { sql, clock, proprietaire, regler } = await baseDeTest();
await regler('2026-11-23T09:00:00Z');
const dossier = await mkdtemp(path.join(tmpdir(), 'commandes-'));
afterAll(() => rm(dossier, { recursive: true, force: true }));
const muet = () => undefined;
const CE_FICHIER = import.meta.filename;

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
  [[], 'attend un format et ses fichiers'],
  [['jsonl'], 'attend un format et ses fichiers'],
  [['jsonl', CE_FICHIER, CE_FICHIER], 'attend un format et ses fichiers'],
  [['communes', CE_FICHIER], 'attend un format et ses fichiers'],
  [['annuaire'], 'attend un format et ses fichiers'],
  [['annuaire', CE_FICHIER, CE_FICHIER, CE_FICHIER], 'attend un format et ses fichiers'],
  [['xml', CE_FICHIER], 'attend un format et ses fichiers'],
  [['jsonl', 'absent.jsonl'], '« absent.jsonl » est introuvable'],
  [['annuaire', CE_FICHIER, 'absent.csv'], '« absent.csv » est introuvable'],
  [['communes', '--x'], 'option est inconnue'],
  [['communes', '--seuil', '5'], 'Le seuil est une part'],
  [['annuaire', CE_FICHIER, '--rejets', CE_FICHIER], '--rejets nomme un fichier à importer'],
])('importer-structures %j says what is wrong and how to write it', async (args, phrase) => {
  const run = commandeImporterStructures(sql, clock, args, muet);
  await expect(run).rejects.toThrow(ErreurDeDemarrage);
  await expect(run).rejects.toThrow(phrase);
  await expect(run).rejects.toThrow('Usage : importer-structures communes | annuaire');
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

test('importer-structures jsonl ends well', async () => {
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

test('importer-structures annuaire prints the summary, and fails when the guard stops it', async () => {
  const imprime: string[] = [];
  const print = (line: string) => void imprime.push(line);
  const ecrireAnnuaire = (nom: string, nombre: number) => {
    const fichier = path.join(dossier, nom);
    return writeFile(fichier, [...csvAnnuaire(nombre)].join('\n')).then(() => fichier);
  };
  const dix = await ecrireAnnuaire('dix.csv', 10);
  const huit = await ecrireAnnuaire('huit.csv', 8);
  const importer = (args: string[]) =>
    commandeImporterStructures(sql, clock, ['annuaire', ...args], print);
  await proprietaire`truncate structure cascade`;
  expect(await importer([dix])).toBe(0);
  expect(imprime.at(-1)).toContain('Import terminé : 10 lues, 10 créées');
  expect(await importer([huit])).toBe(1);
  expect(imprime.at(-1)).toContain('Import arrêté');
  expect(await importer([huit, '--seuil', '0,2'])).toBe(0);
  expect(await importer([dix, '--forcer'])).toBe(0);
});
