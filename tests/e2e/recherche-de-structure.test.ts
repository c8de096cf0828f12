// Finding a structure to be attached to (guide p.9–10), in a real Chromium, with JavaScript and without.
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './soutien/navigateur.ts';
import {
  bonnesPages,
  chercher,
  entrer,
  noms,
  ouvrirMonde,
  telecharger,
  titre,
} from './soutien/rattachements.ts';

const CCAS = 'CCAS Terneuil sur Seine';
const MAIRIE = 'Mairie de Terneuil sur Seine';

// Nothing of this journey is stored: one portal serves both ways.
const browser = await openBrowser();
let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
beforeAll(async () => {
  monde = await ouvrirMonde();
});
afterAll(async () => {
  await browser.close();
  await monde.fermer();
});

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('Camille Nguyen, %s,', (_how, javaScript) => {
  const bonnePage = bonnesPages(javaScript);
  let page: Page;

  const bouton = (name: string) => page.getByRole('button', { name, exact: true });
  const saisie = (nom: string) => page.getByLabel(nom, { exact: true }).inputValue();

  beforeAll(async () => {
    page = await entrer(browser, monde.programme, 'simple.mairie', javaScript);
  });

  test('sees her one rattachement, and starts a request', async () => {
    expect(await noms(page)).toEqual([MAIRIE]);
    await page.getByText('Vos demandes et leur suite').waitFor();
    await bonnePage(page);
    await page.getByRole('link', { name: 'Demander un rattachement' }).click();
    await titre(page, 'Demander un rattachement');
    await page.getByText('Étape 1 sur 2').waitFor();
    await bonnePage(page);
  });

  test('is told when nothing says what to look for, and when nothing is found', async () => {
    await bouton('Rechercher').click();
    await page.getByRole('link', { name: 'Donnez au moins un critère' }).waitFor();
    await bonnePage(page);
    await chercher(page, { 'Raison sociale': 'zzyzx' });
    await page.getByText('Aucune structure trouvée').waitFor();
    await bonnePage(page);
  });

  test.each([
    ['a word of its name', { 'Raison sociale': 'terneuil' }, [CCAS, MAIRIE]],
    ['a slip of the keyboard', { 'Raison sociale': 'ternueil' }, [CCAS, MAIRIE]],
    ['its SIRET, with spaces', { Identifiant: '147 009 856 00814' }, [MAIRIE]],
    ['the beginning of its SIRET', { Identifiant: '147009' }, [CCAS, MAIRIE]],
    [
      'a postal code and a town, without accents',
      { 'Code postal': '76640', Ville: 'cleville' },
      ['Commune de Cléville'],
    ],
  ])('finds a structure by %s', async (_par, criteres, attendus) => {
    await chercher(page, criteres);
    expect((await noms(page)).sort()).toEqual(attendus);
    for (const [champ, valeur] of Object.entries(criteres)) {
      expect((await saisie(champ)).replaceAll(' ', '')).toBe(valeur.replaceAll(' ', ''));
    }
  });

  test('sorts many results by a column, sees more at once, and turns the page', async () => {
    await chercher(page, { 'Code postal': '76640' });
    expect(await noms(page)).toHaveLength(5);
    await page.getByText('1 à 5 sur 11').waitFor();
    await page.getByRole('link', { name: 'Suivante' }).click();
    await page.getByText('6 à 10 sur 11').waitFor();
    await page.getByRole('link', { name: '20 lignes par page' }).click();
    await page.getByText('11 résultats').waitFor();
    await page.getByRole('link', { name: 'Ville', exact: true }).click();
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Ville' }).waitFor();
    const croissants = await noms(page);
    expect(croissants[0]).toBe("Commune d'Alvimare");
    expect(croissants.at(-1)).toBe("Commune d'Yébleron");
    await page.getByRole('link', { name: 'Ville', exact: true }).click();
    await page.locator('th[aria-sort="descending"]', { hasText: 'Ville' }).waitFor();
    expect(await noms(page)).toEqual(croissants.toReversed());
    await bonnePage(page);
  });

  test('exports all of them, in the same order, for a spreadsheet', async () => {
    const csv = await telecharger(page, 'Exporter (CSV)');
    expect(csv.nom).toBe('structures.csv');
    const lignes = csv.octets.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lignes).toHaveLength(12);
    expect(lignes[0]).toMatch(/^Type d'identifiant;Identifiant;Désignation;Statut;/);
    expect(lignes[1]).toMatch(/^Structure avec N° SIRET;21760751400015;Commune d'Yébleron;ACTIF;/);
    const xlsx = await telecharger(page, 'Exporter (XLSX)');
    expect(xlsx.nom).toBe('structures.xlsx');
    expect(xlsx.octets.subarray(0, 2).toString()).toBe('PK');
    const [feuille] = (await readXlsx(xlsx.octets)).sheets;
    expect(feuille?.name).toBe('Structures');
    expect(feuille?.rows).toHaveLength(12);
    expect(feuille?.rows[1]?.slice(1, 3)).toEqual(['21760751400015', "Commune d'Yébleron"]);
  });

  test('reads the sheet of a structure, and comes back to the same search', async () => {
    await chercher(page, { 'Raison sociale': 'terneuil', Ville: 'Terneuil sur Seine' });
    await page.getByRole('link', { name: MAIRIE }).click();
    await titre(page, MAIRIE);
    await page.getByText('Hélène AUBRY – Gestionnaire principal').waitFor();
    await bonnePage(page);
    await page.getByRole('link', { name: 'Demander un rattachement' }).click();
    expect(await saisie('Raison sociale')).toBe('terneuil');
    expect(await noms(page)).toHaveLength(2);
  });
});
