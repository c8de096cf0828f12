// The search of the directory: what finds what, whatever the way it is written, and who sees private structures.
import { beforeAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompte, creerStructure, rattacher } from '../../../tests/soutien/scene.ts';
import { rechercherStructures, trouverParticulier } from './queries-recherche.ts';
import { type Criteres, SANS_CRITERE, type Tri } from './recherche.ts';

const { sql } = await baseDeTest();
let compteId: number;

type Ligne = [nom: string, champs: Record<string, unknown>];
const STRUCTURES: Ligne[] = [
  ['Commune de Saint-Étienne', { adresseVille: 'Saint-Étienne', adresseCodePostal: '42000' }],
  ['École St Étienne', { adresseVille: 'Lyon', adresseCodePostal: '69003' }],
  ["Commune d'Alvimare", { adresseVille: 'Alvimare', adresseCodePostal: '76640' }],
  ["Commune de l'Œuf-en-Ternois", { adresseVille: 'Œuf-en-Ternois', adresseCodePostal: '62130' }],
  ['Commune de Lès', { adresseVille: 'Lès', adresseCodePostal: '31440' }],
  ['Mairie de Terneuil sur Seine', { adresseVille: 'Terneuil sur Seine', libelle: 'La mairie' }],
  ['CCAS Terneuil sur Seine', { adresseVille: 'Terneuil sur Seine', identifiant: 'CCAS1' }],
  ['Communauté de communes du Pays de Terneuil et de la vallée de la Seine', {}],
  ['Stadt Köln', { typeIdentifiant: 'UE_HORS_FRANCE', identifiant: 'DE12', adressePays: 'DE' }],
  ['Commune de Fermée', { statut: 'INACTIF', identifiant: '21700000000001' }],
];

beforeAll(async () => {
  compteId = await creerCompte(sql);
  for (const [raisonSociale, champs] of STRUCTURES)
    await creerStructure(sql, { adressePays: 'FR', raisonSociale, ...champs });
});

async function chercher(criteres: Partial<Criteres>, tri: Tri | null = null, qui = compteId) {
  const fenetre = { page: 1, parPage: 50, tri };
  const resultats = await rechercherStructures(sql, qui, { ...SANS_CRITERE, ...criteres }, fenetre);
  return { ...resultats, noms: resultats.structures.map(({ designation }) => designation) };
}
const noms = async (criteres: Partial<Criteres>, tri: Tri | null = null) =>
  (await chercher(criteres, tri)).noms;

describe('a name', () => {
  test.each([
    ['without its accents', 'saint etienne'],
    ['in capitals', 'SAINT-ÉTIENNE'],
    ['with its abbreviation', 'st-etienne'],
    ['with the words in another order', 'étienne saint'],
    ['with useless words', 'commune de Saint Etienne'],
  ])('is found %s', async (_, raisonSociale) => {
    expect(await noms({ raisonSociale })).toContain('Commune de Saint-Étienne');
  });

  test('written short in the directory is found in full, and the other way round', async () => {
    const attendues = ['Commune de Saint-Étienne', 'École St Étienne'];
    expect((await noms({ raisonSociale: 'saint étienne' })).toSorted()).toEqual(attendues);
    expect((await noms({ raisonSociale: 'st étienne' })).toSorted()).toEqual(attendues);
  });

  test.each([
    ['an elision', 'd’alvimare', "Commune d'Alvimare"],
    ['another apostrophe', 'l’œuf', "Commune de l'Œuf-en-Ternois"],
    ['a ligature undone', 'oeuf en ternois', "Commune de l'Œuf-en-Ternois"],
    ['a foreign letter', 'koln', 'Stadt Köln'],
    ['a word that otherwise says nothing', 'lès', 'Commune de Lès'],
    ['the beginning of a word', 'alvim', "Commune d'Alvimare"],
  ])('is found by %s', async (_, raisonSociale, attendue) => {
    expect((await noms({ raisonSociale }))[0]).toBe(attendue);
  });

  test('that is the shortest comes first, then by name', async () => {
    expect(await noms({ raisonSociale: 'terneuil seine' })).toEqual([
      'La mairie',
      'CCAS Terneuil sur Seine',
      'Communauté de communes du Pays de Terneuil et de la vallée de la Seine',
    ]);
  });

  test('needs all its words', async () => {
    expect(await noms({ raisonSociale: 'alvimare terneuil' })).toEqual([]);
  });

  test('is not that of the town', async () => {
    expect(await noms({ raisonSociale: 'lyon' })).toEqual([]);
  });
});

