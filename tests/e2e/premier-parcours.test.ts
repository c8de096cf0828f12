// The guide, from PIGP to a changed contact address, in a real Chromium, with JavaScript and without.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attendreCourriel } from './soutien/courriels.ts';
import { dossierPret } from './soutien/dossier-pret.ts';
import {
  enterThroughPigp,
  expectGoodPage,
  fillPigp,
  newVisitor,
  openBrowser,
} from './soutien/navigateur.ts';
import {
  embeddedEnvironment,
  type Programme,
  startProgramme,
  stopLeftovers,
} from './soutien/programme.ts';

const browser = await openBrowser();
afterAll(() => browser.close());

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('Pauline Dufour, %s', (_how, javaScript) => {
  let programme: Programme;
  let page: Page;
  let removeFolder: () => Promise<void>;
  const titles = new Map<string, string>();

  /** Checks the page and that no other address has its title. */
  async function goodPage(): Promise<void> {
    const title = await expectGoodPage(page, javaScript);
    const { pathname } = new URL(page.url());
    expect(titles.get(title) ?? pathname, `title « ${title} »`).toBe(pathname);
    titles.set(title, pathname);
  }

  beforeAll(async () => {
    const { folder, remove } = await dossierPret();
    removeFolder = remove;
    programme = await startProgramme(await embeddedEnvironment(folder));
    page = await (await newVisitor(browser, javaScript)).newPage();
  });
  afterAll(async () => {
    await stopLeftovers();
    await removeFolder?.();
  });

  test('enters through PIGP and lands on the first connection', async () => {
    await enterThroughPigp(page, programme.pigp, 'pauline.dufour');
    expect(new URL(page.url()).pathname).toBe('/premiere-connexion');
    await page.getByRole('heading', { level: 1, name: 'Mes informations personnelles' }).waitFor();
    expect(await page.getByLabel('Adresse électronique de contact').inputValue()).toBe(
      'pauline_dufour@mairieterneuil.fr',
    );
    expect(await page.locator('#adresseLigne').inputValue()).toBe('3 rue de Crimée');
    expect(await page.getByLabel('Téléphone').inputValue()).toBe('+33 1 48 96 00 12');
    await goodPage();
  });

  test('sees nothing else before the data are checked', async () => {
    await page.goto(`${programme.portail}/mon-compte/parametres`);
    expect(new URL(page.url()).pathname).toBe('/premiere-connexion');
    await page.goto(`${programme.portail}/aide`);
    await goodPage();
    await page.goto(`${programme.portail}/mon-compte?vu=1`);
  });

  test('is told what is wrong, then corrects and enters where she wanted to go', async () => {
    await page.getByLabel('Ville').fill('');
    await page.getByLabel('Téléphone').fill('012');
    await page.getByRole('button', { name: 'Valider' }).click();
    expect(await page.title()).toMatch(/^Erreur – Mes informations personnelles/);
    await page.getByRole('link', { name: /Ville/ }).waitFor();
    expect(await page.getByLabel('Téléphone').inputValue()).toBe('012');
    await goodPage();
    await page.getByLabel('Ville').fill('Terneuil sur Seine');
    await page.getByLabel('Téléphone').fill('01 48 96 00 13');
    await page.getByRole('button', { name: 'Valider' }).click();
    expect(page.url()).toContain('/mon-compte?vu=1');
    await page.getByText('Votre compte est vérifié').waitFor();
    await page.getByText('+33 1 48 96 00 13').waitFor();
  });

  test('sees her account, block by block', async () => {
    await goodPage();
    await page.getByText('CCAS Terneuil sur Seine').first().waitFor();
    await page.getByText('14700985600135').first().waitFor();
    for (const bloc of ['parametres', 'rattachements', 'abonnements', 'pieces-jointes']) {
      await page.goto(`${programme.portail}/mon-compte/${bloc}`);
      await goodPage();
    }
    await page.goto(programme.portail);
    await goodPage();
    for (const mention of [
      'accessibilite',
      'mentions-legales',
      'donnees-personnelles',
      'inexistante',
    ]) {
      await page.goto(`${programme.portail}/${mention}`);
      await goodPage();
    }
    await page.goto(programme.portail);
    await page.getByRole('link', { name: 'Factures émises' }).click();
    await goodPage();
  });

  test('changes language from the banner and from her settings', async () => {
    await page.goto(`${programme.portail}/mon-compte/parametres`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'My settings' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByLabel('Language').inputValue()).toBe('en');
    await expectGoodPage(page, javaScript);
    await page.getByLabel('Language').selectOption('fr');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Vos paramètres sont enregistrés.').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });

  test('switches notifications off', async () => {
    await page.goto(`${programme.portail}/mon-compte/parametres`);
    await page.getByLabel('Recevoir des notifications').uncheck();
    await page.getByRole('button', { name: 'Valider' }).click();
    await page.goto(`${programme.portail}/mon-compte/parametres`);
    expect(await page.getByLabel('Recevoir des notifications').isChecked()).toBe(false);
  });

  test('changes her contact address, confirmed through the mail, the former one told', async () => {
    await page.goto(`${programme.portail}/mon-compte/informations-personnelles`);
    await goodPage();
    await page.getByLabel('Adresse électronique de contact').fill('pauline@ccas-terneuil.fr');
    await page.getByRole('button', { name: 'Valider' }).click();
    await page.getByText('attend votre confirmation').waitFor();
    await page.getByText('pauline_dufour@mairieterneuil.fr').waitFor();
    await goodPage();
    const former = 'pauline_dufour@mairieterneuil.fr';
    await attendreCourriel(programme.maildev, former, "Changement d'adresse de contact demandé");
    const mail = await attendreCourriel(programme.maildev, 'pauline@ccas-terneuil.fr', 'Confirmez');
    expect(mail.text).toContain('Bonjour Pauline DUFOUR');
    const link = /http:\S+jeton=\S+/.exec(mail.text)?.[0] ?? '';
    expect(mail.html).toContain(link);
    await page.goto(link);
    await goodPage();
    await page.getByRole('button', { name: 'Confirmer cette adresse' }).click();
    await page.getByText('Votre nouvelle adresse de contact est confirmée.').first().waitFor();
    await attendreCourriel(programme.maildev, former, 'Votre adresse de contact a changé');
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'Ce lien ne sert plus' }).waitFor();
    await goodPage();
  });

  test('signs out, of PIGP too, and comes back straight to the home page', async () => {
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vous êtes déconnecté' }).waitFor();
    await goodPage();
    await page.getByRole('link', { name: 'Fermer aussi ma session PIGP' }).click();
    await page.locator('main button').first().click();
    await page.getByRole('heading', { level: 1, name: 'Vous êtes déconnecté' }).waitFor();
    await page.goto(programme.portail);
    await fillPigp(page, 'pauline.dufour');
    await page.getByRole('heading', { level: 1, name: 'Accueil connecté' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.getByText('Votre nouvelle adresse de contact est confirmée.').waitFor();
  });

  test('is signed out of the portal when she leaves PIGP', async () => {
    const other = await page.context().newPage();
    await other.goto(`${programme.pigp}/applications`);
    await other.getByRole('button', { name: 'Déconnexion' }).click();
    await page.goto(`${programme.portail}/mon-compte`);
    await page.locator('#motDePasse').waitFor();
  });
});
