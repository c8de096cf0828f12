// From a structure found to a request followed and withdrawn (guide p.10–11), with JavaScript and without.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './soutien/navigateur.ts';
import {
  bonnesPages,
  chercher,
  cocher,
  entrer,
  noms,
  ouvrirMonde,
  titre,
} from './soutien/rattachements.ts';

const CCAS = 'CCAS Terneuil sur Seine';
const MAIRIE = 'Mairie de Terneuil sur Seine';

const browser = await openBrowser();
afterAll(() => browser.close());

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('Camille Nguyen, %s,', (_how, javaScript) => {
  const bonnePage = bonnesPages(javaScript);
  let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
  let page: Page;

  const bouton = (name: string) => page.getByRole('button', { name, exact: true });
  const saisie = (nom: string) => page.getByLabel(nom, { exact: true }).inputValue();

  beforeAll(async () => {
    monde = await ouvrirMonde();
    page = await entrer(browser, monde.programme, 'simple.mairie', javaScript);
  });
  afterAll(() => monde.fermer());

  test('comes to the structures of her town', async () => {
    await page.getByRole('link', { name: 'Demander un rattachement' }).click();
    await chercher(page, { 'Raison sociale': 'terneuil', Ville: 'Terneuil sur Seine' });
    expect(await noms(page)).toEqual([CCAS, MAIRIE]);
  });

  test('is told that nothing is selected, where she selects', async () => {
    await bouton('Sélectionner').click();
    const resultats = page.locator('#resultats');
    await resultats.getByText('Sélectionnez une structure dans cette liste').waitFor();
    expect(await noms(page)).toHaveLength(2);
    await bonnePage(page);
  });

  test('selects the mairie, and sees what she has there and who will decide', async () => {
    await cocher(page, `Sélectionner la structure ${MAIRIE}`);
    await bouton('Sélectionner').click();
    await page.getByText('Étape 2 sur 2').waitFor();
    for (const texte of ['14700985600814', 'urbanisme@mairieterneuil.fr', 'Déjà rattaché'])
      await page.getByText(texte).waitFor();
    await page.getByText('Hélène AUBRY – Gestionnaire principal').waitFor();
    expect(await noms(page)).toEqual(['Urbanisme', 'Voirie']);
    await bonnePage(page);
  });

  test.runIf(javaScript)('counts as she types and ticks', async () => {
    await page.getByText('255 caractères restants').first().waitFor();
    await page.getByLabel('Commentaire').fill('Bonjour');
    await page.getByText('248 caractères restants').first().waitFor();
    await page.getByLabel('Tout sélectionner').check();
    await page.getByText('2 lignes sélectionnées').first().waitFor();
    expect(await page.locator('td input:checked').count()).toBe(2);
    await page.getByLabel('Tout sélectionner').uncheck();
    await page.getByText('0 ligne sélectionnée').first().waitFor();
  });

  test('is told all that is wrong at once, and finds what she typed', async () => {
    await page.getByLabel('Date de début de validité').fill('2030-06-01');
    await page.getByLabel('Date de fin de validité').fill('2030-05-31');
    await page.getByLabel('Commentaire').fill('é'.repeat(256));
    await bouton('Valider').click();
    await page.getByText('3 erreurs sont à corriger').waitFor();
    expect(await page.title()).toMatch(/^Erreur – Demander un rattachement – Mairie/);
    expect(await page.getByLabel('Date de fin de validité').inputValue()).toBe('2030-05-31');
    expect(await page.getByLabel('Commentaire').inputValue()).toBe('é'.repeat(256));
    await bonnePage(page);
    await page.getByRole('link', { name: /« Rattacher à la structure »/ }).click();
    expect(page.url()).toMatch(/#entiere$/);
  });

  test('corrects, sends it, and is back at the search with its criteria', async () => {
    await page.getByLabel('Date de fin de validité').fill('2030-12-31');
    await page.getByLabel('Commentaire').fill('Je remplace une collègue de la voirie.');
    await cocher(page, 'Demander le service Voirie');
    await bouton('Valider et rattacher à une autre structure').click();
    await page.getByText('Votre demande est envoyée. Choisissez la structure suivante.').waitFor();
    expect(await saisie('Raison sociale')).toBe('terneuil');
    expect(await saisie('Ville')).toBe('Terneuil sur Seine');
    expect(await noms(page)).toEqual([CCAS, MAIRIE]);
    await bonnePage(page);
  });

  test('asks for all of a commune that has no manager yet', async () => {
    await chercher(page, { 'Raison sociale': 'ecretteville les baons' });
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
    await bouton('Sélectionner').click();
    await page.getByText('votre demande ira au référent DGFiP').waitFor();
    expect(await page.getByLabel('Rattacher à la structure').isChecked()).toBe(true);
    await bonnePage(page);
    await bouton('Valider').click();
    await page.getByText('Votre demande est envoyée. Suivez-la plus bas').waitFor();
    const demandes = page.locator('section:has(> #demandes)');
    expect((await noms(page, 'section:has(> #demandes)')).sort()).toEqual([
      "Commune d'Écretteville-lès-Baons",
      MAIRIE,
    ]);
    expect(await demandes.getByText('En cours de validation').count()).toBe(2);
    await bonnePage(page);
  });

  test('is told that she asked already', async () => {
    await page.getByRole('link', { name: 'Consulter la structure' }).click();
    await page.getByRole('link', { name: 'Demander un service ou une période de plus' }).click();
    await page.getByText('Demande en cours').waitFor();
    await page.getByLabel('Date de début de validité').fill('2030-06-01');
    await cocher(page, 'Demander le service Voirie');
    await bouton('Valider').click();
    await page.getByRole('link', { name: /déjà une demande en cours/ }).waitFor();
    await bonnePage(page);
  });

  test('follows a request, and withdraws it', async () => {
    await page.getByRole('link', { name: 'Mes rattachements aux structures' }).click();
    await page.getByRole('link', { name: `Suivre la demande – ${MAIRIE}` }).click();
    await titre(page, `Demande de rattachement : ${MAIRIE}`);
    for (const mot of [
      'Voirie',
      'Du 1er juin 2030 au 31 décembre 2030',
      'Je remplace une collègue',
    ])
      await page.locator('#demande').getByText(mot).first().waitFor();
    const suivi = page.locator('#suivi');
    await suivi.getByText(/Camille NGUYEN, demandeur/).waitFor();
    expect(await suivi.getByRole('listitem').count()).toBe(1);
    await page.locator('#gestionnaires').getByText('Julien TESSIER').waitFor();
    await bonnePage(page);
    await page.getByRole('link', { name: 'Retirer la demande' }).click();
    await titre(page, 'Retirer une demande');
    await bonnePage(page);
    await bouton('Retirer la demande').click();
    await page.getByText('Votre demande est retirée.').waitFor();
    await page.getByText('Retirée', { exact: true }).waitFor();
    await page.getByRole('link', { name: `Suivre la demande – ${MAIRIE}` }).click();
    expect(await suivi.getByRole('listitem').count()).toBe(2);
    await suivi.getByText('Retirée par son auteur').waitFor();
    expect(await page.getByRole('link', { name: 'Retirer la demande' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Demander à nouveau' }).waitFor();
    await bonnePage(page);
  });
});