describe('one slip', () => {
  test.each([
    ['two letters exchanged', 'ternueil'],
    ['a letter missing', 'tereuil'],
    ['a letter too many', 'terrneuil'],
    ['a letter for another', 'ternouil'],
    ['the first letter missing', 'erneuil'],
  ])('is forgiven: %s', async (_, raisonSociale) => {
    const { noms: trouves, approches } = await chercher({
      raisonSociale: `${raisonSociale} seine`,
    });
    expect(trouves).toContain('CCAS Terneuil sur Seine');
    expect(approches).toBe(true);
  });

  test('is forgiven in a town, and in the label', async () => {
    expect(await noms({ ville: 'alvimarre' })).toEqual(["Commune d'Alvimare"]);
    expect(await noms({ libelle: 'mairei' })).toEqual(['La mairie']);
  });

  test('is not looked for when the very words are found', async () => {
    expect((await chercher({ raisonSociale: 'terneuil' })).approches).toBe(false);
  });

  test('and not two', async () => {
    expect(await noms({ raisonSociale: 'trenuiel' })).toEqual([]);
  });
});

describe('the other criteria', () => {
  test.each<[quoi: string, criteres: Partial<Criteres>, attendues: string[]]>([
    ['a postal code', { codePostal: '76640' }, ["Commune d'Alvimare"]],
    ['its beginning', { codePostal: '42' }, ['Commune de Saint-Étienne']],
    ['a postal code and a town', { codePostal: '69003', ville: 'lyon' }, ['École St Étienne']],
    ['a town', { ville: 'terneuil' }, ['CCAS Terneuil sur Seine', 'La mairie']],
    ['a label', { libelle: 'mairie' }, ['La mairie']],
    ['a whole identifier', { identifiant: 'CCAS1' }, ['CCAS Terneuil sur Seine']],
    ['the beginning of an identifier', { identifiant: 'CCA' }, ['CCAS Terneuil sur Seine']],
    ['a country', { raisonSociale: 'stadt', pays: 'DE' }, ['Stadt Köln']],
    ['another country', { raisonSociale: 'stadt', pays: 'FR' }, []],
    [
      'a type of identifier',
      { identifiant: 'DE', typeIdentifiant: 'UE_HORS_FRANCE' },
      ['Stadt Köln'],
    ],
    ['another type', { identifiant: 'DE', typeIdentifiant: 'SIRET' }, []],
    ['closed ones', { raisonSociale: 'fermée', statut: 'INACTIF' }, ['Commune de Fermée']],
    ['open ones', { raisonSociale: 'fermée', statut: 'ACTIF' }, []],
    [
      'several at once',
      {
        raisonSociale: 'ccas',
        ville: 'terneuil',
        identifiant: 'CC',
        pays: 'FR',
        statut: 'ACTIF',
        typeStructure: 'PUBLIQUE',
      },
      ['CCAS Terneuil sur Seine'],
    ],
  ])('find by %s', async (_, criteres, attendues) => {
    expect(await noms(criteres)).toEqual(attendues);
  });

  test('sort by a column, both ways', async () => {
    const criteres = { raisonSociale: 'terneuil' };
    const croissant = await noms(criteres, { colonne: 'designation', sens: 'croissant' });
    expect(croissant[0]).toBe('CCAS Terneuil sur Seine');
    const decroissant = await noms(criteres, { colonne: 'designation', sens: 'decroissant' });
    expect(decroissant).toEqual(croissant.toReversed());
  });
});

