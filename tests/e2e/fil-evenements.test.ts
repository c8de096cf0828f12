// The feed (screens §4) in a real Chromium: it fills after a call of the invoicing system and after
// an act, is narrowed, paged, marked as read; the token of the call is made by the program's own
// command.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/platform/root.ts';
import { dossierPret } from './soutien/dossier-pret.ts';
import { openBrowser } from './soutien/navigateur.ts';
import {
  embeddedEnvironment,
  type Programme,
  startProgramme,
  stopLeftovers,
} from './soutien/programme.ts';
import { bonnesPages, entrer, titre } from './soutien/rattachements.ts';

const MAIRIE = { typeIdentifiant: 'SIRET', identifiant: '14700985600814' };
const FOURNISSEUR = { typeIdentifiant: 'SIRET', identifiant: '00000000000000' };
const FACTURES = 30;

const browser = await openBrowser();
afterAll(() => browser.close());

const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const lien = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
// The news of the home page come after the feed.
const evenements = (page: Page) => page.locator('.pc-feed').first().locator('> li');
const nonLus = (page: Page) => page.locator('.pc-feed').getByText('Non lu', { exact: true });

/** The token that the operator's command prints, the portal running. */
function creerJeton(env: Record<string, string>): string {
  const args = ['creer-jeton', '--portee', 'evenements', '--source', 'AIFE'];
  const sortie = execFileSync(process.execPath, [path.join(ROOT, 'dist/main.js'), ...args], {
    env,
  });
  return sortie.toString().split('\n')[1] ?? '';
}

async function poster({ portail }: Programme, jeton: string, debut: number, nombre: number) {
  const dateEvenement = new Date().toISOString();
  const lignes = Array.from({ length: nombre }, (_, n) => ({
    idEvenement: `e-${debut + n}`,
    dateEvenement,
    numeroFacture: `F2026-${debut + n}`,
    statut: n === nombre - 1 ? 'REJETEE' : 'DEPOSEE',
    emetteur: FOURNISSEUR,
    destinataire: MAIRIE,
    montantTtc: 1200.5,
    motif: n === nombre - 1 ? 'Bon de commande absent' : null,
  }));
  const reponse = await fetch(`${portail}/evenements/v1/factures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${jeton}`, 'content-type': 'application/x-ndjson' },
    body: lignes.map((ligne) => JSON.stringify(ligne)).join('\n'),
  });
  return { statut: reponse.status, ...((await reponse.json()) as object) };
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the feed of a manager, %s,', (_how, javaScript) => {
  const bonnePage = bonnesPages(javaScript);
  let programme: Programme;
  let jeton: string;
  let helene: Page;
  let retirer: () => Promise<void>;

  beforeAll(async () => {
    const { folder, remove } = await dossierPret();
    retirer = remove;
    const env = await embeddedEnvironment(folder);
    programme = await startProgramme(env);
    jeton = creerJeton(env);
    helene = await entrer(browser, programme, 'gestion.mairie', javaScript);
  });
  afterAll(async () => {
    await stopLeftovers();
    await retirer();
  });

  test('begins empty', async () => {
    await helene.goto(`${programme.portail}/evenements`);
    await titre(helene, "Fil d'événements");
    await helene.getByText("Aucun fil d'événements trouvé.").waitFor();
    await bonnePage(helene);
  });

  test('fills with invoices once the invoicing system has posted them, and only once', async () => {
    const attendu = { statut: 200, recues: FACTURES, refusees: 0, refus: [] };
    const premier = await poster(programme, jeton, 1, FACTURES);
    expect(premier).toEqual({ ...attendu, acceptees: FACTURES, dejaRecues: 0 });
    const encore = await poster(programme, jeton, 1, FACTURES);
    expect(encore).toEqual({ ...attendu, acceptees: 0, dejaRecues: FACTURES });
    await helene.goto(programme.portail);
    await helene.getByText(`${FACTURES} événements non lus`).waitFor();
    expect(await evenements(helene).count()).toBe(10);
    await lien(helene, /Facture F2026-30 .* : rejetée\.$/).waitFor();
    await helene.getByText(/^Montant.: 1.200,50.€ TTC\. Motif.: Bon de commande absent$/).waitFor();
    await bonnePage(helene);
  });

  test('goes by pages, there and back', async () => {
    await lien(helene, 'Tous les événements').click();
    await titre(helene, "Fil d'événements");
    expect(await evenements(helene).count()).toBe(25);
    await lien(helene, 'Plus anciens').click();
    await lien(helene, /F2026-5 /).waitFor();
    expect(await evenements(helene).count()).toBe(5);
    await lien(helene, 'Plus récents').click();
    await lien(helene, /F2026-30 /).waitFor();
    expect(await evenements(helene).count()).toBe(25);
  });

  test('is marked as read, all that the page showed; what comes after is unread', async () => {
    expect(await nonLus(helene).count()).toBe(25);
    await poster(programme, jeton, 31, 1);
    await bouton(helene, 'Tout marquer comme lu').click();
    await helene.getByText('Les événements sont marqués comme lus.').waitFor();
    expect(await nonLus(helene).count()).toBe(1);
    await bonnePage(helene);
  });

  test('tells an act as soon as it is done', async () => {
    await helene.goto(`${programme.portail}/mon-compte/informations-personnelles`);
    await helene.getByLabel('Téléphone').fill('01 99 00 00 99');
    await bouton(helene, 'Valider').click();
    await titre(helene, 'Mon compte');
    await helene.goto(programme.portail);
    await helene.getByText('2 événements non lus').waitFor();
    const [premier] = await evenements(helene).allTextContents();
    expect(premier).toContain('Vos informations personnelles ont été modifiées.');
    await lien(helene, 'Vos informations personnelles ont été modifiées.').click();
    await titre(helene, 'Mes informations personnelles');
  });

  test('is narrowed to a family, to nothing, and widened again', async () => {
    await helene.goto(`${programme.portail}/evenements`);
    await helene.getByLabel('Famille').selectOption('Compte utilisateur');
    await bouton(helene, 'Afficher').click();
    expect(await evenements(helene).count()).toBe(1);
    await bonnePage(helene);
    await helene.getByLabel('Famille').selectOption('Sollicitations');
    await bouton(helene, 'Afficher').click();
    await helene.getByText('Aucun événement ne correspond à ce filtre.').waitFor();
    await bonnePage(helene);
    await lien(helene, 'Effacer le filtre').click();
    expect(await evenements(helene).count()).toBe(25);
  });
});
