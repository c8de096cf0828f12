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
import { creerStructure, INSTANT, journalDe, rattacher } from '../../../../tests/soutien/scene.ts';
import { adressePreference, adresses } from '../../../domain/adresses.ts';
import { PAR_DEFAUT, sujetsDe } from '../../../domain/notification/preferences.ts';
import { champDuSujet } from './form.ts';

const PAGE = adresses.parametres;
let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

const AGENT = { gestionnaire: false, seulGestionnaire: false, referent: false };
/** The selects of somebody who manages nothing and chose nothing. */
const PAR_DEFAUT_AFFICHES = Object.fromEntries(
  sujetsDe(AGENT).map((sujet) => [champDuSujet(sujet), PAR_DEFAUT[sujet]]),
);

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
    expect(affiche).toEqual({
      version: '1',
      langue: 'fr',
      recevoirNotifications: 'oui',
      ...PAR_DEFAUT_AFFICHES,
    });
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
    expect(valeursDuFormulaire(body, PAGE)).toEqual({
      version: '1',
      langue: 'fr',
      ...PAR_DEFAUT_AFFICHES,
    });
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
    expect(gardee).toEqual({ version: '2', langue: 'fr', ...PAR_DEFAUT_AFFICHES });
    expect((await visiteur.post(PAGE, gardee)).statusCode).toBe(303);
    const ligne = await ligneDe(base.sql, id);
    expect(ligne).toMatchObject({
      langue: 'fr',
      recevoirNotifications: false,
      versionParametres: 3,
    });
  });

  test('the second sees what is stored only where it differs', async () => {
    const { visiteur } = await agent();
    const voulu = { version: '1', langue: 'en', ...PAR_DEFAUT_AFFICHES };
    await visiteur.post(PAGE, { ...voulu, recevoirNotifications: 'oui' });
    for (const [champs, vu] of [
      [voulu, 'Stored meanwhile: Yes'],
      [{ ...voulu, langue: 'fr', recevoirNotifications: 'oui' }, 'Stored meanwhile: English'],
    ] as const) {
      const { statusCode, body } = await visiteur.post(PAGE, champs);
      expect(statusCode).toBe(409);
      expect(texteVisible(body).match(/Stored meanwhile: \S+/g)).toEqual([vu]);
    }
  });
});

