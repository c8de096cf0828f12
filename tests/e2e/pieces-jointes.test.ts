// The drawer of files (guide p.14–15, screens §8), in a real Chromium, with JavaScript and without: real files of several
// kinds added, opened, downloaded, deleted.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PDF, PNG, PROGRAMME, zip } from '../soutien/pieces-jointes.ts';
import { openBrowser } from './soutien/navigateur.ts';
import {
  bonnesPages,
  cocher,
  entrer,
  noms,
  ouvrirMonde,
  telecharger,
  titre,
} from './soutien/rattachements.ts';

const LISTE = 'Pièces jointes';
const AJOUT = 'Ajouter une pièce jointe';
const fichier = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer,
});
const TROIS = [
  fichier('Relevé.pdf', PDF),
  fichier('photo.png', PNG),
  fichier('export.csv', Buffer.from('nom;montant\nÉté;12\n')),
];

const browser = await openBrowser();
let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
beforeAll(async () => {
  monde = await ouvrirMonde();
});
afterAll(async () => {
  await browser.close();
  await monde.fermer();
});

const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const lien = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const choix = (page: Page) => page.getByLabel('Sélection de la pièce jointe');
/** The désignations of the list, without what a badge adds. */
const designations = async (page: Page) =>
  (await noms(page)).map((nom) => nom.split('\n')[0]?.trim()).sort();

async function ouvrirListe(page: Page) {
  await page.locator('.fr-sidemenu').getByRole('link', { name: LISTE }).click();
  await titre(page, LISTE);
}

/** Opens a file in the browser; gives what the server said of it. */
async function consulter(page: Page, designation: string) {
  const recue = page.waitForResponse((reponse) => reponse.url().endsWith('/consulter'));
  await page.getByRole('link', { name: `Consulter – ${designation}, ` }).click();
  const reponse = await recue;
  const { 'content-type': type, 'content-security-policy': csp } = await reponse.allHeaders();
  return { statut: reponse.status(), type, csp };
}

