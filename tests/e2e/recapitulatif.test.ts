// The digest in a real Chromium, a real worker and a real mailbox: chosen, previewed, received, stopped by its header.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adresses } from '../../src/domain/adresses.ts';
import { annoncerAuCompte, annoncerAuxTitulaires } from '../../src/domain/evenement/queries.ts';
import { portLibre } from '../../src/pigp/navigateur.test-helper.ts';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';
import { startService } from '../../src/service.ts';
import { cookieNames } from '../../src/web/commun/cookies.ts';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { reserverBoite } from '../soutien/boite.ts';
import { reglages } from '../soutien/portail.ts';
import { toutEstVu } from '../soutien/releves.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  heures,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../soutien/scene.ts';
import { newVisitor, openBrowser } from './soutien/navigateur.ts';
import { bonnesPages, titre } from './soutien/rattachements.ts';

const MARDI = new Date('2026-11-24T06:30:00Z');
const browser = await openBrowser();
afterAll(() => browser.close());

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the digest, %s,', async (_how, javaScript) => {
  const base = await baseDeTest();
  const { sql, proprietaire } = base;
  const bonnePage = bonnesPages(javaScript);
  const boite = await reserverBoite();
  const url = `http://127.0.0.1:${await portLibre()}`;
  let page: Page;
  let compteId: number;
  let structureId: number;
  const ouverts: { stop(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const ouvert of ouverts.reverse()) await ouvert.stop();
  });

  beforeAll(async () => {
    await ouvrirMois(proprietaire);
    await base.regler(INSTANT);
    ouverts.push(await boite.ouvrir());
    const mail = { smtpUrl: boite.smtpUrl, from: 'Portail <portail@example.org>', dkim: null };
    const settings = reglages(base, { port: Number(new URL(url).port), publicUrl: url, mail });
    ouverts.push(await startService(settings, ['web', 'worker']));
    compteId = await creerCompte(sql, { adresseElectronique: 'pauline@terneuil.fr' });
    structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
    await rattacher(sql, compteId, structureId);
    const jeton = nouveauJeton();
    await sql`
      insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
      values (${empreinte(jeton)}, ${compteId}, 'essai', 'essai', ${INSTANT}, ${apres(MARDI, heures(-1))})`;
    const visiteur = await newVisitor(browser, javaScript);
    await visiteur.addCookies([{ name: cookieNames(url).session, value: jeton, url }]);
    page = await visiteur.newPage();
  });

  async function passer(instant: Date): Promise<void> {
    await toutEstVu(base);
    await base.regler(instant);
    await proprietaire`select graphile_worker.add_job('envoyer-releves')`;
    await expect
      .poll(
        async () => {
          const jobs = await proprietaire`
            select from graphile_worker.jobs where task_identifier = 'envoyer-releves'`;
          return jobs.length;
        },
        { timeout: 15_000 },
      )
      .toBe(0);
  }

  test('is chosen subject by subject, where a mail’s link lands', async () => {
    await page.goto(`${url}${adresses.parametres}#sujet-FACTURE`);
    await titre(page, 'Mes paramètres');
    await page.getByLabel('Suivi des factures').selectOption('Une fois par jour ouvré');
    await page.locator('#sujet-RATTACHEMENT').selectOption('Jamais');
    await bonnePage(page);
    await page.getByRole('button', { name: 'Valider' }).click();
    await page.getByText('Jamais (1 sujet)').waitFor();
  });

  test('is previewed, empty, then full', async () => {
    await page.goto(`${url}${adresses.parametres}`);
    await page.getByRole('link', { name: 'Voir mon prochain récapitulatif' }).click();
    await titre(page, 'Aperçu du récapitulatif');
    await page.getByText('Rien à dire pour le moment').waitFor();
    const droit = { structureId, serviceId: null, espace: 'FACTURES_RECUES' };
    await sql.begin(async (tx) => {
      await annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', INSTANT);
      await annoncerAuxTitulaires(tx, droit, 'FACTURE', INSTANT, {
        numero: 'F2026-118',
        statut: 'MANDATEE',
        role: 'DESTINATAIRE',
        emetteur: 'Menuiserie Blin',
        destinataire: 'Mairie de Terneuil',
      });
    });
    await toutEstVu(base);
    await page.reload();
    await page.getByText('Ce message partirait le').waitFor();
    expect(await page.locator('main').textContent()).toContain('Facture F2026-118');
    await bonnePage(page);
  });

  test('is received as it was previewed', async () => {
    const lignes = await page.locator('main li a').allTextContents();
    await passer(MARDI);
    const [recu] = await boite.attendre(1);
    expect(recu?.subject).toMatch(/^Vos notifications du 24\s*novembre\s*2026$/);
    for (const ligne of lignes) expect(recu?.text).toContain(ligne);
  });

  test('is stopped by the POST of its header, without signing in, once for all', async () => {
    const [recu] = await boite.courriels();
    const source = await boite.source(recu?.id ?? '');
    const [, lien = ''] =
      /^List-Unsubscribe: <([^>]+)>/m.exec(source.replaceAll(/\r\n\s+/g, ' ')) ?? [];
    const reponse = await fetch(lien, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'manual',
    });
    expect(reponse.status).toBe(200);
    await sql.begin((tx) => annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', MARDI));
    await passer(apres(MARDI, heures(24)));
    expect((await boite.courriels()).length).toBe(1);
    await page.goto(lien);
    await titre(page, 'Ne plus recevoir ces messages');
    await bonnePage(page);
    await page.getByRole('button', { name: 'Ne plus les recevoir' }).click();
    await page.getByText('C’est fait').waitFor();
    await bonnePage(page);
  });
});
