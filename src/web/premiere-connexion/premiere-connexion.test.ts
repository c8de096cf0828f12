// The first connection: one page only until the data are checked, then the page first asked for.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  creerCompteRempli,
  formulaireRempli,
  ligneDe,
} from '../../../tests/soutien/compte-rempli.ts';
import { balises, h1, texteVisible, valeursDuFormulaire } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { courrielsEnFile, filDe, INSTANT, journalDe } from '../../../tests/soutien/scene.ts';
import { adresses } from '../../domain/adresses.ts';

const PAGE = adresses.premiereConnexion;
let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});

async function nouveau(champs: Record<string, unknown> = {}) {
  const id = await creerCompteRempli(base.sql, { verifieLe: null, activeLe: null, ...champs });
  return { id, visiteur: await portail.connecter(id) };
}

const vers = (retour: string) => `${PAGE}?retour=${encodeURIComponent(retour)}`;
const location = (reponse: { headers: Record<string, unknown> }) =>
  new URL(String(reponse.headers['location']), 'http://portail.test');

describe('before the data are checked', () => {
  test.each([
    '/',
    adresses.monCompte,
    adresses.informationsPersonnelles,
    adresses.parametres,
    adresses.rattachements,
    adresses.abonnements,
    adresses.piecesJointes,
    adresses.ajouterPieceJointe,
    '/mon-compte/informations-personnelles/confirmation?jeton=abc',
    '/espaces/factures-emises',
    '/nulle-part',
  ])('%s leads to the one page, and is kept for afterwards', async (adresse) => {
    const { visiteur } = await nouveau();
    const reponse = await visiteur.get(adresse);
    expect(reponse.statusCode).toBe(302);
    expect(location(reponse).pathname).toBe(PAGE);
    expect(location(reponse).searchParams.get('retour')).toBe(adresse);
  });

  test.each([
    adresses.informationsPersonnelles,
    adresses.parametres,
    adresses.confirmationAdresse,
    adresses.annulationAdresse,
    '/nulle-part',
  ])('nothing can be sent to %s', async (adresse) => {
    const { id, visiteur } = await nouveau();
    const avant = await ligneDe(base.sql, id);
    const { statusCode, body } = await visiteur.post(adresse, formulaireRempli({ nom: 'X' }));
    expect(statusCode).toBe(403);
    expect(h1(body)).toBe('Vérifiez d’abord vos données');
    expect(await ligneDe(base.sql, id)).toEqual(avant);
  });

  test.each([
    adresses.aide,
    adresses.accessibilite,
    adresses.mentionsLegales,
    adresses.donneesPersonnelles,
  ])('%s can be read', async (adresse) => {
    const { visiteur } = await nouveau();
    expect((await visiteur.get(adresse)).statusCode).toBe(200);
  });

  test('the language can be changed', async () => {
    const { visiteur } = await nouveau();
    const reponse = await visiteur.post(adresses.langue, { langue: 'en', retour: PAGE });
    expect(reponse.statusCode).toBe(303);
    expect(h1((await visiteur.get(PAGE)).body)).toBe('My personal information');
  });

  test('one can sign out', async () => {
    const { visiteur } = await nouveau();
    expect((await visiteur.post(adresses.deconnexion, {})).statusCode).toBe(303);
    expect((await visiteur.get(PAGE)).headers.location).toContain(adresses.connexion);
  });

  test('the page shows what MADRHAS gave, the identifier read-only, and no tab', async () => {
    const { visiteur } = await nouveau({ identifiantConnexion: 'pauline.dufour' });
    const { body } = await visiteur.get(PAGE);
    expect(h1(body)).toBe('Mes informations personnelles');
    expect(valeursDuFormulaire(body, PAGE)).toMatchObject({
      nom: 'Dufour',
      adresseElectronique: 'mairie@terneuil.fr',
      telephone: '+33 1 48 96 00 12',
      identifiantConnexion: 'pauline.dufour',
    });
    const champ = balises(body, 'input').find(
      ({ attributs }) => attributs['id'] === 'identifiantConnexion',
    );
    expect(champ?.attributs).toHaveProperty('readonly');
    expect(body).not.toContain('class="fr-nav"');
  });

  test('the page wants a session', async () => {
    expect((await portail.anonyme.get(PAGE)).headers.location).toContain(adresses.connexion);
  });
});

