// « Utilisateurs rattachés » (screens §9), in a real Chromium: a principal attaches, changes, names, delegates, suspends,
// detaches; the person is told.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jourCivil } from '../../src/platform/clock.ts';
import { attendreCourriel } from './soutien/courriels.ts';
import { openBrowser } from './soutien/navigateur.ts';
import {
  bonnesPages,
  cocher,
  entrer,
  noms,
  ouvrirMesRattachements,
  ouvrirMonde,
  telecharger,
  titre,
} from './soutien/rattachements.ts';

const MAIRIE = 'Mairie de Terneuil sur Seine';
const LISTE = 'Utilisateurs rattachés';
const THOMAS = 'MARCHAL Thomas';
const BOITE = 'thomas.marchal@cabinet-marchal.example';
const JOUR_MS = 86_400_000;
const dans = (jours: number) => jourCivil(new Date(Date.now() + jours * JOUR_MS));

const browser = await openBrowser();
afterAll(() => browser.close());

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('Hélène Aubry, %s,', (_how, javaScript) => {
  const bonnePage = bonnesPages(javaScript);
  let monde: Awaited<ReturnType<typeof ouvrirMonde>>;
  let page: Page;
  let thomas: Page;
  const bouton = (name: string) => page.getByRole('button', { name, exact: true });
  const lien = (name: string) => page.getByRole('link', { name, exact: true });
  const ouvrirListe = async () => {
    await page.locator('.fr-sidemenu').getByRole('link', { name: LISTE }).click();
    await titre(page, LISTE);
  };
  const recu = (objet: string, mots = '') =>
    attendreCourriel(monde.programme.maildev, BOITE, objet, mots);

  beforeAll(async () => {
    monde = await ouvrirMonde();
    page = await entrer(browser, monde.programme, 'gestion.mairie', javaScript);
    thomas = await entrer(browser, monde.programme, 'externe-xt', javaScript);
  });
  afterAll(() => monde.fermer());

  test('opens the people of her structure, and finds one', async () => {
    const fiche = await page
      .getByRole('link', { name: `Consulter la structure – ${MAIRIE}` })
      .getAttribute('href');
    await page.goto(`${monde.programme.portail}/gestionnaire${fiche}`);
    await titre(page, LISTE);
    expect(new URL(page.url()).pathname).toMatch(/\/utilisateurs$/);
    expect((await noms(page)).map((nom) => nom.split('\n')[0])).toEqual([
      'AUBRY Hélène',
      'NGUYEN Camille',
      'ROUSSEL Gérard',
      'TESSIER Julien',
    ]);
    await bonnePage(page);
    await page.getByLabel('Nom, prénom ou identifiant').fill('camille');
    await bouton('Afficher').click();
    await page.getByText('1 résultat', { exact: true }).waitFor();
  });

  test('attaches somebody by identifiant, once told what was missing', async () => {
    await lien('Rattacher une personne').click();
    await titre(page, 'Rattacher une personne');
    await bonnePage(page);
    await cocher(page, 'Donner le service Urbanisme');
    await bouton('Rattacher').click();
    await page
      .getByRole('link', { name: /« Identifiant de connexion » : saisissez celui/ })
      .waitFor();
    expect(await page.title()).toMatch(/^Erreur – /);
    await bonnePage(page);
    await page.getByLabel('Identifiant de connexion').fill('externe-xt');
    await bouton('Rattacher').click();
    await titre(page, THOMAS);
    await page.getByText('La personne est rattachée.').waitFor();
    expect(await noms(page)).toEqual(['Urbanisme']);
    await bonnePage(page);
    expect((await recu('Vous avez de nouveaux droits')).text).toContain(MAIRIE);
    await ouvrirMesRattachements(thomas);
    expect(await noms(thomas)).toEqual([MAIRIE]);
  });

  test('gives him the whole structure', async () => {
    await lien('Changer les services et la période').click();
    await titre(page, 'Changer les services et la période');
    await bonnePage(page);
    await page.getByLabel('Toute la structure').check();
    await bouton('Valider').click();
    await page.getByText('Le rattachement est modifié.').waitFor();
    expect(await noms(page)).toEqual(['Toute la structure']);
  });

  test('names him, which shows at his next page, and takes the role back', async () => {
    await lien('Nommer gestionnaire secondaire').click();
    await titre(page, 'Nommer gestionnaire secondaire');
    await bonnePage(page);
    await bouton('Nommer').click();
    await page.getByText('Le rôle est changé.').waitFor();
    await ouvrirMesRattachements(thomas);
    await thomas.locator('#menu').getByText('Activités du gestionnaire').waitFor();
    await lien('Retirer le rôle de gestionnaire secondaire').click();
    await bonnePage(page);
    await bouton('Retirer le rôle').click();
    await page.getByText('Le rôle est changé.').waitFor();
    await ouvrirMesRattachements(thomas);
    expect(await thomas.locator('#menu').getByText('Activités du gestionnaire').count()).toBe(0);
  });

  test('delegates to him for a week, dates in order', async () => {
    await lien('Déléguer').click();
    await titre(page, 'Déléguer');
    await bonnePage(page);
    await page.getByLabel('Date de fin').fill(dans(-3));
    await bouton('Déléguer').click();
    await page.getByRole('link', { name: 'elle ne peut pas venir avant' }).waitFor();
    await page.getByLabel('Date de fin').fill(dans(7));
    await bouton('Déléguer').click();
    await page.getByText('La délégation est donnée.').waitFor();
    await page.getByText('Délégué jusqu’au').waitFor();
    await ouvrirMesRattachements(thomas);
    await thomas.locator('#menu').getByText('Activités du gestionnaire').waitFor();
  });

  test('ends the delegation from the list', async () => {
    await ouvrirListe();
    await lien(`Mettre fin à la délégation – ${THOMAS}`).click();
    await titre(page, 'Mettre fin à la délégation');
    await bonnePage(page);
    await bouton('Mettre fin').click();
    await page.getByText('La délégation a pris fin.').waitFor();
    await page.getByText('Aucune délégation en cours').waitFor();
  });

  test('suspends him, and resumes him', async () => {
    await lien(THOMAS).click();
    await lien('Suspendre').click();
    await titre(page, 'Suspendre une personne');
    await bonnePage(page);
    await page.getByLabel('Motif').fill('Absence de longue durée');
    await bouton('Suspendre').click();
    await page.getByText('Le rattachement est suspendu.').waitFor();
    await ouvrirMesRattachements(thomas);
    await thomas.locator('tbody').getByText('Désactivé').waitFor();
    await lien('Reprendre').click();
    await titre(page, 'Mettre fin à la suspension d’une personne');
    await bouton('Reprendre').click();
    await page.getByText('Le rattachement n’est plus suspendu.').waitFor();
  });

  test('told him each time, with the reason', async () => {
    const perdu = 'Vos droits sur une structure ont changé';
    await recu(perdu, 'Absence de longue durée');
    await recu(perdu, 'Votre délégation');
    await recu('Vous avez de nouveaux droits', 'n’est plus suspendu');
  });

  test('copies his rights to a colleague', async () => {
    await lien('Copier ses droits vers une autre personne').click();
    await titre(page, `Copier les droits de ${THOMAS}`);
    await bonnePage(page);
    await page.getByLabel('Identifiant de connexion de la personne').fill('simple.mairie');
    await bouton('Copier').click();
    await titre(page, 'NGUYEN Camille');
    expect(await noms(page)).toEqual(['Toute la structure', 'Urbanisme']);
  });

  test('acts on two at once, and reads what became of each', async () => {
    await ouvrirListe();
    await bouton('Suspendre').click();
    await page.getByText('Cochez d’abord, dans la liste').waitFor();
    for (const nom of ['NGUYEN Camille', 'ROUSSEL Gérard'])
      await cocher(page, `Sélectionner ${nom}`);
    await bouton('Reprendre').click();
    await titre(page, 'Mettre fin à la suspension de 2 personnes');
    expect(await noms(page)).toHaveLength(2);
    await bonnePage(page);
    await bouton('Reprendre').click();
    await titre(page, 'Compte rendu');
    await page.getByText('N’était pas suspendu').waitFor();
    await page.getByText('Son compte est désactivé.').waitFor();
    await bonnePage(page);
    await lien('Revenir à la liste').click();
  });

  test('exports the list', async () => {
    const { nom, octets } = await telecharger(page, 'Exporter (CSV)');
    expect(nom).toBe('utilisateurs.csv');
    expect(octets.toString('utf8')).toMatch(/MARCHAL;Thomas;externe-xt/);
  });

  test('detaches him with a reason, that he reads', async () => {
    await lien(THOMAS).click();
    await lien('Détacher').click();
    await titre(page, 'Détacher une personne');
    await bouton('Détacher').click();
    await page.getByRole('link', { name: 'dites pourquoi, la personne le lira' }).waitFor();
    await bonnePage(page);
    await page.getByLabel('Motif').fill('Fin de votre mission');
    await bouton('Détacher').click();
    await page.getByText('La personne est détachée.').waitFor();
    expect((await noms(page)).join()).not.toContain('MARCHAL');
    const { text } = await recu('Vos droits sur une structure ont changé', 'Fin de votre mission');
    expect(text).toContain('Vous n’êtes plus rattaché');
    expect(text).toContain(MAIRIE);
    await ouvrirMesRattachements(thomas);
    await thomas.getByText("Vous n'êtes rattaché à aucune structure").waitFor();
  });
});
