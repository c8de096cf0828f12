// One-click unsubscription over HTTP (RFC 8058): a POST acts, from anywhere, once; a GET shows; nothing is told.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { texteVisible } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerStructure,
  INSTANT,
  journalDe,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { adresseDesabonnement, adresses } from '../../domain/adresses.ts';
import type { CibleDeDesabonnement } from '../../domain/notification/preferences.ts';
import { nouveauJeton } from '../../platform/jetons.ts';

let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

async function lien(cible: CibleDeDesabonnement) {
  const id = await creerCompte(base.sql);
  const jeton = nouveauJeton();
  await base.sql`
    insert into jeton_desabonnement (jeton, compte_id, cible) values (${jeton}, ${id}, ${cible})`;
  return { id, chemin: adresseDesabonnement(jeton) };
}
const choix = async (id: number) => {
  const rows = await base.sql<{ sujet: string; rythme: string }[]>`
    select sujet, rythme from preference_notification where compte_id = ${id} order by sujet`;
  return rows.map(({ sujet, rythme }) => `${sujet} ${rythme}`);
};
/** As a mailbox sends it: no cookie, no origin, no site. */
const clic = (chemin: string) =>
  portail.anonyme.post(
    chemin,
    { 'List-Unsubscribe': 'One-Click' },
    { 'sec-fetch-site': undefined },
  );

describe('a link of unsubscription', () => {
  test('opened shows a button, and changes nothing', async () => {
    const { id, chemin } = await lien('FACTURE');
    const page = await portail.anonyme.get(chemin);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`<form method="post" action="${chemin}">`);
    expect(page.body).toContain(adresses.parametres);
    expect(await choix(id)).toEqual([]);
  });

  test('posted by a mailbox stops its subject, and says so without a redirect', async () => {
    const { id, chemin } = await lien('FACTURE');
    const reponse = await clic(chemin);
    expect(reponse.statusCode).toBe(200);
    expect(texteVisible(reponse.body)).toContain('C’est fait');
    expect(await choix(id)).toEqual(['FACTURE JAMAIS']);
    const [ligne] = await journalDe(base.sql, id);
    expect(ligne).toMatchObject({ acte: 'PARAMETRES_MODIFIES', acteurCompteId: null });
  });

  test('posted as a form with parts would travel works too', async () => {
    const { id, chemin } = await lien('FACTURE');
    const corps = Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    );
    const type = 'multipart/form-data; boundary=b';
    const entetes = { 'sec-fetch-site': undefined };
    const reponse = await portail.anonyme.envoyer(chemin, { type, corps }, entetes);
    expect(reponse.statusCode).toBe(200);
    expect(await choix(id)).toEqual(['FACTURE JAMAIS']);
  });

  test('posted twice says the same and writes once', async () => {
    const { id, chemin } = await lien('FACTURE');
    const [une, deux] = [await clic(chemin), await clic(chemin)];
    expect(texteVisible(deux.body)).toBe(texteVisible(une.body));
    expect((await journalDe(base.sql, id)).length).toBe(1);
  });

  test('of a whole digest stops all that comes by digest, not what comes at once', async () => {
    const { id, chemin } = await lien('RELEVE');
    await clic(chemin);
    const tus = await choix(id);
    expect(tus).toContain('COMPTE JAMAIS');
    expect(tus.join()).not.toContain('FACTURE_BLOQUEE');
    // Managing nothing, they are not told of it: as a manager, later, they choose.
    expect(tus.join()).not.toMatch(/RECAPITULATIF|DEMANDES_A_DECIDER/);
  });

  test('leaves the only manager of a structure a weekly reminder', async () => {
    const { id, chemin } = await lien('RELEVE');
    await rattacher(base.sql, id, await creerStructure(base.sql), 'GESTIONNAIRE_PRINCIPAL');
    await clic(chemin);
    expect(await choix(id)).toContain('DEMANDES_A_DECIDER HEBDOMADAIRE');
  });

  test('unknown answers as a known one does', async () => {
    const { chemin } = await lien('FACTURE');
    const inconnu = adresseDesabonnement('x'.repeat(43));
    const [connu, autre] = [await clic(chemin), await clic(inconnu)];
    expect(autre.statusCode).toBe(connu.statusCode);
    expect(texteVisible(autre.body)).toBe(texteVisible(connu.body));
    const [vu, autreVu] = [await portail.anonyme.get(chemin), await portail.anonyme.get(inconnu)];
    expect(texteVisible(autreVu.body)).toBe(texteVisible(vu.body));
  });

  test('makes a settings form open elsewhere out of date', async () => {
    const { id, chemin } = await lien('FACTURE');
    const visiteur = await portail.connecter(id);
    await clic(chemin);
    const saisie = { version: '1', langue: 'fr', recevoirNotifications: 'oui' };
    const reponse = await visiteur.post(adresses.parametres, {
      ...saisie,
      'sujet-FACTURE': 'QUOTIDIEN',
    });
    expect(reponse.statusCode).toBe(409);
    expect(texteVisible(reponse.body)).toContain('Enregistré entre-temps : Jamais');
  });
});

test('no other form of the portal is taken from another site', async () => {
  const entetes = { 'sec-fetch-site': 'cross-site' };
  const { chemin } = await lien('FACTURE');
  const ici = await portail.anonyme.post(chemin, {}, entetes);
  const ailleurs = await portail.anonyme.post(adresses.parametres, {}, entetes);
  expect([ici.statusCode, ailleurs.statusCode]).toEqual([200, 403]);
});
