// By keyboard alone, and the pages of those who may not enter; the stand-in's pages too.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabTo } from './soutien/clavier.ts';
import { dossierPret } from './soutien/dossier-pret.ts';
import { enterThroughPigp, expectGoodPage, newVisitor, openBrowser } from './soutien/navigateur.ts';
import {
  embeddedEnvironment,
  type Programme,
  startProgramme,
  stopLeftovers,
} from './soutien/programme.ts';

const browser = await openBrowser();
const { folder, remove } = await dossierPret();
let programme: Programme;
beforeAll(async () => {
  programme = await startProgramme(await embeddedEnvironment(folder));
});
afterAll(async () => {
  await browser.close();
  await stopLeftovers();
  await remove();
});

describe('by keyboard alone', () => {
  test('somebody signs in, skips to the content, changes a number and signs out', async () => {
    const page = await (await newVisitor(browser, true)).newPage();
    await page.goto(`${programme.portail}/mon-compte/informations-personnelles`);
    await tabTo(page, '#identifiant');
    await page.keyboard.type('second.mairie');
    await page.keyboard.press('Tab');
    await page.keyboard.type('chorus-demo');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mes informations personnelles' }).waitFor();

    expect(await tabTo(page, 'a[href="#contenu"]')).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('#contenu:focus').count()).toBe(1);
    await tabTo(page, '#adresseVille');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await page.getByText('est à corriger').waitFor();
    expect(await page.locator('.pc-errors:focus').count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#adresseVille:focus').count()).toBe(1);
    await page.keyboard.type('Terneuil sur Seine');
    await page.keyboard.press('Enter');
    await page.getByText('Vos informations sont enregistrées.').waitFor();
    expect(await page.locator('.fr-alert--success:focus').count()).toBe(1);

    await tabTo(page, 'form[action="/deconnexion"] button');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Vous êtes déconnecté' }).waitFor();
    await page.goBack();
    await page.locator('h1').waitFor();
  });

  test('somebody finds a structure, chooses it and asks to be attached to it', async () => {
    const page = await (await newVisitor(browser, true)).newPage();
    await page.goto(`${programme.portail}/mon-compte/rattachements`);
    await tabTo(page, '#identifiant');
    await page.keyboard.type('externe-xt');
    await page.keyboard.press('Tab');
    await page.keyboard.type('chorus-demo');
    await page.keyboard.press('Enter');
    await page.getByText("Vous n'êtes rattaché à aucune structure").waitFor();

    await tabTo(page, 'a[href="/mon-compte/rattachements/demande"]');
    await page.keyboard.press('Enter');
    await page.getByText('Étape 1 sur 2').waitFor();
    await tabTo(page, '#raisonSociale');
    await page.keyboard.type('terneuil');
    await page.keyboard.press('Enter');
    await page.getByText('2 résultats').waitFor();
    await tabTo(page, '#resultats input[type=radio]');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '#resultats form button');
    await page.keyboard.press('Enter');

    await page.getByText('Étape 2 sur 2').waitFor();
    await tabTo(page, '#commentaire');
    await page.keyboard.type('Suivi des marchés');
    await tabTo(page, '#entiere');
    await page.keyboard.press('Space');
    await tabTo(page, 'button[value=valider]');
    await page.keyboard.press('Enter');
    await page.getByText('Votre demande est envoyée.').waitFor();
    await page.getByText('En cours de validation').waitFor();
  });
});

describe('who may not enter', () => {
  test.each([
    ['inconnu.madrhas', 'aucun compte'],
    ['ancien.mairie', 'désactivé'],
  ])('%s is told why, and can leave PIGP from there', async (identifiant, pourquoi) => {
    const page = await (await newVisitor(browser, true)).newPage();
    await page.goto(programme.pigp);
    await expectGoodPage(page, true);
    await enterThroughPigp(page, programme.pigp, identifiant);
    await page.getByRole('heading', { level: 1, name: 'Accès impossible' }).waitFor();
    await page.getByText(pourquoi).first().waitFor();
    await expectGoodPage(page, true);
    await page.getByRole('link', { name: 'Se déconnecter du PIGP' }).click();
    await expectGoodPage(page, true);
    await page.locator('main button').first().click();
    await page.getByRole('heading', { level: 1, name: 'Vous êtes déconnecté' }).waitFor();
    expect(await page.getByText('Fermer aussi ma session PIGP').count()).toBe(0);
  });

  test('the stand-in’s own pages are good pages too', async () => {
    const page = await (await newVisitor(browser, true)).newPage();
    await page.goto(programme.pigp);
    await page.locator('#identifiant').fill('externe-xt');
    await page.locator('#motDePasse').fill('faux');
    await page.locator('form:has(#motDePasse) button').first().click();
    expect(await page.title()).toMatch(/^Erreur – /);
    await expectGoodPage(page, true);
    await page.locator('#motDePasse').fill('chorus-demo');
    await page.locator('form:has(#motDePasse) button').first().click();
    await page.getByText('Liste des applications disponibles pour').waitFor();
    await expectGoodPage(page, true);
    await page.locator('main a').first().click();
    await expectGoodPage(page, true);
  });
});
