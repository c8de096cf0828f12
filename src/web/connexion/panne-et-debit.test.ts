// When PIGP does not answer, and when too many sign-ins come from one network.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../tests/soutien/compte-rempli.ts';
import { h1, texteVisible } from '../../../tests/soutien/html.ts';
import { ORIGIN, ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { clientDe, ouvrirPigp } from '../../../tests/soutien/portail-en-ligne.ts';
import { apres, INSTANT, minutes } from '../../../tests/soutien/scene.ts';
import { adresses } from '../../domain/adresses.ts';

const MAXIMUM = 300;
let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

describe('while PIGP is down', () => {
  test('the sign-in is answered by a page that says to come back', async () => {
    const { statusCode, body, headers } = await portail.anonyme.get(adresses.connexion);
    expect([statusCode, h1(body)]).toEqual([503, 'Service momentanément indisponible']);
    expect(headers['retry-after']).toBe('60');
    expect(body).not.toContain('ECONNREFUSED');
  });

  test('who is signed in goes on working, and can sign out', async () => {
    const visiteur = await portail.connecter(await creerCompteRempli(base.sql));
    expect((await visiteur.get(adresses.monCompte)).statusCode).toBe(200);
    await visiteur.post(adresses.deconnexion, {});
    const { statusCode, body } = await visiteur.get(adresses.deconnexion);
    expect([statusCode, h1(body)]).toEqual([200, 'Vous êtes déconnecté']);
    expect(body).not.toContain('Fermer aussi ma session PIGP');
  });

  test('its logout is answered by an error, so that it tries again', async () => {
    const { statusCode } = await portail.anonyme.post(adresses.deconnexionParPigp, {
      logout_token: 'a.b.c',
    });
    expect(statusCode).toBe(503);
  });
});

test('a portal that started before PIGP finds it as soon as it is there', async () => {
  const { issuer } = await ouvrirPigp(ORIGIN, []);
  const oidc = { ...clientDe('http://127.0.0.1:9') };
  const patient = await ouvrirPortail(base, { oidc });
  await base.regler(apres(INSTANT, minutes(5)));
  expect((await patient.anonyme.get(adresses.connexion)).statusCode).toBe(503);
  oidc.issuer = issuer;
  expect((await patient.anonyme.get(adresses.connexion)).statusCode).toBe(302);
});

describe('from one network', () => {
  test('300 sign-ins a minute pass; one more is told to wait, then passes', async () => {
    await base.regler(apres(INSTANT, minutes(10)));
    const memes = () => portail.anonyme.get('/connexion/retour?state=x');
    for (let n = 0; n < MAXIMUM; n++) expect((await memes()).statusCode).toBe(400);
    const { statusCode, body, headers } = await memes();
    expect(headers['content-type']).toContain('text/html');
    expect([statusCode, h1(body)]).toEqual([429, 'Trop de demandes']);
    expect(texteVisible(body)).toContain('Attendez une minute');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await base.regler(apres(INSTANT, minutes(11)));
    expect((await memes()).statusCode).toBe(400);
  });

  test('the count is shared by all the web processes, and holds no address in clear', async () => {
    await base.regler(apres(INSTANT, minutes(20)));
    const second = await ouvrirPortail(base);
    const depuis = { remoteAddress: '192.0.2.77' };
    const lire = (app: PortailDeTest['app']) =>
      app.inject({ method: 'GET', url: '/connexion/retour?state=x', ...depuis });
    await lire(portail.app);
    await base.proprietaire`update compteur_debit set nombre = ${MAXIMUM} where nombre = 1`;
    expect((await lire(second.app)).statusCode).toBe(429);
    const comptes = await base.proprietaire`select cle from compteur_debit`;
    expect(JSON.stringify(comptes)).not.toContain('192.0.2.77');
  });

  test('another one is not held back', async () => {
    await base.regler(apres(INSTANT, minutes(20)));
    const autre = { method: 'GET', url: '/connexion/retour?state=x', remoteAddress: '192.0.2.78' };
    expect((await portail.app.inject({ ...autre, method: 'GET' })).statusCode).toBe(400);
  });

  test('pages are read without limit', async () => {
    await base.regler(apres(INSTANT, minutes(30)));
    for (let n = 0; n <= MAXIMUM; n++) {
      expect((await portail.anonyme.get(adresses.aide)).statusCode).toBe(200);
    }
  });
});
