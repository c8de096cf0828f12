// A structure never stays without a manager (model §3), in a real Chromium: the feed deactivates the principal, a secondaire
// takes over; where nobody is left, a colleague asks and a référent decides.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/platform/root.ts';
import { attendreCourriel } from './soutien/courriels.ts';
import { openBrowser } from './soutien/navigateur.ts';
import { run, temporaryFolder } from './soutien/programme.ts';
import { bonnesPages, entrer, ouvrirMonde, titre } from './soutien/rattachements.ts';

const MAIRIE = 'Mairie de Terneuil sur Seine';
const CCAS = 'CCAS Terneuil sur Seine';
const REPRENDRE = 'Reprendre le rôle de gestionnaire principal';

const browser = await openBrowser();
afterAll(() => browser.close());

type Monde = Awaited<ReturnType<typeof ouvrirMonde>>;

/** What the register says the day after: these people have left. */
async function partir({ programme }: Monde, identifiants: string[]): Promise<void> {
  const { folder, remove } = await temporaryFolder();
  const lignes = (await readFile(path.join(ROOT, 'demo/madrhas.jsonl'), 'utf8')).split('\n');
  const partis = lignes
    .filter(Boolean)
    .map((ligne) => JSON.parse(ligne))
    .filter(({ identifiantConnexion }) => identifiants.includes(identifiantConnexion))
    .map((compte) => JSON.stringify({ ...compte, etat: 'INACTIF' }));
  const fichier = path.join(folder, 'demain.jsonl');
  await writeFile(fichier, `${partis.join('\n')}\n`);
  const { PATH = '', HOME = '' } = process.env;
  const importe = run({ PATH, HOME, DATA_DIR: programme.dataDir }, ['importer-madrhas', fichier]);
  const code = await new Promise((resolve) => importe.on('exit', resolve));
  expect(code, importe.text()).toBe(0);
  await remove();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_how, javaScript) => {
  let monde: Monde;
  const ouvrir = (identifiant: string) => entrer(browser, monde.programme, identifiant, javaScript);
  const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const bonnePage = bonnesPages(javaScript);
  const consulter = (page: Page, structure: string) =>
    page.getByRole('link', { name: `Consulter la structure – ${structure}` }).click();

  beforeAll(async () => {
    monde = await ouvrirMonde();
  });
  afterAll(() => monde.fermer());

  describe('when the principal of the mairie leaves', () => {
    let page: Page;

    test('its secondaire is told on the sheet, and takes the role in one act', async () => {
      page = await ouvrir('second.mairie');
      await consulter(page, MAIRIE);
      await titre(page, MAIRIE);
      expect(await page.getByText('n’a plus de gestionnaire principal').count()).toBe(0);
      await partir(monde, ['gestion.mairie']);
      await page.reload();
      await page.getByText('Cette structure n’a plus de gestionnaire principal').waitFor();
      await bonnePage(page);
      await page.getByRole('link', { name: REPRENDRE }).click();
      await titre(page, REPRENDRE);
      await bonnePage(page);
      await bouton(page, 'Reprendre ce rôle').click();
      await page.getByText('Vous êtes maintenant gestionnaire principal.').waitFor();
    });

    test('the sheet no longer says so', async () => {
      await page.goto(`${monde.programme.portail}/mon-compte/rattachements`);
      const role = page.locator('tr', { hasText: MAIRIE }).locator('[data-label="Rôle"]');
      expect(await role.textContent()).toContain('Gestionnaire principal');
    });
  });

  describe('when the only manager of the CCAS leaves', () => {
    let karim: Page;
    let referent: Page;

    test('a colleague attached to all of it asks for the role, saying why', async () => {
      await partir(monde, ['pauline.dufour']);
      karim = await ouvrir('collegue.ccas');
      await consulter(karim, CCAS);
      await karim.getByRole('link', { name: REPRENDRE }).click();
      await karim.getByText(`Plus personne ne gère « ${CCAS} »`).waitFor();
      await bouton(karim, 'Envoyer la demande de reprise').click();
      await karim.getByRole('link', { name: /« Motif » : dites pourquoi vous/ }).waitFor();
      await bonnePage(karim);
      await karim.getByLabel('Motif').fill('Mme Dufour a pris sa retraite.');
      await bouton(karim, 'Envoyer la demande de reprise').click();
      await karim.getByText('Votre demande de reprise est envoyée au référent DGFiP.').waitFor();
      await titre(karim, `Demande de reprise : ${CCAS}`);
      await bonnePage(karim);
    });

    test('a référent finds it under their own tab', async () => {
      referent = await ouvrir('referent.dgfip');
      await referent.locator('#menu').getByRole('link', { name: 'Référent DGFiP' }).click();
      await titre(referent, 'Référent DGFiP');
      await referent.getByText('Reprise du rôle de gestionnaire principal').waitFor();
      await bonnePage(referent);
      await referent.getByRole('link', { name: 'Décider – Karim LEMOINE' }).click();
      await titre(referent, `Demande de reprise : ${CCAS}`);
      await referent.getByText('Mme Dufour a pris sa retraite.').first().waitFor();
      await bonnePage(referent);
    });

    test('refuses only with a reason, then accepts', async () => {
      await bouton(referent, 'Refuser la reprise').click();
      await referent.getByRole('link', { name: /« Motif » : il est obligatoire/ }).waitFor();
      await bouton(referent, 'Accepter la reprise').click();
      await referent.getByText('La reprise est acceptée').waitFor();
      await bonnePage(referent);
    });

    test('the colleague is told by mail, and is at work at the next page', async () => {
      const { text } = await attendreCourriel(
        monde.programme.maildev,
        'ccas@mairieterneuil.fr',
        'Vous êtes gestionnaire principal',
      );
      expect(text).toContain(CCAS);
      await karim.reload();
      await karim
        .locator('#menu')
        .getByRole('link', { name: /Activités du gestionnaire/ })
        .click();
      await titre(karim, /Activités du gestionnaire/);
    });
  });

  describe('the référent', () => {
    let referent: Page;

    test('sees the structures that nobody manages, by département', async () => {
      referent = await ouvrir('referent.dgfip');
      await referent.goto(`${monde.programme.portail}/referent`);
      await referent.getByLabel('Département').fill('76');
      await bouton(referent, 'Afficher').click();
      await referent.getByRole('rowheader', { name: "Commune d'Yébleron" }).waitFor();
      await bonnePage(referent);
    });

    test('names a gestionnaire secondaire there, with a reason', async () => {
      await referent
        .getByRole('link', { name: "Voir les gestionnaires – Commune d'Yébleron" })
        .click();
      await titre(referent, "Gestionnaires : Commune d'Yébleron");
      await bonnePage(referent);
      await bouton(referent, 'Valider').click();
      await referent.getByRole('link', { name: /choisissez quelqu’un dans la liste/ }).waitFor();
      await bonnePage(referent);
      await referent.locator('input[name="personne"]').first().check();
      await referent
        .getByLabel('Ce que vous faites')
        .selectOption('Nommer gestionnaire secondaire');
      await referent.getByLabel('Motif').fill('Plus personne ne gère la commune.');
      await bouton(referent, 'Valider').click();
      await referent.getByText('C’est fait. La personne est prévenue.').waitFor();
    });

    test('deactivates the account of who left, with a reason, and reactivates it', async () => {
      await referent.goto(`${monde.programme.portail}/referent`);
      await referent.getByLabel('Identifiant de connexion').fill('Inconnu');
      await bouton(referent, 'Ouvrir le compte').click();
      await referent.getByText('Aucun compte de votre ressort').waitFor();
      await bonnePage(referent);
      await referent.getByLabel('Identifiant de connexion').fill('collegue.ccas');
      await bouton(referent, 'Ouvrir le compte').click();
      await titre(referent, 'Compte de Karim LEMOINE');
      await referent.getByText('Seul gestionnaire').waitFor();
      await bonnePage(referent);
      await bouton(referent, 'Désactiver le compte').click();
      await referent.getByRole('link', { name: /« Motif » : il est obligatoire/ }).waitFor();
      await bonnePage(referent);
      await referent.getByLabel('Motif').fill('Parti sans que MADRHAS le sache.');
      await bouton(referent, 'Désactiver le compte').click();
      await referent.getByText('C’est fait. La personne est prévenue.').waitFor();
      await referent.getByText('Sans gestionnaire actif').waitFor();
      await bonnePage(referent);
      await referent.getByLabel('Motif').fill('Il est de retour.');
      await bouton(referent, 'Réactiver le compte').click();
      await referent.getByText('Seul gestionnaire').waitFor();
      const courriel = await attendreCourriel(
        monde.programme.maildev,
        'ccas@mairieterneuil.fr',
        'Votre compte est réactivé',
      );
      expect(courriel.text).toContain('Il est de retour.');
    });
  });
});
