// What goes wrong is told in the portal's frame, with what to do and a code; the detail is logged.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../tests/soutien/compte-rempli.ts';
import { h1, texteVisible } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { INSTANT } from '../../../tests/soutien/scene.ts';
import { adresses } from '../../domain/adresses.ts';
import { connect } from '../../platform/postgres/connect.ts';

const PAGE = adresses.informationsPersonnelles;
let base: BaseDeTest;
let portail: PortailDeTest;
let enPanne: PortailDeTest;
let jeton: string;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base, { logLevel: 'info' });
  const morte = connect('postgres://portail:mot-de-passe-secret@127.0.0.1:9/x', {
    max: 2,
    name: 'x',
  });
  enPanne = await ouvrirPortail(base, { logLevel: 'info' }, morte);
  ({ jeton } = await portail.connecter(await creerCompteRempli(base.sql)));
});

type Page = { statusCode: number; body: string; headers: Record<string, unknown> };

function attendrePage(
  { statusCode, body, headers }: Page,
  statut: number,
  titre: string,
  code: string,
) {
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(statusCode).toBe(statut);
  expect(h1(body)).toBe(titre);
  expect(texteVisible(body)).toContain(`Code de l’erreur : ${code}`);
  expect(texteVisible(body)).toContain("Revenir à l'accueil");
  expect(body).toContain('id="pied-de-page"');
  expect(headers['cache-control']).toBe('no-store');
}

describe('an address that leads nowhere', () => {
  test('is told to a signed-in person, under their name', async () => {
    const reponse = await portail.visiteur(jeton).get('/nulle-part');
    attendrePage(reponse, 404, 'Page introuvable', 'PAGE_INCONNUE');
    expect(texteVisible(reponse.body)).toContain('Pauline Dufour');
  });

  test('sends who is not signed in to the sign-in, as any page would', async () => {
    const { statusCode, headers } = await portail.anonyme.get('/nulle-part');
    expect([statusCode, headers.location]).toEqual([302, '/connexion?retour=%2Fnulle-part']);
  });

  test('is told of an espace that the person does not hold', async () => {
    const reponse = await portail.visiteur(jeton).get('/espaces/engagements');
    attendrePage(reponse, 404, 'Page introuvable', 'PAGE_INCONNUE');
  });

  test('is told when nobody can act there', async () => {
    const reponse = await portail.visiteur(jeton).post('/nulle-part', { a: 'b' });
    attendrePage(reponse, 404, 'Page introuvable', 'PAGE_INCONNUE');
  });

  test.each(['//', '//evil.example/x', '/./', '/mon-compte/../nulle'])(
    'is told however odd it is: %s',
    async (adresse) => {
      expect((await portail.visiteur(jeton).get(adresse)).statusCode).toBeLessThan(500);
      expect((await portail.visiteur(jeton).post(adresse, { a: 'b' })).statusCode).toBeLessThan(
        500,
      );
      expect((await portail.visiteur('f'.repeat(43)).post(adresse, {})).statusCode).toBeLessThan(
        500,
      );
    },
  );

  test.each(['/%E0%A4%A', '/mon-compte%zz', '/%'])(
    'is told by a page of ours when it cannot be decoded: %s',
    async (adresse) => {
      const reponse = await portail.visiteur(jeton).get(adresse);
      attendrePage(reponse, 400, 'Envoi illisible', 'FORMAT_REFUSE');
    },
  );
});

describe('what cannot be read', () => {
  test.each([
    ['of another type', 'application/xml'],
    ['of files', 'multipart/form-data; boundary=x'],
    ['of no known type', 'n-importe-quoi'],
    ['that says JSON and is not', 'application/json'],
  ])('a form %s is refused by a page of ours', async (_, type) => {
    const entetes = { 'content-type': type };
    const reponse = await portail.visiteur(jeton).post(PAGE, { nom: 'x' }, entetes);
    attendrePage(reponse, 400, 'Envoi illisible', 'FORMAT_REFUSE');
  });

  test('a form over 64 kB is refused by a page of ours', async () => {
    const reponse = await portail.visiteur(jeton).post(PAGE, { nom: 'N'.repeat(66_000) });
    attendrePage(reponse, 413, 'Envoi trop volumineux', 'CORPS_TROP_GRAND');
  });

  test('it is told in the name and language of who is signed in, whatever the browser says', async () => {
    const anglais = await creerCompteRempli(base.sql, { langue: 'en' });
    const visiteur = await portail.connecter(anglais);
    const { body } = await visiteur.post(
      PAGE,
      { nom: 'N'.repeat(66_000) },
      { 'accept-language': 'fr' },
    );
    expect(h1(body)).toBe('Too much was sent');
    expect(texteVisible(body)).toContain('Sign out');
  });
});

describe('while the database is down', () => {
  test.each(['/mon-compte', '/aide', '/connexion/retour?state=x', '/nulle-part'])(
    '%s is answered by a page that says to come back, never by the detail',
    async (adresse) => {
      const reponse = await enPanne.visiteur(jeton).get(adresse);
      attendrePage(reponse, 503, 'Service momentanément indisponible', 'INDISPONIBLE');
      expect(reponse.headers['retry-after']).toBe('60');
      expect(reponse.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1:9|postgres/i);
    },
  );

  test('a form is not stored, and says so', async () => {
    const reponse = await enPanne.visiteur(jeton).post(PAGE, { nom: 'x' });
    attendrePage(reponse, 503, 'Service momentanément indisponible', 'INDISPONIBLE');
    expect(texteVisible(reponse.body)).toContain("Rien n'a été enregistré");
  });

  test('it is told in English to who reads English', async () => {
    const visiteur = enPanne.visiteur(jeton, { 'portail-3000-langue': 'en' });
    expect(h1((await visiteur.get('/mon-compte')).body)).toBe('Service unavailable for the moment');
  });

  test('the operator reads why in the log, without secret nor what people typed', async () => {
    enPanne.journal.length = 0;
    await enPanne.visiteur(jeton).post(`${PAGE}?nom=Lenoir`, { nom: 'Lenoir' });
    const erreur = enPanne.journal.find((ligne) => ligne.includes('request failed')) ?? '{}';
    expect(JSON.parse(erreur)).toMatchObject({
      code: 'INDISPONIBLE',
      err: { code: 'ECONNREFUSED' },
    });
    expect(enPanne.journal.join('')).not.toMatch(/Lenoir|mot-de-passe-secret/);
    expect(enPanne.journal.join('')).not.toContain(jeton);
  });
});

test('a bug is told without its detail, and logged with it', async () => {
  portail.journal.length = 0;
  await base.proprietaire`alter table compte rename column fax to fax_perdu`;
  const reponse = await portail.visiteur(jeton).get(PAGE);
  await base.proprietaire`alter table compte rename column fax_perdu to fax`;
  attendrePage(reponse, 500, 'Une erreur est survenue', 'INTERNE');
  expect(reponse.body).not.toContain('fax does not exist');
  const ligne = portail.journal.find((une) => une.includes('request failed')) ?? '{}';
  expect(JSON.parse(ligne)).toMatchObject({ level: 50, code: 'INTERNE', err: { code: '42703' } });
});
