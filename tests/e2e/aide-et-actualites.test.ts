// Somebody reads the news, asks the help, and reads it in both languages, in a real Chromium.
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newVisitor, openBrowser } from './soutien/navigateur.ts';
import { run } from './soutien/programme.ts';
import { bonnesPages, entrer, ouvrirMonde, titre } from './soutien/rattachements.ts';

const browser = await openBrowser();
afterAll(() => browser.close());

/** What `publier-actualite` says beside the running portal. */
async function commander(dataDir: string, ...args: string[]): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const child = run({ PATH, HOME, DATA_DIR: dataDir }, ['publier-actualite', ...args]);
  await once(child, 'exit');
  return child.text();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_how, javaScript) => {
  const bonnePage = bonnesPages(javaScript);
  let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
  let page: Page;
  const lien = (name: string | RegExp) => page.getByRole('link', { name, exact: true });
  const demander = async (question: string) => {
    await page.getByLabel("Besoin d'aide ? Posez-moi vos questions..").fill(question);
    await page.locator('main').getByRole('button', { name: 'Chercher' }).click();
  };

  beforeAll(async () => {
    monde = await ouvrirMonde();
    page = await entrer(browser, monde.programme, 'simple.mairie', javaScript);
  });
  afterAll(() => monde.fermer());

  test('the home page shows the news of the demo, one click from their text', async () => {
    await lien('Accueil connecté').first().click();
    await titre(page, 'Accueil connecté');
    await bonnePage(page);
    await lien('Bienvenue sur le Portail Chorus').click();
    await titre(page, 'Bienvenue sur le Portail Chorus');
    await bonnePage(page);
    await lien('Toutes les actualités').click();
    await titre(page, 'Actualités');
    await bonnePage(page);
  });

  test('a question asked from the home page finds its page, slip included', async () => {
    await page.goBack();
    await page.goBack();
    await demander('suprimer mon rattachment');
    await titre(page, 'Chercher dans l’aide');
    expect(await page.locator('mark').first().textContent()).toMatch(/supprim|rattachement/i);
    await bonnePage(page);
    await page.locator('main').getByRole('link', { name: 'Supprimer un rattachement' }).click();
    await titre(page, 'Supprimer un rattachement');
    await bonnePage(page);
    await lien('Mes rattachements aux structures').click();
    await titre(page, 'Mes rattachements aux structures');
  });

  test('a question without an answer leads to the contents', async () => {
    await page.goto(`${monde.programme.portail}/aide/recherche?q=xylophage`);
    await page.getByText('Aucune page ne répond à « xylophage »').waitFor();
    await bonnePage(page);
    await lien('Sommaire de l’aide').click();
    await titre(page, 'Aide');
    await bonnePage(page);
  });

  test('what is published while it runs is there at the next page, until withdrawn', async () => {
    const { dataDir, portail } = monde.programme;
    const fichier = path.join(dataDir, 'coupure.md');
    const entete = '---\ntitre: Coupure samedi\nlangue: fr\ndu: 2026-01-02\n---\n';
    await writeFile(fichier, `${entete}\nDe 8 h à 9 h. <script>document.title = 'pris'</script>\n`);
    expect(await commander(dataDir, fichier)).toContain('Actualité « coupure » (fr) publiée');
    await page.goto(`${portail}/actualites/coupure`);
    await titre(page, 'Coupure samedi');
    expect(await page.title()).toBe('Coupure samedi – Portail Chorus');
    await bonnePage(page);
    expect(await commander(dataDir, '--retirer', 'coupure')).toContain('retirée');
    await page.reload();
    await titre(page, 'Page introuvable');
  });

  test('somebody who is not signed in reads a page with a table, then in English', async () => {
    const visiteur = await (await newVisitor(browser, javaScript)).newPage();
    await visiteur.goto(`${monde.programme.portail}/aide/parametres`);
    await titre(visiteur, 'Choisir sa langue et lire l’état de son compte');
    await bonnePage(visiteur);
    await visiteur.getByRole('button', { name: 'English' }).click();
    await titre(visiteur, 'Choose your language and read the state of your account');
    expect(new URL(visiteur.url()).pathname).toBe('/aide/parametres');
    await visiteur.getByLabel('Need help?').fill('holidays');
    await visiteur.locator('main').getByRole('button', { name: 'Search' }).click();
    await titre(visiteur, 'Search the help');
    await visiteur.getByRole('link', { name: 'Appoint a secondary manager, delegate' }).click();
    await titre(visiteur, 'Appoint a secondary manager, delegate');
  });
});
