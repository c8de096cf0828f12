// The language of the pages: the account's, the switch of the banner, or what the browser asks for.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli, ligneDe } from '../../../tests/soutien/compte-rempli.ts';
import { h1, valeursDuFormulaire } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { INSTANT } from '../../../tests/soutien/scene.ts';
import { adresses } from '../../domain/adresses.ts';

const COOKIE = 'portail-3000-langue';
let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

const lang = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1];

describe('somebody signed in', () => {
  test('switches at once, for good, and comes back to the same place', async () => {
    const id = await creerCompteRempli(base.sql);
    const visiteur = await portail.connecter(id);
    const page = `${adresses.rattachements}?a=1&b=%C3%A9`;
    const bouton = valeursDuFormulaire((await visiteur.get(page)).body, adresses.langue);
    expect(bouton).toEqual({ retour: page });
    const reponse = await visiteur.post(adresses.langue, { ...bouton, langue: 'en' });
    expect([reponse.statusCode, reponse.headers.location]).toEqual([303, page]);
    const suite = await visiteur.get(page);
    expect([lang(suite.body), h1(suite.body)]).toEqual(['en', 'My attachments to structures']);
    expect(await ligneDe(base.sql, id)).toMatchObject({ langue: 'en', version: 1 });
  });

  test('reads the account’s language, whatever the browser and the cookie say', async () => {
    const { jeton } = await portail.connecter(await creerCompteRempli(base.sql));
    const visiteur = portail.visiteur(jeton, { [COOKIE]: 'en' });
    const { body } = await visiteur.get(adresses.monCompte, { 'accept-language': 'en' });
    expect(lang(body)).toBe('fr');
  });

  test('keeps the language after signing out', async () => {
    const visiteur = await portail.connecter(await creerCompteRempli(base.sql));
    const { cookies } = await visiteur.post(adresses.langue, { langue: 'en', retour: '/' });
    const parti = portail.visiteur(undefined, { [COOKIE]: cookies[0]?.value ?? '' });
    expect(lang((await parti.get(adresses.deconnexion)).body)).toBe('en');
  });
});

describe('somebody not signed in', () => {
  test('switches by a cookie that ends with the browser', async () => {
    const reponse = await portail.anonyme.post(adresses.langue, { langue: 'en', retour: '/aide' });
    expect(reponse.headers.location).toBe('/aide');
    const [cookie] = reponse.cookies;
    expect(cookie).toEqual({
      name: COOKIE,
      value: 'en',
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    });
    const visiteur = portail.visiteur(undefined, { [COOKIE]: 'en' });
    expect(lang((await visiteur.get('/aide', { 'accept-language': 'fr' })).body)).toBe('en');
  });

  test.each([
    ['en', 'en'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['EN-us', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['de-DE,de;q=0.9', 'fr'],
    ['*', 'fr'],
    ['', 'fr'],
  ])('whose browser asks for « %s » reads %s', async (demande, attendue) => {
    const { body } = await portail.anonyme.get('/aide', { 'accept-language': demande });
    expect(lang(body)).toBe(attendue);
  });

  test('whose cookie says nothing known is read by the browser’s wish', async () => {
    const visiteur = portail.visiteur(undefined, { [COOKIE]: 'xx' });
    expect(lang((await visiteur.get('/aide', { 'accept-language': 'en' })).body)).toBe('en');
  });
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/connexion', ''])(
  'a switch that would lead to « %s » leads home',
  async (retour) => {
    const { headers } = await portail.anonyme.post(adresses.langue, { langue: 'en', retour });
    expect(headers.location).toBe('/');
  },
);

test.each([{ langue: 'de' }, { langue: '' }, {}])(
  'a language that the portal does not speak is refused and changes nothing: %o',
  async (champs) => {
    const id = await creerCompteRempli(base.sql);
    const reponse = await (await portail.connecter(id)).post(adresses.langue, { ...champs });
    expect(reponse.statusCode).toBe(400);
    expect(h1(reponse.body)).toBe('Envoi illisible');
    expect(reponse.cookies).toEqual([]);
    expect(await ligneDe(base.sql, id)).toMatchObject({ langue: 'fr' });
  },
);
