// Structures come from a file, once whatever the number of runs; what is wrong is refused line by
// line.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { importerStructuresJsonl } from './importer-jsonl.ts';

const { sql, clock, proprietaire, regler } = await baseDeTest();
const dossier = await mkdtemp(path.join(tmpdir(), 'structures-'));
afterAll(() => rm(dossier, { recursive: true, force: true }));
const muet = () => undefined;

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

async function importer(lignes: object[], options = {}) {
  const fichier = path.join(dossier, 'f.jsonl');
  await writeFile(fichier, lignes.map((ligne) => JSON.stringify(ligne)).join('\n'));
  return importerStructuresJsonl(sql, clock, fichier, muet, options);
}

test('a line makes a structure with its address, its parameters and its services', async () => {
  expect(await importer([mairie])).toMatchObject({ etat: 'TERMINE', lus: 1, creees: 1 });
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
  expect(await importer([mairie])).toMatchObject({ inchangees: 1, creees: 0, modifiees: 0 });
  await sql`update structure set libelle = 'Notre mairie', adresse_ville = 'ALVIMARE'`;
  await sql`update service set libelle = 'Bureau'`;
  const nouvelle = { ...mairie, population: 600, services: [service, { ...service, code: 'B' }] };
  expect(await importer([nouvelle])).toMatchObject({ modifiees: 1 });
  const [structure] = await sql`
    select libelle, adresse_ville, adresse_complement_1, population from structure`;
  expect(structure).toEqual({
    libelle: 'Notre mairie',
    adresseVille: 'ALVIMARE',
    adresseComplement1: 'B',
    population: 600,
  });
  const services = await sql`select code, libelle from service order by code`;
  expect([...services]).toEqual([
    { code: 'B', libelle: 'Urbanisme' },
    { code: 'URBS', libelle: 'Bureau' },
  ]);
});

test.each([
  ['a SIRET without its key', { identifiant: '21760002200017' }, 'identifiant : SIRET sans sa clé'],
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
  ['a structure twice', {}, 'structure déjà nommée dans ce fichier'],
])('a line is refused for %s', async (_, autres, motif) => {
  const bilan = await importer([mairie, { ...mairie, ...autres }]);
  expect(bilan).toMatchObject({ etat: 'TERMINE', lus: 2, creees: 1, rejetes: 1 });
  const [rejet] = await sql`select ligne, motif from import_rejet`;
  expect(rejet).toEqual({ ligne: 2, motif: expect.stringContaining(motif) });
});

test('the demo alone may carry SIRETs without their key', async () => {
  const guide = { ...mairie, identifiant: '14700985600135' };
  expect(await importer([guide])).toMatchObject({ rejetes: 1 });
  expect(await importer([guide], { controleSiret: false })).toMatchObject({ creees: 1 });
});
