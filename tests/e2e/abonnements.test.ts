// Espaces and abonnements (screens §7), in a real Chromium, the person and the manager each in their own window: asked,
// pending, accepted, a tab without a new sign-in; refused and asked again; two deleted.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './soutien/navigateur.ts';
import { bonnesPages, cocher, entrer, ouvrirMonde, titre } from './soutien/rattachements.ts';

const MAIRIE = 'Mairie de Terneuil sur Seine';
const CAMILLE = 'Camille NGUYEN';

const browser = await openBrowser();
afterAll(() => browser.close());

const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const lien = (page: Page | Locator, name: string | RegExp) => page.getByRole('link', { name });
const onglet = (page: Page, name: string) => lien(page.locator('#menu'), name);

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('an espace, %s,', (_how, javaScript) => {
  const bonnePage = bonnesPages(javaScript);
  let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
  let helene: Page;
  let camille: Page;

  beforeAll(async () => {
    monde = await ouvrirMonde();
    camille = await entrer(browser, monde.programme, 'simple.mairie', javaScript);
    helene = await entrer(browser, monde.programme, 'gestion.mairie', javaScript);
  });
  afterAll(() => monde.fermer());

  async function mesAbonnements(page: Page): Promise<void> {
    await onglet(page, 'Mon compte').click();
    await lien(page.locator('.fr-sidemenu'), 'Mes abonnements aux espaces').click();
    await titre(page, 'Mes abonnements aux espaces');
  }

  /** From the queue: the request of Camille for espaces. */
  async function examiner(): Promise<void> {
    await onglet(helene, 'Activités du gestionnaire').click();
    await lien(helene, 'Voir les demandes à décider').click();
    await lien(helene, `Examiner la demande – ${CAMILLE}`).first().click();
    await titre(helene, `Demande d’abonnement : ${MAIRIE}`);
  }

  test('is first opened on the structure by its manager', async () => {
    await onglet(helene, 'Activités du gestionnaire').click();
    await lien(helene, MAIRIE).first().click();
    await lien(helene.locator('.fr-sidemenu'), 'Espaces').click();
    for (const espace of ['Engagements', 'Factures de travaux']) {
      await helene.getByRole('button', { name: `Ouvrir – ${espace}` }).click();
      await helene.getByText('L’espace est ouvert.').waitFor();
    }
  });

  test('is asked for, once nothing is missing, and waits', async () => {
    await mesAbonnements(camille);
    await bonnePage(camille);
    await lien(camille, 'Ajouter un abonnement').click();
    await titre(camille, 'Ajouter un abonnement');
    await bonnePage(camille);
    await bouton(camille, 'Valider').click();
    await lien(camille, /« Espaces » : cochez au moins un espace/).waitFor();
    expect(await camille.title()).toMatch(/^Erreur – Ajouter un abonnement/);
    await bonnePage(camille);
    await cocher(camille, 'Demander pour le service Urbanisme');
    for (const espace of ['Engagements', 'Factures de travaux'])
      await camille.getByLabel(espace, { exact: true }).check();
    await camille.getByLabel('Modification').check();
    await bouton(camille, 'Valider').click();
    await camille.getByText('Votre demande est envoyée aux gestionnaires.').waitFor();
    expect(await camille.locator('td').getByText('EN COURS DE VALIDATION').count()).toBe(2);
    expect(await onglet(camille, 'Engagements').count()).toBe(0);
    await bonnePage(camille);
  });

  test('is accepted by the manager, in another window', async () => {
    await examiner();
    await helene.locator('#demande').getByText('Engagements – Urbanisme (Modification)').waitFor();
    await bonnePage(helene);
    await bouton(helene, 'Accepter').click();
    await helene.getByText('La demande est acceptée.').waitFor();
    await bonnePage(helene);
  });

  test('has its tab at the next page, without a new sign-in, and says what one has there', async () => {
    await onglet(camille, 'Accueil connecté').click();
    await onglet(camille, 'Engagements').click();
    await titre(camille, 'Engagements');
    await camille.getByText('Hélène AUBRY').waitFor();
    await bonnePage(camille);
  });

  test('refused, is asked again from the list', async () => {
    await helene.goBack();
    await onglet(helene, 'Activités du gestionnaire').click();
    await lien(helene, MAIRIE).first().click();
    await lien(helene.locator('.fr-sidemenu'), 'Espaces').click();
    await helene.getByRole('button', { name: 'Ouvrir – Factures à valider' }).click();
    await mesAbonnements(camille);
    await lien(camille, 'Ajouter un abonnement').click();
    await cocher(camille, 'Demander pour le service Urbanisme');
    await camille.getByLabel('Factures à valider', { exact: true }).check();
    await bouton(camille, 'Valider').click();
    await examiner();
    await helene.getByLabel('Motif du refus').fill('Voyez d’abord votre chef de service.');
    await bouton(helene, 'Refuser').click();
    await helene.getByText('La demande est refusée.').waitFor();
    await mesAbonnements(camille);
    await camille.getByText('Voyez d’abord votre chef de service.').waitFor();
    await bonnePage(camille);
    await lien(camille, /^Demander à nouveau/).click();
    expect(await camille.getByLabel('Factures à valider', { exact: true }).isChecked()).toBe(true);
    await bouton(camille, 'Valider').click();
    await lien(camille, /^Retirer la demande/).click();
    await titre(camille, 'Retirer une demande');
    await bonnePage(camille);
    await bouton(camille, 'Retirer la demande').click();
    await camille.getByText('Votre demande est retirée.').waitFor();
  });

  test('two are deleted together, after a confirmation', async () => {
    await mesAbonnements(camille);
    for (const espace of ['Engagements', 'Factures de travaux'])
      await cocher(camille, `Sélectionner ${espace}, ${MAIRIE}, Urbanisme`);
    await bouton(camille, 'Supprimer les abonnements cochés').click();
    await titre(camille, 'Fenêtre de confirmation');
    await camille.getByText('supprimer les abonnements suivants').waitFor();
    await bonnePage(camille);
    await bouton(camille, 'OK').click();
    await camille.getByText('Vos abonnements sont supprimés.').waitFor();
    expect(await onglet(camille, 'Engagements').count()).toBe(0);
    await bonnePage(camille);
  });

  test('is given by the manager without a request, and withdrawn with a reason', async () => {
    await onglet(helene, 'Activités du gestionnaire').click();
    await lien(helene, MAIRIE).first().click();
    await cocher(helene, `Sélectionner NGUYEN Camille, simple.mairie`);
    await bouton(helene, 'Donner un espace').click();
    await titre(helene, 'Donner un espace à une personne');
    await bonnePage(helene);
    await helene.getByLabel('Engagements', { exact: true }).check();
    await bouton(helene, 'Donner').click();
    await helene.getByText('Les espaces sont donnés.').waitFor();
    await bonnePage(helene);
    await mesAbonnements(camille);
    await onglet(camille, 'Engagements').waitFor();
    await lien(helene, /^Retirer – Engagements/).click();
    await titre(helene, 'Retirer un abonnement');
    await bonnePage(helene);
    await helene.getByLabel('Motif').fill('Mutation');
    await bouton(helene, 'Retirer').click();
    await helene.getByText('L’abonnement est retiré.').waitFor();
    await mesAbonnements(camille);
    expect(await onglet(camille, 'Engagements').count()).toBe(0);
  });
});
