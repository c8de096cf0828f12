// A bad entry in « Mes informations personnelles » names its field, is kept, and stores nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import {
  creerCompteRempli,
  formulaireRempli,
  ligneDe,
} from '../../../../tests/soutien/compte-rempli.ts';
import {
  ids,
  resume,
  texteDe,
  texteVisible,
  titre,
  valeursDuFormulaire,
} from '../../../../tests/soutien/html.ts';
import {
  type Champs,
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../tests/soutien/portail.ts';
import { courrielsEnFile, INSTANT, journalDe } from '../../../../tests/soutien/scene.ts';
import { adresses } from '../../../domain/adresses.ts';

const PAGES = [adresses.informationsPersonnelles, adresses.premiereConnexion];

let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

/** Somebody whose account is verified or not, as the page requires. */
async function agent(page: string, champs: Record<string, unknown> = {}) {
  const verifieLe = page === adresses.premiereConnexion ? null : INSTANT;
  const id = await creerCompteRempli(base.sql, { verifieLe, ...champs });
  return { id, visiteur: await portail.connecter(id) };
}

/** Sends a form that must be refused, and proves that it changed nothing. */
async function refuser(page: string, qui: { id: number; visiteur: Visiteur }, champs: Champs) {
  const avant = await ligneDe(base.sql, qui.id);
  const reponse = await qui.visiteur.post(page, champs);
  expect(reponse.statusCode).toBe(422);
  expect(await ligneDe(base.sql, qui.id)).toEqual(avant);
  expect(await journalDe(base.sql, qui.id)).toEqual([]);
  expect(await courrielsEnFile(base.proprietaire)).toEqual([]);
  return reponse.body;
}

type Cas = [quoi: string, champ: string, valeur: string, label: string, raison: string];
const CAS: Cas[] = [
  ['no name', 'nom', '', 'Nom', 'ce champ est obligatoire'],
  ['a name of spaces', 'nom', '   ', 'Nom', 'ce champ est obligatoire'],
  ['no first name', 'prenom', '', 'Prénom', 'ce champ est obligatoire'],
  ['no contact address', 'adresseElectronique', '', 'Adresse électronique de contact', 'oblig'],
  ['no street', 'adresseLigne', '', 'Adresse', 'ce champ est obligatoire'],
  ['no town', 'adresseVille', '', 'Ville', 'ce champ est obligatoire'],
  ['no country', 'adressePays', '', 'Pays', 'ce champ est obligatoire'],
  ['an address without domain', 'adresseElectronique', 'mairie@', 'Adresse élec', 'nom@mairie.fr'],
  ['two addresses', 'adresseElectronique', 'a@b.fr, c@d.fr', 'Adresse élec', 'nom@mairie.fr'],
  ['a telephone in words', 'telephone', 'standard', 'Téléphone', '+33 1 48 96 00 12'],
  ['a telephone too short', 'telephone', '12', 'Téléphone', '+33 1 48 96 00 12'],
  ['a bad fax', 'fax', '+999 1', 'Fax', '+33 1 48 96 00 12'],
  ['an unknown country', 'adressePays', 'ZZ', 'Pays', 'choisissez un pays'],
  ['a name over 100 characters', 'nom', 'N'.repeat(101), 'Nom', '100 caractères au plus'],
  [
    'a street over 200 characters',
    'adresseLigne',
    'r'.repeat(201),
    'Adresse',
    '200 caractères au plus',
  ],
  [
    'a second line over 200',
    'adresseComplement',
    'c'.repeat(201),
    "Complément d'adresse",
    '200 caractères au plus',
  ],
  ['a line break in a name', 'nom', 'Du\nfour', 'Nom', 'caractères invisibles'],
  ['a null character', 'prenom', 'Pau\u0000line', 'Prénom', 'caractères invisibles'],
  ['a text turned round', 'adresseVille', 'Paris\u202e75', 'Ville', 'caractères invisibles'],
  ['markup', 'nom', '<b>Dufour</b>', 'Nom', '< et >'],
  ['a French postcode of four digits', 'adresseCodePostal', '9429', 'Code postal', 'cinq chiffres'],
  ['a French postcode in letters', 'adresseCodePostal', 'ABCDE', 'Code postal', 'cinq chiffres'],
];

describe.each(PAGES)('the form at %s', (page) => {
  test.each(CAS)('refuses %s, names « %s » and stores nothing', async (...cas) => {
    const [, champ, valeur, label, raison] = cas;
    const html = await refuser(page, await agent(page), formulaireRempli({ [champ]: valeur }));
    expect(titre(html)).toMatch(/^Erreur – Mes informations personnelles – .*Portail Chorus$/);
    expect(resume(html)).toEqual([{ ancre: champ, phrase: expect.stringContaining(label) }]);
    expect(resume(html)[0]?.phrase).toContain(raison);
    expect(ids(html)).toContain(champ);
    expect(texteDe(html, `${champ}-erreur`)).toContain(raison);
  });

  test('shows again everything that was typed, errors apart or not', async () => {
    const saisie = formulaireRempli({ nom: 'Du <four> "&" \'1\'', telephone: '01 23', fax: 'x' });
    const html = await refuser(page, await agent(page), saisie);
    expect(valeursDuFormulaire(html, page)).toMatchObject(saisie);
  });

  test('never lets what was typed become part of the page', async () => {
    const piege = '"><script>alert(1)</script>';
    const saisie = formulaireRempli({ nom: piege, adresseVille: piege, adressePays: piege });
    const html = await refuser(page, await agent(page), saisie);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&quot;>&lt;script>');
  });

  test('names every bad field at once, in the order of the screen', async () => {
    const saisie = formulaireRempli({
      nom: '',
      adresseElectronique: 'mairie',
      adresseVille: '<',
      adresseCodePostal: '1',
      telephone: 'x',
    });
    const html = await refuser(page, await agent(page), saisie);
    const attendus = [
      'adresseElectronique',
      'nom',
      'adresseCodePostal',
      'adresseVille',
      'telephone',
    ];
    expect(resume(html).map(({ ancre }) => ancre)).toEqual(attendus);
    expect(html).toContain('5 erreurs sont à corriger');
  });

  test('names every mandatory field of an empty form', async () => {
    const html = await refuser(page, await agent(page), { version: '1' });
    expect(resume(html).map(({ ancre }) => ancre)).toEqual([
      'adresseElectronique',
      'nom',
      'prenom',
      'adresseLigne',
      'adresseVille',
      'adressePays',
    ]);
  });

  test('says it in English to who reads English', async () => {
    const anglais = await agent(page, { langue: 'en' });
    const html = await refuser(page, anglais, formulaireRempli({ nom: '', telephone: 'x' }));
    expect(html).toContain('<html lang="en">');
    expect(titre(html)).toMatch(/^Error – My personal information/);
    const phrases = resume(html).map(({ phrase }) => phrase);
    expect(phrases).toContainEqual(expect.stringMatching(/^“.*ame”: this field is required\.$/));
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['altered', 'abc'],
    ['negative', '-1'],
    ['not whole', '1.5'],
  ])('refuses a version that is %s, with a link that leads somewhere', async (_, version) => {
    const { version: _retiree, ...reste } = formulaireRempli({ adresseVille: 'Ailleurs' });
    const saisie = version === undefined ? reste : { ...reste, version };
    const html = await refuser(page, await agent(page), saisie);
    expect(texteVisible(html)).toContain('Ce formulaire était incomplet');
    expect(valeursDuFormulaire(html, page)['adresseVille']).toBe('Ailleurs');
    for (const { ancre } of resume(html)) expect(ids(html)).toContain(ancre);
  });
});

describe('the form of personal data', () => {
  const page = adresses.informationsPersonnelles;

  test('takes the last value of a field sent twice', async () => {
    const { id, visiteur } = await agent(page);
    const champs = [...Object.entries(formulaireRempli()), ['adresseVille', 'Créteil']];
    expect((await visiteur.post(page, champs)).statusCode).toBe(303);
    expect(await ligneDe(base.sql, id)).toMatchObject({ adresseVille: 'Créteil', version: 2 });
  });

  test('ignores fields that it does not have, protected ones too', async () => {
    const { id, visiteur } = await agent(page);
    const avant = await ligneDe(base.sql, id);
    const intrus = {
      etat: 'INACTIF',
      id: '1',
      identifiantConnexion: 'x',
      referentNational: 'true',
    };
    const sales = { constructor: 'y', langue: 'en', adresseEnAttente: 'a@b.fr' };
    const saisie = formulaireRempli({ ...intrus, ...sales, prenom: 'Paule' });
    expect((await visiteur.post(page, saisie)).statusCode).toBe(303);
    const { modifieLe: _, ...apres } = await ligneDe(base.sql, id);
    const { modifieLe: __, ...attendu } = avant;
    const sources = { prenom: 'PERSONNE' };
    expect(apres).toEqual({ ...attendu, prenom: 'Paule', version: 2, sources });
  });

  test('accepts a postcode of another country, and no postcode', async () => {
    const { id, visiteur } = await agent(page);
    const belge = formulaireRempli({ adressePays: 'BE', adresseCodePostal: '1000' });
    expect((await visiteur.post(page, belge)).statusCode).toBe(303);
    const sans = { ...belge, adressePays: 'FR', adresseCodePostal: '', version: '2' };
    expect((await visiteur.post(page, sans)).statusCode).toBe(303);
    const ligne = await ligneDe(base.sql, id);
    expect(ligne).toMatchObject({ adressePays: 'FR', adresseCodePostal: null, version: 3 });
  });

  test('stores what is right, says so, and keeps a trace without content', async () => {
    const { id, visiteur } = await agent(page);
    const reponse = await visiteur.post(page, formulaireRempli({ telephone: '01 48 96 00 99' }));
    expect(reponse.headers.location).toBe('/mon-compte?message=informationsEnregistrees');
    const suite = await visiteur.get('/mon-compte?message=informationsEnregistrees');
    expect(suite.body).toContain('Vos informations sont enregistrées.');
    expect(suite.body).toContain('+33 1 48 96 00 99');
    expect(await ligneDe(base.sql, id)).toMatchObject({ telephone: '+33148960099' });
    expect(await journalDe(base.sql, id)).toEqual([
      { acte: 'INFORMATIONS_MODIFIEES', acteurCompteId: id, details: { champs: ['telephone'] } },
    ]);
  });
});
