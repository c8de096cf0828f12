// Two tabs on « Mes informations personnelles »: the second save sees both values, loses nothing.
import { beforeAll, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli, ligneDe } from '../../../../tests/soutien/compte-rempli.ts';
import { texteDe, valeursDuFormulaire } from '../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../tests/soutien/portail.ts';
import { INSTANT, journalDe } from '../../../../tests/soutien/scene.ts';
import { adresses } from '../../../domain/adresses.ts';

const PAGE = adresses.informationsPersonnelles;
let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

async function deuxOnglets(champs: Record<string, unknown> = {}) {
  const id = await creerCompteRempli(base.sql, champs);
  const visiteur = await portail.connecter(id);
  const onglet = async () => valeursDuFormulaire((await visiteur.get(PAGE)).body, PAGE);
  const premier = await onglet();
  const second = await onglet();
  return { id, visiteur, premier, second };
}

test('the second save is refused, shows both values and stores nothing', async () => {
  const { id, visiteur, premier, second } = await deuxOnglets();
  await visiteur.post(PAGE, { ...premier, telephone: '+33 148960020', adressePays: 'BE' });
  const reponse = await visiteur.post(PAGE, { ...second, telephone: '01 48 96 00 30' });
  expect(reponse.statusCode).toBe(409);
  expect(reponse.body).toContain('Ces données ont changé entre-temps');
  expect(valeursDuFormulaire(reponse.body, PAGE)).toMatchObject({
    telephone: '01 48 96 00 30',
    adressePays: 'FR',
    version: '2',
  });
  expect(texteDe(reponse.body, 'telephone-autre')).toContain('+33 1 48 96 00 20');
  expect(texteDe(reponse.body, 'adressePays-autre')).toContain('Belgique');
  expect(texteDe(reponse.body, 'nom-autre')).toBe('');
  expect(await ligneDe(base.sql, id)).toMatchObject({ telephone: '+33148960020', version: 2 });
});

test('sent again after having seen both, it is stored', async () => {
  const { id, visiteur, premier, second } = await deuxOnglets();
  await visiteur.post(PAGE, { ...premier, adresseVille: 'Créteil' });
  const conflit = await visiteur.post(PAGE, { ...second, adresseVille: 'Vincennes' });
  const troisieme = await visiteur.post(PAGE, valeursDuFormulaire(conflit.body, PAGE));
  expect(troisieme.statusCode).toBe(303);
  expect(await ligneDe(base.sql, id)).toMatchObject({ adresseVille: 'Vincennes', version: 3 });
  expect((await journalDe(base.sql, id)).length).toBe(2);
});

test('a third tab that saved before the answer to the conflict is told in its turn', async () => {
  const { visiteur, premier, second } = await deuxOnglets();
  await visiteur.post(PAGE, { ...premier, nom: 'Un' });
  const conflit = await visiteur.post(PAGE, { ...second, nom: 'Deux' });
  await visiteur.post(PAGE, { ...premier, nom: 'Trois', version: '2' });
  const reponse = await visiteur.post(PAGE, valeursDuFormulaire(conflit.body, PAGE));
  expect(reponse.statusCode).toBe(409);
  expect(texteDe(reponse.body, 'nom-autre')).toContain('Trois');
});

test('two tabs that say the same thing do not disturb each other', async () => {
  const { id, visiteur, premier, second } = await deuxOnglets();
  await visiteur.post(PAGE, { ...premier, nom: 'Martin' });
  expect((await visiteur.post(PAGE, { ...second, nom: 'Martin' })).statusCode).toBe(303);
  expect(await ligneDe(base.sql, id)).toMatchObject({ nom: 'Martin' });
});

test('a bad entry in the second tab is told first, the conflict still after', async () => {
  const { visiteur, premier, second } = await deuxOnglets();
  await visiteur.post(PAGE, { ...premier, nom: 'Martin' });
  const refus = await visiteur.post(PAGE, { ...second, nom: 'Petit', adresseVille: '' });
  expect(refus.statusCode).toBe(422);
  const corrige = { ...valeursDuFormulaire(refus.body, PAGE), adresseVille: 'Créteil' };
  const reponse = await visiteur.post(PAGE, corrige);
  expect(reponse.statusCode).toBe(409);
  expect(texteDe(reponse.body, 'nom-autre')).toContain('Martin');
});

test('the language of the banner, changed meanwhile, puts no form out of date', async () => {
  const { visiteur, second } = await deuxOnglets();
  await visiteur.post(adresses.langue, { langue: 'en', retour: PAGE });
  expect((await visiteur.post(PAGE, { ...second, nom: 'Martin' })).statusCode).toBe(303);
});

test('it is told in English to who reads English', async () => {
  const { visiteur, premier, second } = await deuxOnglets({ langue: 'en' });
  await visiteur.post(PAGE, { ...premier, adressePays: 'BE' });
  const { body } = await visiteur.post(PAGE, { ...second, adressePays: 'DE' });
  expect(body).toContain('These data changed meanwhile');
  expect(texteDe(body, 'adressePays-autre')).toBe('Stored meanwhile: Belgium');
});
