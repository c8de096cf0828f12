// What the journeys of the rattachements do again and again: enter, search, tick, download, check a page.
import { buffer } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { dossierPret } from './dossier-pret.ts';
import { enterThroughPigp, expectGoodPage, newVisitor } from './navigateur.ts';
import { embeddedEnvironment, type Programme, startProgramme, stopLeftovers } from './programme.ts';

/** A portal of its own for a journey, and how to leave nothing of it. */
export async function ouvrirMonde(): Promise<{ programme: Programme; fermer(): Promise<void> }> {
  const { folder, remove } = await dossierPret();
  const programme = await startProgramme(await embeddedEnvironment(folder));
  return {
    programme,
    async fermer() {
      await stopLeftovers();
      await remove();
    },
  };
}

/** Somebody in their own browser, through PIGP, on the list of their rattachements. */
export async function entrer(
  browser: Browser,
  { pigp }: Programme,
  identifiant: string,
  javaScript: boolean,
): Promise<Page> {
  const page = await (await newVisitor(browser, javaScript)).newPage();
  await enterThroughPigp(page, pigp, identifiant);
  const premiere = new URL(page.url()).pathname === '/premiere-connexion';
  if (premiere) await page.getByRole('button', { name: 'Valider' }).click();
  await page.locator('#menu').getByRole('link', { name: 'Mon compte' }).click();
  await ouvrirMesRattachements(page);
  return page;
}

/** The list, from the menu of « Mon compte ». */
export async function ouvrirMesRattachements(page: Page): Promise<void> {
  const menu = page.locator('.fr-sidemenu');
  await menu.getByRole('link', { name: 'Mes rattachements aux structures' }).click();
  await titre(page, 'Mes rattachements aux structures');
}

/** Waits for the page that has this title. */
export async function titre(page: Page, nom: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: nom }).waitFor();
}

/** Checks each page shown to it, and that no other address has its title. */
export function bonnesPages(javaScript: boolean): (page: Page) => Promise<void> {
  const titres = new Map<string, string>();
  return async (page) => {
    const nom = await expectGoodPage(page, javaScript);
    const { pathname } = new URL(page.url());
    expect(titres.get(nom) ?? pathname, `title « ${nom} »`).toBe(pathname);
    titres.set(nom, pathname);
  };
}

/** Searches from blank criteria, by the fields that people see. */
export async function chercher(page: Page, criteres: Record<string, string>): Promise<void> {
  const effacer = page.getByRole('link', { name: 'Effacer les critères' });
  if (await effacer.count()) await effacer.click();
  for (const [champ, valeur] of Object.entries(criteres)) {
    await page.getByLabel(champ, { exact: true }).fill(valeur);
  }
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await page.getByRole('heading', { level: 2, name: 'Résultats' }).waitFor();
}

/** The names that a table of the page shows, from top to bottom. */
export function noms(page: Page, partie = 'main'): Promise<string[]> {
  return page.locator(`${partie} tbody th`).allInnerTexts();
}

/** Ticks the box that this sentence names: its label is the whole cell. */
export async function cocher(page: Page, phrase: string): Promise<void> {
  await page.locator('td label', { hasText: phrase }).click();
}

/** What a link of the page gives to keep. */
export async function telecharger(
  page: Page,
  lien: string,
): Promise<{ nom: string; octets: Buffer }> {
  const promis = page.waitForEvent('download');
  await page.getByRole('link', { name: lien }).click();
  const recu = await promis;
  return { nom: recu.suggestedFilename(), octets: await buffer(await recu.createReadStream()) };
}
