// Leaving structures (guide p.12), in a real Chromium: two deleted at once, a role handed over, the last manager kept.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attendreCourriel } from './soutien/courriels.ts';
import { openBrowser } from './soutien/navigateur.ts';
import {
  bonnesPages,
  cocher,
  entrer,
  noms,
  ouvrirMesRattachements,
  ouvrirMonde,
  titre,
} from './soutien/rattachements.ts';

const CCAS = 'CCAS Terneuil sur Seine';
const CONFIRMATION = 'Fenêtre de confirmation';
const DESIGNATION = 'Désigner un nouveau gestionnaire principal';

const browser = await openBrowser();
afterAll(() => browser.close());

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_how, javaScript) => {
  let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
  const ouvrir = (identifiant: string) => entrer(browser, monde.programme, identifiant, javaScript);
  const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  beforeAll(async () => {
    monde = await ouvrirMonde();
  });
  afterAll(() => monde.fermer());

  describe('the secretary of nine communes', () => {
    const bonnePage = bonnesPages(javaScript);
    let page: Page;
    beforeAll(async () => {
      page = await ouvrir('secretaire.multi');
    });

    test('finds one of them among the nine', async () => {
      expect(await noms(page)).toHaveLength(9);
      await bonnePage(page);
      await page.getByLabel('Chercher parmi mes rattachements').fill('YEBLERON');
      await bouton(page, 'Afficher').click();
      await page.getByText('1 résultat', { exact: true }).waitFor();
      expect(await noms(page)).toEqual(["Commune d'Yébleron"]);
      await page.getByLabel('Chercher parmi mes rattachements').fill('paris');
      await bouton(page, 'Afficher').click();
      await page.getByText('Aucun rattachement ne correspond').waitFor();
      await bonnePage(page);
      await page.getByRole('link', { name: 'Afficher tous mes rattachements' }).click();
      await page.getByText('9 résultats').waitFor();
    });

    test('is told to tick before she deletes', async () => {
      await bouton(page, 'Supprimer rattachements').click();
      await page.getByText('Cochez d’abord, dans la liste').waitFor();
      await bonnePage(page);
    });

    test.runIf(javaScript)('ticks all of them at once, and none', async () => {
      await page.getByLabel('Tout sélectionner').check();
      await page.getByText('9 lignes sélectionnées').first().waitFor();
      await page.getByLabel('Tout sélectionner').uncheck();
      expect(await page.locator('td input:checked').count()).toBe(0);
    });

    test('ticks two, changes her mind, and keeps them', async () => {
      for (const commune of ["Commune d'Alvimare", 'Commune de Foucart'])
        await cocher(page, `Sélectionner le rattachement à ${commune}`);
      await bouton(page, 'Supprimer rattachements').click();
      await titre(page, CONFIRMATION);
      await page.getByText('vos rattachements aux structures suivantes').waitFor();
      expect(await noms(page)).toEqual(["Commune d'Alvimare", 'Commune de Foucart']);
      await bonnePage(page);
      await page.getByRole('link', { name: 'Annuler' }).click();
      expect(await noms(page)).toHaveLength(9);
    });

    test('deletes the two at once', async () => {
      for (const commune of ["Commune d'Alvimare", 'Commune de Foucart'])
        await cocher(page, `Sélectionner le rattachement à ${commune}`);
      await bouton(page, 'Supprimer rattachements').click();
      await bouton(page, 'OK').click();
      await page.getByText('Vos rattachements sont supprimés.').waitFor();
      const restants = await noms(page);
      expect(restants).toHaveLength(7);
      expect(restants).not.toContain("Commune d'Alvimare");
    });
  });

  describe('the gestionnaire principal of the CCAS', () => {
    const bonnePage = bonnesPages(javaScript);
    let pauline: Page;
    let karim: Page;
    beforeAll(async () => {
      pauline = await ouvrir('pauline.dufour');
    });

    test('must say who takes the role before she leaves it', async () => {
      await pauline.getByRole('link', { name: `Supprimer le rattachement – ${CCAS}` }).click();
      await titre(pauline, CONFIRMATION);
      await pauline.getByText('votre rattachement à la structure suivante').waitFor();
      await pauline.getByText('vous désignerez votre successeur').waitFor();
      await bonnePage(pauline);
      await bouton(pauline, 'OK').click();
      await titre(pauline, DESIGNATION);
      await bonnePage(pauline);
      await bouton(pauline, 'Désigner').click();
      const manque = 'Choisissez la personne qui devient gestionnaire principal.';
      await pauline.getByRole('link', { name: manque }).waitFor();
      expect(await pauline.title()).toBe(`Erreur – ${DESIGNATION} – ${CCAS} – Portail Chorus`);
      await bonnePage(pauline);
    });

    test('hands it over, and stays as a user', async () => {
      await pauline.getByLabel('Karim LEMOINE').check();
      await bouton(pauline, 'Désigner').click();
      await pauline.getByText('Votre rôle est transmis.').waitFor();
      const role = pauline.locator('tr', { hasText: CCAS }).locator('[data-label="Rôle"]');
      expect(await role.textContent()).toContain('Utilisateur');
    });

    test('has a successor who is told by mail, and holds the role at once', async () => {
      const { text } = await attendreCourriel(
        monde.programme.maildev,
        'ccas@mairieterneuil.fr',
        'Vous êtes gestionnaire principal',
      );
      expect(text).toContain('Bonjour Karim LEMOINE');
      expect(text).toContain(CCAS);
      karim = await ouvrir('collegue.ccas');
      const role = karim.locator('tr', { hasText: CCAS }).locator('[data-label="Rôle"]');
      expect(await role.textContent()).toContain('Gestionnaire principal');
      await karim.locator('#menu').getByRole('link', { name: 'Accueil connecté' }).click();
      await karim.getByText(`gestionnaire principal de « ${CCAS} »`).waitFor();
      await karim.locator('#menu').getByText('Activités du gestionnaire').waitFor();
    });

    test('leaves for good, and is shown where to start again', async () => {
      await pauline.getByRole('link', { name: `Supprimer le rattachement – ${CCAS}` }).click();
      await bouton(pauline, 'OK').click();
      await pauline.getByText('Votre rattachement est supprimé.').waitFor();
      await pauline.getByText("Vous n'êtes rattaché à aucune structure").waitFor();
      await bonnePage(pauline);
    });

    test('once alone, cannot leave the structure without a manager', async () => {
      await karim.locator('#menu').getByRole('link', { name: 'Mon compte' }).click();
      await ouvrirMesRattachements(karim);
      await karim.getByRole('link', { name: `Supprimer le rattachement – ${CCAS}` }).click();
      await karim.getByText('Personne ne peut recevoir ce rôle').waitFor();
      expect(await bouton(karim, 'OK').count()).toBe(0);
      await bonnePage(karim);
      await karim.getByRole('link', { name: 'Annuler' }).click();
      expect(await noms(karim)).toEqual([CCAS]);
    });
  });
});
