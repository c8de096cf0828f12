// Structures come from a file of JSON lines too, with their services; what is wrong is refused line by line.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { siret } from '../essai.test-helper.ts';
import { importerStructures } from '../importer.ts';
import { formatJsonl } from './format.ts';

const { sql, clock, proprietaire, regler } = await baseDeTest();
const dossier = await mkdtemp(path.join(tmpdir(), 'structures-'));
afterAll(() => rm(dossier, { recursive: true, force: true }));

beforeEach(async () => {
  await proprietaire`truncate structure, import_rapport cascade`;
  await regler('2026-11-23T09:00:00Z');
});

const service = {
  code: 'URBS',
  libelle: 'Urbanisme',
  dateDebut: '2007-05-10',
  dateFin: null,
  engagementObligatoire: true,
};
const adresse = {
  ligne: '1 rue',
  complement: 'B',
  codePostal: '76640',
  ville: 'Alvimare',
  pays: 'FR',
};
const mairie = {
  typeIdentifiant: 'SIRET',
  identifiant: '217 600 022 00016',
  typeStructure: 'PUBLIQUE',
  raisonSociale: "Commune d'Alvimare",
  adresse,
  departement: '76',
  population: 584,
  parametres: { codeServiceObligatoire: true },
  services: [service],
};
const ccas = { ...mairie, identifiant: siret(1), raisonSociale: 'CCAS', services: [] };

async function importer(lignes: object[], options = {}) {
  const fichier = path.join(dossier, 'f.jsonl');
  await writeFile(fichier, lignes.map((ligne) => JSON.stringify(ligne)).join('\n'));
  const format = formatJsonl(fichier, options);
  return importerStructures(sql, clock, format, { journal: () => undefined });
}

test('a line makes a structure with its address, its parameters and its services', async () => {
  const bilan = await importer([mairie]);
  expect(bilan).toMatchObject({ etat: 'TERMINE', lus: 1, creees: 1, servicesCrees: 1 });
  const [structure] = await sql`select * from structure`;
  expect(structure).toMatchObject({
    identifiant: '21760002200016',
    statut: 'ACTIF',
    designation: "Commune d'Alvimare",
    adresseComplement1: 'B',
    adresseCodePostal: '76640',
    departement: '76',
    population: 584,
    codeServiceObligatoire: true,
    estMoa: false,
    source: 'ANNUAIRE',
  });
  const [row] = await sql`select code, libelle, date_debut, engagement_obligatoire from service`;
  expect(row).toEqual({
    code: 'URBS',
    libelle: 'Urbanisme',
    dateDebut: '2007-05-10',
    engagementObligatoire: true,
  });
});

test('the same file run again changes nothing, and another value only what it says', async () => {
  await importer([mairie]);
  expect(await importer([mairie])).toMatchObject({ inchangees: 1, servicesInchanges: 1 });
  const nouvelle = { ...mairie, population: 600, services: [service, { ...service, code: 'B' }] };
  expect(await importer([nouvelle])).toMatchObject({ modifiees: 1, servicesCrees: 1 });
  const [structure] = await sql`select adresse_complement_1, population from structure`;
  expect(structure).toEqual({ adresseComplement1: 'B', population: 600 });
});

test('a structure, or a service, that the file leaves out stays open', async () => {
  await importer([mairie, ccas]);
  const bilan = await importer([{ ...mairie, services: [] }]);
  expect(bilan).toMatchObject({ inchangees: 1, fermees: 0, servicesFermes: 0 });
  expect(await sql`select from structure where statut = 'ACTIF'`).toHaveLength(2);
});

test('a line says whose structure it is: a manager’s stays out of the registers’ reach', async () => {
  await importer([{ ...mairie, source: 'GESTIONNAIRE' }]);
  const [structure] = await sql`select source from structure`;
  const [row] = await sql`select source from service`;
  expect([structure, row]).toEqual([{ source: 'GESTIONNAIRE' }, { source: 'GESTIONNAIRE' }]);
  expect(await importer([mairie])).toMatchObject({ autreSource: 1, servicesAutreSource: 1 });
});

test.each([
  ['a SIRET without its key', { identifiant: '21760002200017' }, 'identifiant : SIRET sans sa clé'],
  ['a short SIRET', { identifiant: '2176000220001' }, 'identifiant : 14 chiffres attendus'],
  ['an unknown type', { typeStructure: 'AUTRE' }, 'typeStructure : valeur absente'],
  [
    'a bad postal code',
    { adresse: { ...adresse, codePostal: '7664' } },
    'adresse.codePostal : pas',
  ],
  ['an unknown parameter', { parametres: { autre: true } }, 'parametres'],
  ['a service twice', { services: [service, service] }, 'services : deux fois le même code'],
  [
    'a service that ends before it starts',
    { services: [{ ...service, dateFin: '2001-01-01' }] },
    'services.0.dateFin : avant la date de début',
  ],
  ['a structure twice', { services: [{ ...service, code: 'B' }] }, 'déjà nommé par une ligne'],
])('a line is refused for %s, with its services', async (_, autres, motif) => {
  const bilan = await importer([mairie, { ...mairie, ...autres }]);
  expect(bilan).toMatchObject({ etat: 'TERMINE', lus: 2, creees: 1, rejetes: 1 });
  expect(bilan).toMatchObject({ servicesLus: 1, servicesCrees: 1, servicesRejetes: 0 });
  const [rejet] = await sql`select ligne, motif from import_rejet`;
  expect(rejet).toEqual({ ligne: 2, motif: expect.stringContaining(motif) });
});

test('the demo alone may carry SIRETs without their key', async () => {
  const guide = { ...mairie, identifiant: '14700985600135' };
  expect(await importer([guide])).toMatchObject({ rejetes: 1 });
  expect(await importer([guide], { controleSiret: false })).toMatchObject({ creees: 1 });
});
