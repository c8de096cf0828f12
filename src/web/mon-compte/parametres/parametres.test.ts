// « Mes paramètres » over HTTP: what is stored, what is refused, and two tabs at once.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli, ligneDe } from '../../../../tests/soutien/compte-rempli.ts';
import {
  ids,
  resume,
  texteDe,
  texteVisible,
  titre,
  valeursDuFormulaire,
} from '../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../tests/soutien/portail.ts';
import { INSTANT, journalDe } from '../../../../tests/soutien/scene.ts';
import { adresses } from '../../../domain/adresses.ts';

const PAGE = adresses.parametres;
let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

async function agent(champs: Record<string, unknown> = {}) {
  const id = await creerCompteRempli(base.sql, champs);
  return { id, visiteur: await portail.connecter(id) };
}

describe('the settings', () => {
  test('show the state, the dates in words, and who can deactivate the account', async () => {
    const { visiteur } = await agent();
    const texte = texteVisible((await visiteur.get(PAGE)).body);
    expect(texte).toContain('État du compte ACTIF');
    expect(texte).toContain('Date de création 23 novembre 2026');
    expect(texte).toContain('adressez-vous à votre référent DGFiP');
  });

  test('are stored: language at once, notifications off', async () => {
    const { id, visiteur } = await agent();
    const reponse = await visiteur.post(PAGE, { version: '1', langue: 'en' });
    expect(reponse.statusCode).toBe(303);
    const suite = await visiteur.get(reponse.headers.location ?? '');
    expect(suite.body).toContain('<html lang="en">');
    expect(suite.body).toContain('Your settings are stored.');
    const ligne = await ligneDe(base.sql, id);
    expect(ligne).toMatchObject({
      langue: 'en',
      recevoirNotifications: false,
      versionParametres: 2,
    });
    expect((await journalDe(base.sql, id)).map(({ acte }) => acte)).toEqual([
      'PARAMETRES_MODIFIES',
    ]);
  });

  test('sent unchanged write nothing', async () => {
    const { id, visiteur } = await agent();
    const avant = await ligneDe(base.sql, id);
    const affiche = valeursDuFormulaire((await visiteur.get(PAGE)).body, PAGE);
    expect(affiche).toEqual({ version: '1', langue: 'fr', recevoirNotifications: 'oui' });
    expect((await visiteur.post(PAGE, affiche)).statusCode).toBe(303);
    expect(await ligneDe(base.sql, id)).toEqual(avant);
  });
});

describe('a bad entry', () => {
  test.each([
    ['a language of nowhere', { version: '1', langue: 'de' }],
    ['no language', { version: '1' }],
    ['markup as a language', { version: '1', langue: '<script>' }],
  ])('%s is refused, named, and stores nothing', async (_, saisie) => {
    const { id, visiteur } = await agent();
    const avant = await ligneDe(base.sql, id);
    const { statusCode, body } = await visiteur.post(PAGE, { ...saisie });
    expect(statusCode).toBe(422);
    expect(titre(body)).toBe('Erreur – Mes paramètres – Portail Chorus');
    const phrase = '«\u00a0Langue\u00a0»\u00a0: choisissez une langue de la liste.';
    expect(resume(body)).toEqual([{ ancre: 'langue', phrase }]);
    expect(texteDe(body, 'langue-erreur')).toContain('choisissez une langue');
    expect(body).not.toContain('<script>');
    expect(await ligneDe(base.sql, id)).toEqual(avant);
  });

  test('a language and a version that are both bad are told at once', async () => {
    const { visiteur } = await agent();
    const { body } = await visiteur.post(PAGE, { version: 'x', langue: 'de' });
    expect(resume(body).length).toBe(2);
  });

  test.each(['', 'abc', '-1', '1.5'])(
    'a version altered to « %s » is refused, with a link that leads somewhere',
    async (version) => {
      const { id, visiteur } = await agent();
      const avant = await ligneDe(base.sql, id);
      const { statusCode, body } = await visiteur.post(PAGE, { version, langue: 'en' });
      expect(statusCode).toBe(422);
      expect(texteVisible(body)).toContain('Ce formulaire était incomplet');
      expect(await ligneDe(base.sql, id)).toEqual(avant);
      for (const { ancre } of resume(body)) expect(ids(body)).toContain(ancre);
    },
  );

  test('what was typed is shown again', async () => {
    const { visiteur } = await agent();
    const { body } = await visiteur.post(PAGE, { version: '1', langue: 'de' });
    expect(valeursDuFormulaire(body, PAGE)).toEqual({ version: '1', langue: 'fr' });
  });

  test('unknown fields are ignored and a field sent twice counts for its last value', async () => {
    const { id, visiteur } = await agent();
    const champs = [
      ['version', '1'],
      ['langue', 'fr'],
      ['langue', 'en'],
      ['etat', 'INACTIF'],
      ['recevoirNotifications', 'oui'],
    ];
    expect((await visiteur.post(PAGE, champs)).statusCode).toBe(303);
    expect(await ligneDe(base.sql, id)).toMatchObject({ langue: 'en', etat: 'ACTIF' });
  });

  test('it is told in English to who reads English', async () => {
    const { visiteur } = await agent({ langue: 'en' });
    const { body } = await visiteur.post(PAGE, { version: '1', langue: 'de' });
    expect(titre(body)).toMatch(/^Error – /);
    expect(resume(body)[0]?.phrase).toContain('choose a language of the list');
  });
});

describe('two tabs', () => {
  test('the second is told, sees both values, and stores when it says so again', async () => {
    const { id, visiteur } = await agent();
    await visiteur.post(PAGE, { version: '1', langue: 'en', recevoirNotifications: 'oui' });
    const conflit = await visiteur.post(PAGE, { version: '1', langue: 'fr' });
    expect(conflit.statusCode).toBe(409);
    expect(conflit.body).toContain('These data changed meanwhile');
    expect(texteDe(conflit.body, 'langue-autre')).toContain('Stored meanwhile:');
    expect(texteVisible(conflit.body)).toContain('Stored meanwhile: Yes');
    expect(await ligneDe(base.sql, id)).toMatchObject({
      recevoirNotifications: true,
      versionParametres: 2,
    });
    const gardee = valeursDuFormulaire(conflit.body, PAGE);
    expect(gardee).toEqual({ version: '2', langue: 'fr' });
    expect((await visiteur.post(PAGE, gardee)).statusCode).toBe(303);
    const ligne = await ligneDe(base.sql, id);
    expect(ligne).toMatchObject({
      langue: 'fr',
      recevoirNotifications: false,
      versionParametres: 3,
    });
  });
});
