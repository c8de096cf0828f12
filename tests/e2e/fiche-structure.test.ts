// A manager keeps their structure, in a real Chromium: the sheet, a service made then closed, an espace, the history.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attendreCourriel } from './soutien/courriels.ts';
import { openBrowser } from './soutien/navigateur.ts';
import {
  bonnesPages,
  entrer,
  noms,
  ouvrirMonde,
  telecharger,
  titre,
} from './soutien/rattachements.ts';

const MAIRIE = 'Mairie de Terneuil sur Seine';

const browser = await openBrowser();
afterAll(() => browser.close());

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_how, javaScript) => {
  const bonnePage = bonnesPages(javaScript);
  let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
  let page: Page;
  const bouton = (name: string) => page.getByRole('button', { name, exact: true });
  const lien = (name: string) => page.getByRole('link', { name, exact: true });
  const menu = (name: string) => page.locator('.fr-sidemenu').getByRole('link', { name });

  const phrases = async () => (await noms(page)).map((nom) => nom.replace(/\s+/g, ' '));

  beforeAll(async () => {
    monde = await ouvrirMonde();
    page = await entrer(browser, monde.programme, 'gestion.mairie', javaScript);
  });
  afterAll(() => monde.fermer());

  test('the sheet leads its manager to the page that changes it', async () => {
    await lien(`Accéder à la fiche structure – ${MAIRIE}`).click();
    await titre(page, `Fiche structure : ${MAIRIE}`);
    // Two managers: nothing to warn of.
    expect(await page.getByText('qu’un seul gestionnaire').count()).toBe(0);
    await lien('Modifier la fiche').click();
    await titre(page, 'Modifier la fiche');
    await page.getByText('Ce qui ne se modifie pas ici').waitFor();
    await bonnePage(page);
  });

  test('a bad value is told at its field, and what was typed stays', async () => {
    await page.getByLabel('Code postal').fill('7664');
    await page.getByLabel('Téléphone').fill('+33 1 99 00 00 55');
    await page.getByLabel('Code service exigé', { exact: true }).check();
    await bouton('Valider').click();
    await page.getByRole('link', { name: 'un code postal français a cinq chiffres' }).waitFor();
    expect(await page.title()).toMatch(/^Erreur – Modifier la fiche/);
    expect(await page.getByLabel('Téléphone').inputValue()).toBe('+33 1 99 00 00 55');
    await bonnePage(page);
  });

  test('a good one is stored, and read on the sheet', async () => {
    await page.getByLabel('Code postal').fill('76640');
    await bouton('Valider').click();
    await page.getByText('La fiche est enregistrée.').waitFor();
    await lien('Lire la fiche').click();
    await page.getByText('76640 Terneuil sur Seine').waitFor();
    await page.getByText('+33199000055').waitFor();
    await lien('Modifier la fiche').click();
  });

  test('a service is made', async () => {
    await menu('Services').click();
    await titre(page, 'Services');
    expect(await noms(page)).toEqual(['Urbanisme', 'Voirie']);
    await bonnePage(page);
    await lien('Créer un service').click();
    await titre(page, 'Créer un service');
    await bonnePage(page);
    await page.getByLabel('Code').fill('URBS');
    await page.getByLabel('Nom').fill('École');
    await bouton('Valider').click();
    await page.getByRole('link', { name: 'a déjà ce code' }).waitFor();
    await bonnePage(page);
    await page.getByLabel('Code').fill('ECOLE');
    await bouton('Valider').click();
    await page.getByText('Le service est créé.').waitFor();
    expect(await noms(page)).toEqual(['École', 'Urbanisme', 'Voirie']);
  });

  test('another one is closed, after a page that says whom it touches', async () => {
    await lien('Modifier – Urbanisme').click();
    await titre(page, 'Service : Urbanisme');
    await bonnePage(page);
    await lien('Fermer ce service').click();
    await titre(page, 'Fermer le service');
    const touchees = page.locator('.pc-list > div', { hasText: 'Personnes touchées' });
    expect(await touchees.locator('dd').textContent()).toBe('1');
    await bonnePage(page);
    await bouton('Fermer le service').click();
    await page.getByText('La fermeture du service est enregistrée.').waitFor();
    const { text } = await attendreCourriel(
      monde.programme.maildev,
      'urbanisme@mairieterneuil.fr',
      'Vos droits sur une structure ont changé',
    );
    expect(text).toContain('Bonjour Camille NGUYEN');
    expect(text.replaceAll('\u00a0', ' ')).toContain(`Un service de « ${MAIRIE} » ferme`);
  });

  test('its end is cancelled: nothing is given back', async () => {
    await lien('Modifier – Urbanisme').click();
    await page.getByText('Son dernier jour est le').waitFor();
    await lien('Annuler cette fin').click();
    await titre(page, 'Rouvrir le service');
    await page.getByText('Rouvrir ne rend rien').waitFor();
    await bonnePage(page);
    await bouton('Rouvrir le service').click();
    await page.getByText('Le service est rouvert.').waitFor();
  });

  test('an espace is opened, then closed after its warning', async () => {
    await menu('Espaces').click();
    await titre(page, 'Espaces');
    await bonnePage(page);
    await bouton('Ouvrir – Engagements').click();
    await page.getByText('L’espace est ouvert.').waitFor();
    await page.locator('tr', { hasText: 'Engagements' }).getByText('par Hélène AUBRY').waitFor();
    await lien('Fermer – Engagements').click();
    await titre(page, 'Fermer l’espace');
    await page.getByText('Personne n’est touché.').waitFor();
    await bonnePage(page);
    await bouton('Fermer l’espace').click();
    await page.getByText('L’espace est fermé.').waitFor();
  });

  test('the history tells all of it, narrows, and is taken away', async () => {
    await menu('Historique').click();
    await titre(page, 'Historique');
    await bonnePage(page);
    const premieres = await phrases();
    expect(premieres[0]).toContain('L’espace « Engagements » a été fermé.');
    expect(premieres.join(' ')).toContain('Champs : Téléphone, Code postal, Code service exigé');
    expect(premieres.join(' ')).toContain('Le rattachement de Camille NGUYEN a été modifié.');
    await page.getByLabel('Quoi').selectOption('Service créé');
    await page.getByLabel('Qui').fill('aubry');
    await bouton('Afficher').click();
    await lien('Tout afficher').waitFor();
    expect(await phrases()).toEqual(['Le service « École » a été créé.']);
    await bonnePage(page);
    const { nom, octets } = await telecharger(page, 'Exporter (CSV)');
    expect(nom).toBe('historique-14700985600814.csv');
    expect(octets.toString()).toContain('Le service «\u00a0École\u00a0» a été créé.');
    await page.getByLabel('Qui').fill('personne');
    await bouton('Afficher').click();
    await page.getByText('Rien ne correspond à cette recherche').waitFor();
    await bonnePage(page);
  });
});