describe('the rhythms', () => {
  const rythmes = async (id: number) => {
    const rows = await base.sql<{ sujet: string; rythme: string }[]>`
      select sujet, rythme from preference_notification where compte_id = ${id}`;
    return Object.fromEntries(rows.map(({ sujet, rythme }) => [sujet, rythme]));
  };

  test('are stored when they differ from what holds, and shown again', async () => {
    const { id, visiteur } = await agent();
    const affiche = valeursDuFormulaire((await visiteur.get(PAGE)).body, PAGE);
    const voulu = { ...affiche, 'sujet-FACTURE': 'HEBDOMADAIRE' };
    expect((await visiteur.post(PAGE, voulu)).statusCode).toBe(303);
    expect(await rythmes(id)).toEqual({ FACTURE: 'HEBDOMADAIRE' });
    const revu = valeursDuFormulaire((await visiteur.get(PAGE)).body, PAGE);
    expect(revu['sujet-FACTURE']).toBe('HEBDOMADAIRE');
    expect(texteVisible((await visiteur.get(adresses.monCompte)).body)).toContain(
      'Une fois par semaine (1 sujet)',
    );
  });

  test('of managers are offered to managers only, and taken from them only', async () => {
    const { id, visiteur } = await agent();
    const avant = (await visiteur.get(PAGE)).body;
    expect(ids(avant)).not.toContain('sujet-RECAPITULATIF');
    const saisie = { version: '1', langue: 'fr', recevoirNotifications: 'oui' };
    await visiteur.post(PAGE, { ...saisie, 'sujet-RECAPITULATIF': 'JAMAIS' });
    expect(await rythmes(id)).toEqual({});
    const structureId = await creerStructure(base.sql);
    await rattacher(base.sql, id, structureId, 'GESTIONNAIRE_PRINCIPAL');
    expect(ids((await visiteur.get(PAGE)).body)).toContain('sujet-RECAPITULATIF');
  });

  test('never leave the only manager of a structure without its requests', async () => {
    const { id, visiteur } = await agent();
    const structureId = await creerStructure(base.sql);
    await rattacher(base.sql, id, structureId, 'GESTIONNAIRE_PRINCIPAL');
    const { body } = await visiteur.get(PAGE);
    expect(texteVisible(body)).toContain('Vous êtes le seul gestionnaire');
    const affiche = valeursDuFormulaire(body, PAGE);
    const voulu = { ...affiche, 'sujet-DEMANDES_A_DECIDER': 'JAMAIS' };
    const refus = await visiteur.post(PAGE, voulu);
    expect(refus.statusCode).toBe(422);
    expect(resume(refus.body).map(({ ancre }) => ancre)).toEqual(['sujet-DEMANDES_A_DECIDER']);
    // What holds is shown again, not the first rhythm of the list.
    expect(valeursDuFormulaire(refus.body, PAGE)).toEqual(affiche);
    expect(await rythmes(id)).toEqual({});
  });

  test('of whom became the only manager after « never » show what holds, and stay as they are', async () => {
    const { id, visiteur } = await agent();
    await base.sql`
      insert into preference_notification (compte_id, sujet, rythme, modifiee_le)
      values (${id}, 'DEMANDES_A_DECIDER', 'JAMAIS', ${INSTANT})`;
    await rattacher(base.sql, id, await creerStructure(base.sql), 'GESTIONNAIRE_PRINCIPAL');
    const { body } = await visiteur.get(PAGE);
    expect(body).toMatch(/<option value="HEBDOMADAIRE" selected>/);
    const affiche = valeursDuFormulaire(body, PAGE);
    expect(affiche['sujet-DEMANDES_A_DECIDER']).toBe('HEBDOMADAIRE');
    const compte = texteVisible((await visiteur.get(adresses.monCompte)).body);
    expect(compte).not.toContain('Jamais');
    expect((await visiteur.post(PAGE, affiche)).statusCode).toBe(303);
    expect(await rythmes(id)).toEqual({ DEMANDES_A_DECIDER: 'JAMAIS' });
  });

  test('of requests are offered to référents, whom requests go up to', async () => {
    const { id, visiteur } = await agent({ referentDepartements: ['76'] });
    const { body } = await visiteur.get(PAGE);
    expect(ids(body)).toContain(adressePreference('DEMANDES_A_DECIDER').split('#')[1]);
    expect(ids(body)).not.toContain('sujet-RECAPITULATIF');
    const affiche = valeursDuFormulaire(body, PAGE);
    await visiteur.post(PAGE, { ...affiche, 'sujet-DEMANDES_A_DECIDER': 'JAMAIS' });
    expect(await rythmes(id)).toEqual({ DEMANDES_A_DECIDER: 'JAMAIS' });
  });

  test.each(['SOUVENT', ''])('« %s » is refused, named, and stores nothing', async (valeur) => {
    const { id, visiteur } = await agent();
    const affiche = valeursDuFormulaire((await visiteur.get(PAGE)).body, PAGE);
    const refus = await visiteur.post(PAGE, { ...affiche, langue: 'en', 'sujet-COMPTE': valeur });
    expect(refus.statusCode).toBe(422);
    expect(texteDe(refus.body, 'sujet-COMPTE-erreur')).toContain('choisissez un rythme');
    expect(await rythmes(id)).toEqual({});
    expect(await ligneDe(base.sql, id)).toMatchObject({ langue: 'fr' });
  });

  test('each have the field that the links of mails lead to', async () => {
    const { visiteur } = await agent();
    const { body } = await visiteur.get(PAGE);
    for (const sujet of sujetsDe(AGENT))
      expect(ids(body)).toContain(adressePreference(sujet).split('#')[1]);
  });
});