describe('once they are checked', () => {
  test('the account is verified, activated, journaled, and welcomed', async () => {
    const { id, visiteur } = await nouveau();
    const reponse = await visiteur.post(PAGE, formulaireRempli({ nom: 'Lenoir' }));
    expect(location(reponse).href).toBe('http://portail.test/?message=bienvenue');
    const { body } = await visiteur.get('/?message=bienvenue');
    expect(texteVisible(body)).toContain('Votre compte est vérifié. Bienvenue !');
    expect(await ligneDe(base.sql, id)).toMatchObject({
      nom: 'Lenoir',
      verifieLe: INSTANT,
      activeLe: INSTANT,
    });
    expect((await journalDe(base.sql, id)).map(({ acte }) => acte)).toEqual(['COMPTE_VERIFIE']);
    expect(await filDe(base.sql, id)).toEqual(['COMPTE_VERIFIE']);
  });

  test('an activation date that is already there stays', async () => {
    const avant = new Date('2020-01-01T09:00:00Z');
    const { id, visiteur } = await nouveau({ activeLe: avant });
    await visiteur.post(PAGE, formulaireRempli());
    expect(await ligneDe(base.sql, id)).toMatchObject({ activeLe: avant });
  });

  test('a corrected contact address is pending, and a link leaves to it', async () => {
    const { id, visiteur } = await nouveau();
    const reponse = await visiteur.post(PAGE, formulaireRempli({ adresseElectronique: 'a@b.fr' }));
    expect(location(reponse).searchParams.get('message')).toBe('bienvenueAdresse');
    expect(await ligneDe(base.sql, id)).toMatchObject({
      adresseElectronique: 'mairie@terneuil.fr',
    });
    const destinataires = (await courrielsEnFile(base.proprietaire)).map((c) => c.destinataire);
    expect(destinataires).toEqual(['a@b.fr', 'mairie@terneuil.fr']);
  });

  test('the page first asked for is reached, query and all', async () => {
    const { visiteur } = await nouveau();
    const profonde = '/mon-compte/parametres?onglet=é&x=1%2F2';
    const premiere = await visiteur.get(encodeURI(profonde).replace('%252F', '%2F'));
    const page = await visiteur.get(location(premiere).pathname + location(premiere).search);
    const action = balises(page.body, 'form').map(({ attributs }) => attributs['action'] ?? '');
    const envoi = action.find((une) => une.startsWith(PAGE)) ?? '';
    const refus = await visiteur.post(envoi, formulaireRempli({ nom: '' }));
    expect(refus.statusCode).toBe(422);
    expect(refus.body).toContain(envoi.replaceAll('&', '&amp;'));
    const fin = location(await visiteur.post(envoi, formulaireRempli()));
    expect(fin.pathname).toBe('/mon-compte/parametres');
    expect(fin.searchParams.get('onglet')).toBe('é');
    expect(fin.searchParams.get('x')).toBe('1/2');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/connexion?retour=/connexion',
    '/deconnexion',
  ])('a way back to %s leads home instead', async (retour) => {
    const { visiteur } = await nouveau();
    const fin = location(await visiteur.post(vers(retour), formulaireRempli()));
    expect(fin.href).toBe('http://portail.test/?message=bienvenue');
    const verifie = await visiteur.get(vers(retour));
    expect(verifie.headers.location).toBe('/');
  });

  test('the page of the first connection lets go of who comes back to it', async () => {
    const { visiteur } = await nouveau();
    await visiteur.post(PAGE, formulaireRempli());
    expect((await visiteur.get(vers('/mon-compte'))).headers.location).toBe('/mon-compte');
    expect((await visiteur.get('/mon-compte')).statusCode).toBe(200);
  });
});
