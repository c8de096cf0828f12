// Requests and those who decide on them (screens §9), in a real Chromium, each person in their own window: the queue, one
// narrowed, several refused and accepted at once, the mail, the new tab, the timeline.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attendreCourriel } from './soutien/courriels.ts';
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

const MAIRIE = 'Mairie de Terneuil sur Seine';
const CAMILLE = 'Camille NGUYEN';
const THOMAS = 'Thomas MARCHAL';
const MOTIF = 'Voyez d’abord votre chef de service.';

const browser = await openBrowser();
afterAll(() => browser.close());

const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const lien = (page: Page | Locator, name: string | RegExp) => page.getByRole('link', { name });
const onglet = (page: Page, name: string) => lien(page.locator('#menu'), name);

/** From the list of one's rattachements: asks the mairie for a service, or for all of it. */
async function demander(page: Page, service: string | null): Promise<void> {
  await lien(page, 'Demander un rattachement').click();
  await chercher(page, { 'Raison sociale': 'mairie de terneuil', Ville: 'Terneuil sur Seine' });
  await cocher(page, `Sélectionner la structure ${MAIRIE}`);
  await bouton(page, 'Sélectionner').click();
  if (service === null) await page.getByLabel('Rattacher à la structure').check();
  else await cocher(page, `Demander le service ${service}`);
  await bouton(page, 'Valider').click();
  await page.getByText('Votre demande est envoyée. Suivez-la plus bas').waitFor();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('requests on the mairie, %s,', (_how, javaScript) => {
  const bonnePage = bonnesPages(javaScript);
  let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
  let helene: Page;
  let julien: Page;
  let camille: Page;
  let thomas: Page;
  const ouvrir = (identifiant: string) => entrer(browser, monde.programme, identifiant, javaScript);

  beforeAll(async () => {
    monde = await ouvrirMonde();
    camille = await ouvrir('simple.mairie');
    thomas = await ouvrir('externe-xt');
    helene = await ouvrir('gestion.mairie');
    julien = await ouvrir('second.mairie');
  });
  afterAll(() => monde.fermer());

  test('come from two people, who change their mind or not', async () => {
    await demander(camille, 'Voirie');
    await demander(camille, null);
    await demander(thomas, 'Urbanisme');
    await demander(thomas, 'Voirie');
    await lien(thomas, `Retirer la demande – ${MAIRIE}`).first().click();
    await titre(thomas, 'Retirer une demande');
    await bonnePage(thomas);
    await lien(thomas, 'Annuler').click();
    await titre(thomas, `Demande de rattachement : ${MAIRIE}`);
  });

  test('are told to the manager on every page, and first of all on the home page', async () => {
    await onglet(helene, 'Accueil connecté').click();
    await helene.getByText('4 demandes attendent votre décision').waitFor();
    await helene.locator('#menu').getByText('4 demandes à décider').waitFor();
    await bonnePage(helene);
    await onglet(helene, 'Activités du gestionnaire').click();
    await titre(helene, 'Activités du gestionnaire');
    expect(await noms(helene)).toHaveLength(1);
    await bonnePage(helene);
    await lien(helene, 'Voir les demandes à décider').click();
    await titre(helene, 'Demandes à décider (4)');
    expect(await noms(helene)).toHaveLength(4);
    await bonnePage(helene);
  });

  test('are found by who asks, and sorted', async () => {
    await lien(helene, 'Demandeur').click();
    const tries = await noms(helene);
    expect(tries.map((nom) => nom.split('\n')[0])).toEqual([THOMAS, THOMAS, CAMILLE, CAMILLE]);
    await helene.getByLabel('Nom ou identifiant du demandeur').fill('nguyen camille');
    await bouton(helene, 'Afficher').click();
    await helene.getByText('2 résultats', { exact: true }).waitFor();
  });

  test('are to be ticked before anything is decided', async () => {
    await bouton(helene, 'Refuser les demandes cochées').click();
    await helene.getByText('Cochez d’abord, dans la liste').waitFor();
    expect(await noms(helene)).toHaveLength(2);
    await bonnePage(helene);
  });

  test('are refused together, with a reason that may not be left out', async () => {
    const boites = helene.locator('td label');
    for (const rang of [0, 1]) await boites.nth(rang).click();
    await bouton(helene, 'Refuser les demandes cochées').click();
    await titre(helene, 'Refuser des demandes');
    await helene.getByText('Vous allez refuser ces 2 demandes.').waitFor();
    await bonnePage(helene);
    await bouton(helene, 'Refuser').click();
    await lien(helene, /« Motif » : il est obligatoire/).waitFor();
    expect(await helene.title()).toMatch(/^Erreur – Refuser des demandes/);
    await bonnePage(helene);
    await helene.getByLabel('Motif du refus').fill(MOTIF);
    await bouton(helene, 'Refuser').click();
    await titre(helene, 'Ce qui a été décidé');
    expect(await helene.getByText('Refusée', { exact: true }).count()).toBe(2);
    await bonnePage(helene);
  });

  test('are told refused by mail and on the timeline, with the reason', async () => {
    const { maildev } = monde.programme;
    const { text } = await attendreCourriel(maildev, 'urbanisme@mairieterneuil.fr', 'est refusée');
    expect(text).toContain(MOTIF);
    await lien(camille, `Suivre la demande – ${MAIRIE}`).first().click();
    const suivi = camille.locator('#suivi');
    await suivi.getByText('Hélène AUBRY, gestionnaire principal').waitFor();
    await suivi.getByText(MOTIF).waitFor();
    await bonnePage(camille);
  });

  test('may be granted in part by another manager, who first asks for too much', async () => {
    await onglet(julien, 'Activités du gestionnaire').click();
    await lien(julien, 'Voir les demandes à décider').click();
    await lien(julien, `Examiner la demande – ${THOMAS}`).first().click();
    await titre(julien, `Demande de rattachement : ${MAIRIE}`);
    await bonnePage(julien);
    await julien.getByLabel('Date de début de validité').fill('2020-01-01');
    await bouton(julien, 'Accepter').click();
    await lien(julien, /Vous pouvez accorder moins que ce qui est demandé/).waitFor();
    expect(await julien.title()).toMatch(/^Erreur – Demande de rattachement/);
    await bonnePage(julien);
  });

  test('are accepted together: who comes second is told what the first one did', async () => {
    await lien(helene, 'Revenir aux demandes à décider').click();
    await lien(helene, 'Afficher toutes les demandes').click();
    await titre(helene, 'Demandes à décider (2)');
    for (const rang of [0, 1]) await helene.locator('td label').nth(rang).click();
    await bouton(helene, 'Accepter les demandes cochées').click();
    await titre(helene, 'Accepter des demandes');
    await bonnePage(helene);
    // Meanwhile, in the other window.
    const [debut = ''] = await julien
      .locator('#dateDebut')
      .evaluateAll((champs) => champs.map((champ) => champ.getAttribute('min') ?? ''));
    await julien.getByLabel('Date de début de validité').fill(debut);
    await julien.getByLabel('Date de fin de validité').fill('2040-12-31');
    await bouton(julien, 'Accepter').click();
    await julien.getByText('La demande est acceptée.').waitFor();
    await julien.getByText('Rattachement accordé').waitFor();
    await bonnePage(julien);
    await bouton(helene, 'Accepter').click();
    await titre(helene, 'Ce qui a été décidé');
    await helene.getByText('Déjà acceptée par Julien TESSIER').waitFor();
    expect(await helene.getByText('Acceptée', { exact: true }).count()).toBe(1);
    await bonnePage(helene);
    await lien(helene, 'Revenir aux demandes à décider').click();
    await titre(helene, 'Demandes à décider (0)');
    await helene.getByText('Aucune demande n’attend votre décision').waitFor();
    await bonnePage(helene);
  });

  test('give the person mail, tabs and the timeline at once', async () => {
    const { maildev } = monde.programme;
    const adresse = 'thomas.marchal@cabinet-marchal.example';
    const { text } = await attendreCourriel(maildev, adresse, 'est acceptée');
    expect(text).toContain(MAIRIE);
    await onglet(thomas, 'Accueil connecté').click();
    await onglet(thomas, 'Factures reçues').waitFor();
    await onglet(thomas, 'Mon compte').click();
    await lien(thomas.locator('.fr-sidemenu'), 'Mes rattachements aux structures').click();
    await lien(thomas, `Suivre la demande – ${MAIRIE}`).last().click();
    await thomas.locator('#suivi').getByText('Acceptée', { exact: true }).waitFor();
    await bonnePage(thomas);
  });
});