describe('a private structure', () => {
  let id: number;
  beforeAll(async () => {
    const champs = { typeStructure: 'PRIVEE', identifiant: '00123457400018', adressePays: 'FR' };
    id = await creerStructure(sql, { raisonSociale: 'Menuiserie Vasquelande', ...champs });
  });

  test('shows to who gives its whole identifier, to nobody by its name or a part of it', async () => {
    expect(await noms({ identifiant: '00123457400018' })).toEqual(['Menuiserie Vasquelande']);
    expect(await noms({ identifiant: '0012345740001' })).toEqual([]);
    expect(await noms({ raisonSociale: 'vasquelande' })).toEqual([]);
    expect(await noms({ raisonSociale: 'vasqelande' })).toEqual([]);
  });

  test('shows to who is attached to it, until that ends', async () => {
    const qui = await creerCompte(sql);
    const rattachementId = await rattacher(sql, qui, id);
    const criteres = { raisonSociale: 'menuiserie' };
    expect((await chercher(criteres, null, qui)).noms).toEqual(['Menuiserie Vasquelande']);
    expect((await chercher({ ...criteres, typeStructure: 'PUBLIQUE' }, null, qui)).noms).toEqual(
      [],
    );
    await sql`update rattachement set supprime_le = cree_le where id = ${rattachementId}`;
    expect((await chercher(criteres, null, qui)).noms).toEqual([]);
  });
});

describe('a particulier', () => {
  const identifiant = '1840675123456';
  beforeAll(async () => {
    const champs = { typeIdentifiant: 'PARTICULIER', typeStructure: 'PRIVEE', raisonSociale: null };
    await creerStructure(sql, { ...champs, identifiant, nom: 'Lefèvre', prenom: 'Anaïs' });
  });

  test('is found by the whole identifier and the name, accents aside', async () => {
    const trouve = await trouverParticulier(sql, { identifiant, nom: 'LEFEVRE', prenom: null });
    expect(trouve).toMatchObject({ designation: 'Anaïs Lefèvre', identifiant });
    expect(await trouverParticulier(sql, { identifiant, nom: 'lefevre', prenom: 'anais' })).toEqual(
      trouve,
    );
  });

  test.each([
    ['another name', { identifiant, nom: 'Martin', prenom: null }],
    ['another first name', { identifiant, nom: 'Lefèvre', prenom: 'Lou' }],
    [
      'part of the identifier',
      { identifiant: identifiant.slice(0, 8), nom: 'Lefèvre', prenom: null },
    ],
  ])('is not found with %s', async (_, criteres) => {
    expect(await trouverParticulier(sql, criteres)).toBeUndefined();
  });

  test('is in no other search, even to who is attached', async () => {
    const [{ id } = { id: 0 }] = await sql<{ id: number }[]>`
      select id from structure where identifiant = ${identifiant}`;
    const qui = await creerCompte(sql);
    await rattacher(sql, qui, id);
    expect((await chercher({ identifiant }, null, qui)).noms).toEqual([]);
    expect((await chercher({ raisonSociale: 'lefevre' }, null, qui)).noms).toEqual([]);
  });
});

describe('more than a thousand results', () => {
  beforeAll(async () => {
    await sql`
      insert into structure (type_identifiant, identifiant, type_structure, statut, raison_sociale,
        source, cree_le, modifie_le)
      select 'SIRET', 'X' || n, 'PUBLIQUE', 'ACTIF', case when n % 10 = 0 then 'Lycée Numéro ' || n
        else 'Lycée professionnel des métiers du bâtiment ' || n end, 'ANNUAIRE', '2026-01-01', '2026-01-01'
      from generate_series(1, 1500) n`;
  });

  test('are counted to a thousand, « and more », the short names first, page by page', async () => {
    const criteres = { ...SANS_CRITERE, raisonSociale: 'lycée' };
    const lire = (page: number) =>
      rechercherStructures(sql, compteId, criteres, { page, parPage: 50, tri: null });
    const [debut, fin, audela] = [await lire(1), await lire(20), await lire(4000)];
    expect(debut).toMatchObject({ total: 1000, plus: true, approches: false });
    expect(debut.structures.every(({ designation }) => /Numéro/.test(designation))).toBe(true);
    expect(fin.structures).toHaveLength(50);
    expect(audela.structures).toEqual(fin.structures);
  });

  test('are exact below', async () => {
    const { total, plus } = await chercher({ raisonSociale: 'lycée numéro' });
    expect([total, plus]).toEqual([150, false]);
  });
});
