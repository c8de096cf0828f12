// What browsers are told with every answer: security headers, cookies that nothing else can use.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../tests/soutien/compte-rempli.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { INSTANT } from '../../../tests/soutien/scene.ts';
import { adresses } from '../../domain/adresses.ts';
import { cookieNames } from './cookies.ts';

const HTTPS = { publicUrl: 'https://portail.example.org' };
let base: BaseDeTest;
let http: PortailDeTest;
let https: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  http = await ouvrirPortail(base);
  https = await ouvrirPortail(base, HTTPS);
});

const PAGES: [quoi: string, url: string, statut: number][] = [
  ['a page of the account', adresses.monCompte, 200],
  ['the help', adresses.aide, 200],
  ['an address that leads nowhere', '/nulle-part', 404],
  ['an address that cannot be decoded', '/%E0%A4%A', 400],
  ['a refused sign-in', '/connexion/retour?state=x', 400],
  ['a sign-in while PIGP is down', '/connexion?retour=%2F', 503],
];

async function reponse(portail: PortailDeTest, url: string) {
  const connexion = url.startsWith('/connexion');
  const visiteur = connexion
    ? portail.anonyme
    : await portail.connecter(await creerCompteRempli(base.sql));
  return visiteur.get(url);
}

function directives(csp: unknown): Record<string, string> {
  const parties = String(csp)
    .split(';')
    .map((partie) => partie.trim().split(' '));
  return Object.fromEntries(parties.map(([nom = '', ...valeurs]) => [nom, valeurs.join(' ')]));
}

describe.each(PAGES)('%s', (_, url, statut) => {
  test('lets only our own script, style and images in, and forms go to us or to PIGP', async () => {
    const { headers, statusCode } = await reponse(http, url);
    expect(statusCode).toBe(statut);
    const csp = directives(headers['content-security-policy']);
    expect(csp).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'connect-src': "'self'",
      'form-action': "'self' http://127.0.0.1:9",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    });
  });

  test('is of one type, told to our own site only, and kept by no cache', async () => {
    const { headers } = await reponse(http, url);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('asks for https for a year over https, never over http', async () => {
    const clair = await reponse(http, url);
    expect(clair.headers['strict-transport-security']).toBeUndefined();
    const chiffre = await reponse(https, url);
    expect(chiffre.headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

describe('cookies', () => {
  test('are named by application and port over http, and bound to the host over https', () => {
    expect(cookieNames('http://127.0.0.1:3000').session).toBe('portail-3000-session');
    expect(cookieNames('http://127.0.0.1:3001').session).toBe('portail-3001-session');
    expect(cookieNames('https://portail.example.org').session).toBe('__Host-portail-session');
    expect(cookieNames('https://portail.example.org').langue).toBe('__Host-portail-langue');
  });

  test.each([
    ['http', () => http, false],
    ['https', () => https, true],
  ])('over %s are out of reach of scripts and of other sites', async (_, portail, secure) => {
    const { cookies } = await portail().anonyme.post(adresses.langue, {
      langue: 'en',
      retour: '/',
    });
    const nom = cookieNames(secure ? HTTPS.publicUrl : 'http://127.0.0.1:3000').langue;
    const attendu = { name: nom, value: 'en', path: '/', httpOnly: true, sameSite: 'Lax' };
    expect(cookies).toEqual([secure ? { ...attendu, secure } : attendu]);
  });

  test('of one scheme say nothing to the other', async () => {
    const { jeton } = await http.connecter(await creerCompteRempli(base.sql));
    const croise = https.visiteur(undefined, { 'portail-3000-session': jeton });
    expect((await croise.get(adresses.monCompte)).statusCode).toBe(302);
    expect((await https.visiteur(jeton).get(adresses.monCompte)).statusCode).toBe(200);
  });
});

test('a HEAD is answered as its page would be, and is no form', async () => {
  const reponse = await http.app.inject({ method: 'HEAD', url: adresses.monCompte });
  expect(reponse.statusCode).toBe(302);
});