describe.each([
  ['with JavaScript', true, 'externe-xt'],
  ['without JavaScript', false, 'simple.mairie'],
])('somebody, %s,', (_how, javaScript, identifiant) => {
  const bonnePage = bonnesPages(javaScript);
  let page: Page;

  beforeAll(async () => {
    page = await entrer(browser, monde.programme, identifiant, javaScript);
  });

  test('finds an empty drawer, and what may be put in it', async () => {
    await ouvrirListe(page);
    await page.getByText('Gardez ici les fichiers').waitFor();
    await page.getByText('Les fichiers ne sont pas analysés').waitFor();
    await bonnePage(page);
    await lien(page, AJOUT).click();
    await titre(page, AJOUT);
    await page.getByText('Un fichier de 10').waitFor();
    await bonnePage(page);
  });

  test('is told when no file is chosen', async () => {
    await bouton(page, 'Ajouter').click();
    await page.getByRole('link', { name: 'choisissez un fichier' }).waitFor();
    expect(await page.title()).toMatch(/^Erreur – /);
    await bonnePage(page);
  });

  test.runIf(javaScript)(
    'adds three at once, each with its progress, not the one withdrawn meanwhile',
    async () => {
      const retenue = Promise.withResolvers<void>();
      await page.route('**/ajout', async (route) => {
        await retenue.promise;
        await route.continue();
      });
      await choix(page).setInputFiles(TROIS);
      await page.getByLabel('Désignation de Relevé.pdf').fill('Relevé de mai');
      expect(await page.getByLabel('Désignation de photo.png').inputValue()).toBe('photo');
      await bonnePage(page);
      await choix(page).setInputFiles(fichier('de trop.txt', Buffer.from('de trop')));
      await bouton(page, 'Ajouter').click();
      await expect.poll(() => page.getByRole('progressbar').count()).toBe(3);
      await page.getByRole('button', { name: 'Annuler l’envoi – photo.png' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ajouter');
      await page.getByRole('button', { name: 'Retirer – de trop.txt' }).click();
      retenue.resolve();
      await titre(page, LISTE);
      await page.getByText('Vos pièces jointes sont ajoutées.').waitFor();
      await page.unroute('**/ajout');
      expect(await designations(page)).toEqual(['Relevé de mai', 'export', 'photo']);
      await bonnePage(page);
    },
  );

  test.runIf(javaScript)('stops one, mends another, and drops a third', async () => {
    await lien(page, AJOUT).click();
    await titre(page, AJOUT);
    await page.route('**/ajout', () => new Promise(() => undefined));
    await choix(page).setInputFiles(fichier('long.zip', await zip({ 'a.txt': Buffer.from('a') })));
    await bouton(page, 'Ajouter').click();
    await page.getByRole('button', { name: 'Annuler l’envoi – long.zip' }).click();
    await page.getByText('Envoi annulé').waitFor();
    await lien(page, 'Annuler').waitFor();
    await page.unroute('**/ajout');
    // Dropped on the page, as from a folder.
    const donnees = await page.evaluateHandle(() => {
      const transfert = new DataTransfer();
      transfert.items.add(new File(['MZ'], 'facture.exe'));
      return transfert;
    });
    await page.dispatchEvent('.pc-empty', 'drop', { dataTransfer: donnees });
    await choix(page).setInputFiles(fichier('énorme.pdf', Buffer.alloc(10 * 1024 * 1024 + 1)));
    await page.getByText('Ce fichier dépasse').waitFor();
    await bouton(page, 'Ajouter').click();
    await page.getByText('extension acceptée, par exemple').waitFor();
    await page.getByText('Ajoutée.').waitFor();
    await page.getByText('1 fichier ajouté, 2 non ajoutés').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^1 fichier/);
    const refusee = page.getByLabel('Désignation de facture.exe');
    // Another désignation would not mend it.
    expect(await refusee.getAttribute('aria-invalid')).toBe(null);
    const message = await refusee.getAttribute('aria-describedby');
    await page.locator(`#${message}`, { hasText: 'extension acceptée' }).waitFor();
    await lien(page, 'Revenir aux pièces jointes').waitFor();
    await bonnePage(page);
    for (const nom of ['facture.exe', 'énorme.pdf'])
      await page.getByRole('button', { name: `Retirer – ${nom}` }).click();
    await ouvrirListe(page);
    expect(await designations(page)).toEqual(['Relevé de mai', 'export', 'long', 'photo']);
    await page.getByRole('link', { name: 'Supprimer – long' }).click();
    await bouton(page, 'Supprimer').click();
    await page.getByText('La pièce jointe est supprimée.').waitFor();
  });

  test.skipIf(javaScript)('adds three, one after another, once told what was wrong', async () => {
    await choix(page).setInputFiles(fichier('facture.pdf', PROGRAMME));
    await page.getByLabel('Désignation').fill('Relevé de mai');
    await page.getByLabel('Type de pièce jointe').selectOption('Attestation');
    await bouton(page, 'Ajouter').click();
    await page.getByRole('link', { name: 'ne correspond pas à son extension' }).waitFor();
    await bonnePage(page);
    expect(await page.getByLabel('Désignation').inputValue()).toBe('Relevé de mai');
    for (const [n, designation] of ['Relevé de mai', 'photo', 'export'].entries()) {
      await choix(page).setInputFiles(TROIS[n] ?? []);
      await page.getByLabel('Désignation').fill(designation);
      await bouton(page, 'Ajouter').click();
      await page.getByText('Votre pièce jointe est ajoutée.').waitFor();
      if (n === 0) await bonnePage(page);
      if (n < 2) await lien(page, AJOUT).click();
    }
    expect(await designations(page)).toEqual(['Relevé de mai', 'export', 'photo']);
  });

  test('opens a PDF and a table in the browser, where they can do nothing', async () => {
    for (const [designation, type] of [
      ['Relevé de mai', 'application/pdf'],
      ['export', 'text/plain; charset=utf-8'],
    ] as const) {
      const recu = await consulter(page, designation);
      expect(recu).toMatchObject({ statut: 200, type, csp: expect.stringMatching(/^sandbox;/) });
      if (javaScript && type === 'application/pdf')
        await expect
          .poll(() =>
            page
              .frames()
              .map((cadre) => cadre.url())
              .join(' '),
          )
          .toContain('chrome-extension:');
      if (designation === 'export') await page.getByText('Été;12').waitFor();
      await page.goBack();
      await titre(page, LISTE);
    }
  });

  test('downloads a file under its own name', async () => {
    const recu = await telecharger(page, 'Télécharger – Relevé de mai');
    expect([recu.nom, recu.octets.equals(PDF)]).toEqual(['Relevé.pdf', true]);
  });

  test('downloads all of them as one ZIP', async () => {
    if (javaScript) await page.getByRole('checkbox', { name: 'Tout sélectionner' }).check();
    else
      for (const nom of ['Relevé de mai', 'photo', 'export'])
        await cocher(page, `Sélectionner la pièce jointe ${nom}`);
    const promis = page.waitForEvent('download');
    await bouton(page, 'Télécharger la sélection').click();
    const recu = await promis;
    expect(recu.suggestedFilename()).toBe('pieces-jointes.zip');
    expect(await recu.failure()).toBeNull();
  });

  test('deletes two of them, once sure', async () => {
    await ouvrirListe(page);
    for (const nom of ['photo', 'export'])
      await cocher(page, `Sélectionner la pièce jointe ${nom}`);
    await bouton(page, 'Supprimer la sélection').click();
    await titre(page, 'Supprimer des pièces jointes');
    expect(await designations(page)).toEqual(['export', 'photo']);
    await bonnePage(page);
    await bouton(page, 'Supprimer').click();
    await page.getByText('Les pièces jointes sont supprimées.').waitFor();
    expect(await designations(page)).toEqual(['Relevé de mai']);
    await page.locator('#menu').getByRole('link', { name: 'Mon compte' }).click();
    await page.locator('#piecesJointes').getByText('Relevé de mai').waitFor();
    await bonnePage(page);
  });
});
