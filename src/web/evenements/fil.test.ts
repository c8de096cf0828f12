// The feed's pages: the home page's beginning, the whole feed, its filter, its pages, what is read.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerStructure,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { annoncerAuCompte, annoncerAuxTitulaires } from '../../domain/evenement/queries.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let compteId: number;
let structureId: number;
let agent: Visiteur;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});
beforeEach(async () => {
  compteId = await creerCompte(base.sql);
  structureId = await creerStructure(base.sql, { raisonSociale: 'Mairie de Terneuil' });
  agent = await portail.connecter(compteId);
});

const facture = (numero: string, sur = structureId) =>
  base.sql.begin((tx) =>
    annoncerAuxTitulaires(
      tx,
      { structureId: sur, serviceId: null, espace: 'FACTURES_RECUES' },
      'FACTURE',
      INSTANT,
      { numero, statut: 'REJETEE', role: 'DESTINATAIRE', emetteur: 'Menuiserie Blin' },
    ),
  );
const verifie = () =>
  base.sql.begin((tx) => annoncerAuCompte(tx, compteId, 'COMPTE_VERIFIE', INSTANT));
const lire = async (url: string) => (await agent.get(url)).body.replaceAll('\u00a0', ' ');
const numeros = (html: string) => [...html.matchAll(/Facture (F\d+) de/g)].map(([, n]) => n);
const nonLus = (html: string) => html.split('fr-badge--info">Non lu<').length - 1;
const lien = (html: string, texte: string) =>
  new RegExp(`href="([^"]+)">${texte}`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null;

describe('without any event', () => {
  test.each(['/', '/evenements'])('%s says so, in the words of the guide', async (page) => {
    const html = await lire(page);
    expect(html).toMatch(/Aucun fil d(&#39;|')événements trouvé\./);
    expect(html).not.toContain('Tout marquer comme lu');
    expect(html).not.toContain('Plus anciens');
  });
});

describe('the home page', () => {
  test('shows the ten newest, how many are unread, and the way to all', async () => {
    await rattacher(base.sql, compteId, structureId);
    for (let n = 1; n <= 12; n += 1) await facture(`F${n}`);
    const html = await lire('/');
    expect(numeros(html)).toEqual(['F12', 'F11', 'F10', 'F9', 'F8', 'F7', 'F6', 'F5', 'F4', 'F3']);
    expect(html).toContain('12 événements non lus');
    expect(lien(html, 'Tous les événements')).toBe('/evenements');
    expect(html).toContain(
      '<a href="/espaces/factures-recues">Facture F12 de Menuiserie Blin à « Mairie de Terneuil » : rejetée.</a>',
    );
  });

  test('counts up to ninety-nine', async () => {
    await base.sql`
      insert into evenement (recu_le, survenu_le, famille, quoi, compte_id)
      select ${INSTANT}, ${INSTANT}, 'COMPTE', 'COMPTE_VERIFIE', ${compteId} from generate_series(1, 99)`;
    expect(await lire('/')).toContain('>99 événements non lus');
    await verifie();
    expect(await lire('/')).toContain('>Plus de 99 événements non lus');
  });
});

describe('the feed', () => {
  test('goes by pages of twenty-five, there and back', async () => {
    await rattacher(base.sql, compteId, structureId);
    for (let n = 1; n <= 60; n += 1) await facture(`F${n}`);
    const premiere = await lire('/evenements');
    expect([numeros(premiere).length, numeros(premiere)[0]]).toEqual([25, 'F60']);
    expect(lien(premiere, 'Plus récents')).toBeNull();
    const seconde = await lire(lien(premiere, 'Plus anciens') ?? '');
    expect([numeros(seconde)[0], numeros(seconde).at(-1)]).toEqual(['F35', 'F11']);
    const derniere = await lire(lien(seconde, 'Plus anciens') ?? '');
    expect([numeros(derniere)[0], numeros(derniere).length]).toEqual(['F10', 10]);
    expect(lien(derniere, 'Plus anciens')).toBeNull();
    expect(numeros(await lire(lien(derniere, 'Plus récents') ?? ''))).toEqual(numeros(seconde));
    expect(numeros(await lire(lien(seconde, 'Plus récents') ?? ''))).toEqual(numeros(premiere));
  });

  test('narrows by family and structure, from page to page, and can be widened', async () => {
    await rattacher(base.sql, compteId, structureId);
    const autre = await creerStructure(base.sql, { raisonSociale: 'École' });
    await rattacher(base.sql, compteId, autre);
    await verifie();
    for (let n = 1; n <= 26; n += 1) await facture(`F${n}`);
    await facture('F99', autre);
    const html = await lire(`/evenements?famille=FACTURE&structure=${structureId}`);
    expect(numeros(html)).toHaveLength(25);
    expect(html).not.toContain('F99');
    expect(html).toMatch(/<option selected value="FACTURE">|<option value="FACTURE" selected>/);
    expect(lien(html, 'Plus anciens')).toMatch(`famille=FACTURE&structure=${structureId}&avant=`);
    expect(numeros(await lire(lien(html, 'Plus anciens') ?? ''))).toEqual(['F1']);
    expect(lien(html, 'Effacer le filtre')).toBe('/evenements');
    expect(await lire('/evenements?famille=COMPTE')).toContain('Vous avez vérifié les données');
  });

  test('narrowed to nothing says so and stays open', async () => {
    const html = await lire('/evenements?famille=SOLLICITATION');
    expect(html).toContain('Aucun événement ne correspond à ce filtre.');
    expect(lien(html, 'Effacer le filtre')).toBe('/evenements');
  });

  test.each([
    'famille=TOUT',
    'structure=x',
    'avant=0&apres=x',
    'famille=FACTURE&famille=COMPTE',
    'structure=99999999999999999999',
  ])('is not put out by %s', async (query) => {
    await verifie();
    const reponse = await agent.get(`/evenements?${query}`);
    expect([reponse.statusCode, nonLus(reponse.body)]).toEqual([200, 1]);
  });

  test('is not narrowed by a structure where the reader holds nothing', async () => {
    await facture('F1');
    await verifie();
    const { statusCode, headers } = await agent.get(`/evenements?structure=${structureId}`);
    expect([statusCode, headers.location]).toEqual([302, '/evenements']);
    const html = await lire('/evenements');
    expect(numeros(html)).toEqual([]);
    expect(html).toContain('Vous avez vérifié les données');
    expect(lien(html, 'Effacer le filtre')).toBeNull();
  });

  test('says what else is known of an event, where something is', async () => {
    await verifie();
    expect(await lire('/evenements')).not.toContain('pc-detail');
    await rattacher(base.sql, compteId, structureId);
    await base.sql.begin((tx) =>
      annoncerAuxTitulaires(
        tx,
        { structureId, serviceId: null, espace: 'FACTURES_RECUES' },
        'FACTURE',
        INSTANT,
        { numero: 'F1', motif: 'Bon absent' },
      ),
    );
    expect(await lire('/evenements')).toContain(
      '<span class="pc-detail">Motif : Bon absent</span>',
    );
  });
});

describe('« Tout marquer comme lu »', () => {
  const jusqua = (html: string) => /name="jusqua" value="(\d+)"/.exec(html)?.[1];

  test('marks what the page showed, says so, and leaves what came meanwhile', async () => {
    await verifie();
    await verifie();
    const html = await lire('/evenements');
    expect(nonLus(html)).toBe(2);
    await verifie();
    const reponse = await agent.post('/evenements/lus', { jusqua: jusqua(html) ?? '' });
    expect([reponse.statusCode, reponse.headers.location]).toEqual([
      303,
      '/evenements?message=evenementsLus',
    ]);
    const apres = await lire(String(reponse.headers.location));
    expect(apres).toContain('Les événements sont marqués comme lus.');
    expect(nonLus(apres)).toBe(1);
    expect(await lire('/')).toContain('>1 événement non lu<');
  });

  test('is not offered on older pages, on a narrowed feed, nor when all is read', async () => {
    for (let n = 0; n < 26; n += 1) await verifie();
    const html = await lire('/evenements');
    for (const page of [lien(html, 'Plus anciens') ?? '', '/evenements?famille=COMPTE'])
      expect(await lire(page)).not.toContain('Tout marquer comme lu');
    await agent.post('/evenements/lus', { jusqua: jusqua(html) ?? '' });
    expect(await lire('/evenements')).not.toContain('Tout marquer comme lu');
    expect(await lire('/')).not.toContain('non lu');
  });

  test.each([{}, { jusqua: '' }, { jusqua: '-1' }, { jusqua: 'x' }] as Record<string, string>[])(
    'that says %j is refused, and marks nothing',
    async (champs) => {
      await verifie();
      expect((await agent.post('/evenements/lus', champs)).statusCode).toBe(400);
      expect(nonLus(await lire('/evenements'))).toBe(1);
    },
  );

  test('asks for a session', async () => {
    const reponse = await portail.anonyme.get('/evenements');
    expect([reponse.statusCode, reponse.headers.location]).toEqual([
      302,
      '/connexion?retour=%2Fevenements',
    ]);
  });
});
