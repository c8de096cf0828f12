// Forms of other sites and other ports change nothing (design §6.4), whoever is signed in.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  creerCompteRempli,
  formulaireRempli,
  ligneDe,
} from '../../../tests/soutien/compte-rempli.ts';
import { h1 } from '../../../tests/soutien/html.ts';
import { ORIGIN, ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { INSTANT } from '../../../tests/soutien/scene.ts';
import { adresses } from '../../domain/adresses.ts';

type Entetes = Record<string, string | undefined>;
const PAGE = adresses.informationsPersonnelles;
const SANS = { 'sec-fetch-site': undefined };
const POSTS = [
  PAGE,
  adresses.parametres,
  adresses.premiereConnexion,
  adresses.confirmationAdresse,
  adresses.annulationAdresse,
  adresses.deconnexion,
  adresses.langue,
];

let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

async function agent() {
  const id = await creerCompteRempli(base.sql);
  return { id, visiteur: await portail.connecter(id) };
}

describe('a form is refused when it', () => {
  test.each<[string, Entetes]>([
    ['says neither where it comes from nor its origin', SANS],
    ['comes from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['comes from a sister site or another port', { 'sec-fetch-site': 'same-site' }],
    ['comes from no page', { 'sec-fetch-site': 'none' }],
    [
      'comes from elsewhere, whatever origin it claims',
      { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
    ],
    ['has the origin of another port', { ...SANS, origin: 'http://127.0.0.1:3001' }],
    [
      'has the origin of another name of this machine',
      { ...SANS, origin: 'http://localhost:3000' },
    ],
    ['has the origin of another scheme', { ...SANS, origin: 'https://127.0.0.1:3000' }],
    ['has an opaque origin', { ...SANS, origin: 'null' }],
    ['has an origin that begins like ours', { ...SANS, origin: `${ORIGIN}.evil.example` }],
    ['has only a referer', { ...SANS, referer: `${ORIGIN}${PAGE}` }],
  ])('%s', async (_, entetes) => {
    const { id, visiteur } = await agent();
    const avant = await ligneDe(base.sql, id);
    const reponse = await visiteur.post(PAGE, formulaireRempli({ nom: 'Pirate' }), entetes);
    expect(reponse.statusCode).toBe(403);
    expect(h1(reponse.body)).toBe('Demande refusée');
    expect(await ligneDe(base.sql, id)).toEqual(avant);
  });

  test.each(POSTS)('is sent to %s from another site', async (page) => {
    const { visiteur } = await agent();
    const reponse = await visiteur.post(page, {}, { 'sec-fetch-site': 'cross-site' });
    expect(reponse.statusCode).toBe(403);
    expect((await visiteur.get(PAGE)).statusCode).toBe(200);
  });

  test('is sent by somebody who is not signed in: nothing is kept of it', async () => {
    const reponse = await portail.anonyme.post(PAGE, { nom: 'x' }, SANS);
    expect(reponse.statusCode).toBe(403);
  });

  test('is read in English: the refusal is in English too', async () => {
    const entetes = { 'sec-fetch-site': 'cross-site', 'accept-language': 'en' };
    const { body } = await portail.anonyme.post(PAGE, {}, entetes);
    expect(body).toContain('<html lang="en">');
    expect(h1(body)).toBe('Request refused');
  });
});

describe('a form is accepted when it', () => {
  test.each<[string, Entetes]>([
    ['comes from a page of ours', { 'sec-fetch-site': 'same-origin' }],
    ['has our origin, from a browser that says nothing more', { ...SANS, origin: ORIGIN }],
  ])('%s', async (_, entetes) => {
    const { id, visiteur } = await agent();
    const reponse = await visiteur.post(PAGE, formulaireRempli({ nom: 'Martin' }), entetes);
    expect(reponse.statusCode).toBe(303);
    expect(await ligneDe(base.sql, id)).toMatchObject({ nom: 'Martin' });
  });
});

test('the logout that PIGP sends is not held to the rule: it is judged by its token', async () => {
  const reponse = await portail.anonyme.post(adresses.deconnexionParPigp, {}, SANS);
  expect(reponse.statusCode).toBe(400);
});

test('pages are shown to who follows a link of another site', async () => {
  const { visiteur } = await agent();
  const entetes = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  expect((await visiteur.get(PAGE, entetes)).statusCode).toBe(200);
  expect((await portail.anonyme.get(adresses.aide, entetes)).statusCode).toBe(200);
});
