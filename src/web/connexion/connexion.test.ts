// Sign-in through the real PIGP stand-in: who comes in, who does not and is told whom to ask.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli, ligneDe } from '../../../tests/soutien/compte-rempli.ts';
import { h1, texteVisible } from '../../../tests/soutien/html.ts';
import { ouvrirEnLigne } from '../../../tests/soutien/portail-en-ligne.ts';
import { courrielsEnFile, journalDe } from '../../../tests/soutien/scene.ts';
import { subDe } from '../../pigp/annuaire.ts';

let base: BaseDeTest;
let site: Awaited<ReturnType<typeof ouvrirEnLigne>>;

beforeAll(async () => {
  base = await baseDeTest();
  site = await ouvrirEnLigne(base, [
    'pauline.dufour',
    'nouvelle.venue',
    'revenante',
    'inconnue',
    'inactive',
    'usurpee',
    'partie',
  ]);
});

const compte = (identifiantConnexion: string, champs: Record<string, unknown> = {}) =>
  creerCompteRempli(base.sql, { identifiantConnexion, ...champs });
const actes = async (id: number) => (await journalDe(base.sql, id)).map(({ acte }) => acte);

async function sessions(id: number) {
  const rows = await base.sql<{ fin: string | null }[]>`
    select fin from session where compte_id = ${id} order by ouverte_le`;
  return rows.map(({ fin }) => fin);
}

describe('somebody whom MADRHAS declared', () => {
  test('comes in to the page asked for, under their name, and is bound for good', async () => {
    const id = await compte('pauline.dufour');
    const page = await site.navigateur().entrer('pauline.dufour', '/mon-compte?onglet=%C3%A9');
    expect([page.status, h1(page.html)]).toEqual([200, 'Mon compte']);
    expect(texteVisible(page.html)).toContain('Pauline Dufour');
    const lien = { oidcIssuer: site.issuer, oidcSub: subDe('pauline.dufour') };
    expect(await ligneDe(base.sql, id)).toMatchObject(lien);
    expect(await actes(id)).toEqual(['IDENTITE_LIEE', 'CONNEXION']);
  });

  test('is first led to check the data, the page asked for being kept', async () => {
    await compte('nouvelle.venue', { verifieLe: null });
    const navigateur = site.navigateur();
    const page = await navigateur.entrer('nouvelle.venue', '/mon-compte/parametres');
    expect(h1(page.html)).toBe('Mes informations personnelles');
    expect(page.html).toContain('retour=%2Fmon-compte%2Fparametres');
  });

  test('is asked nothing when PIGP already knows who is there', async () => {
    const navigateur = site.navigateur();
    await navigateur.post(`${site.issuer}/`, {
      identifiant: 'pauline.dufour',
      motDePasse: 'chorus-demo',
    });
    const page = await navigateur.jusquAuBout(await navigateur.page('/connexion'));
    expect(h1(page.html)).toBe('Accueil connecté');
  });

  test('gets a new session id at each sign-in, and the former one is dead', async () => {
    const id = await compte('revenante');
    const navigateur = site.navigateur();
    const [un, deux] = [await navigateur.partir(), await navigateur.partir()];
    await navigateur.revenir(un, 'revenante');
    await navigateur.revenir(deux, 'revenante');
    expect(await sessions(id)).toEqual(['NOUVELLE_CONNEXION', null]);
    expect((await navigateur.page('/mon-compte')).status).toBe(200);
  });

  test('already signed in, goes straight to the page asked for', async () => {
    const navigateur = site.navigateur();
    await navigateur.entrer('pauline.dufour');
    const reponse = await navigateur.page('/connexion?retour=%2Fmon-compte');
    expect(reponse.location).toBe(`${site.url}/mon-compte`);
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/connexion'])(
    'is never led to %s',
    async (retour) => {
      const page = await site.navigateur().entrer('pauline.dufour', retour);
      expect(h1(page.html)).toBe('Accueil connecté');
    },
  );
});

describe('somebody who cannot come in', () => {
  test('unknown to MADRHAS, is told so, what to do and whom to ask', async () => {
    const page = await site.navigateur().entrer('inconnue');
    expect([page.status, h1(page.html)]).toEqual([403, 'Accès impossible']);
    const texte = texteVisible(page.html);
    expect(texte).toContain("aucun compte n'existe ici à votre nom");
    expect(texte).toContain('Demandez à votre référent DGFiP');
    expect(texte).toContain('quittez d’abord le PIGP');
  });

  test('deactivated, is told so and how to be reactivated; it is journaled', async () => {
    const id = await compte('inactive', { etat: 'INACTIF', desactiveLe: new Date() });
    const page = await site.navigateur().entrer('inactive');
    expect(page.status).toBe(403);
    expect(texteVisible(page.html)).toContain('Votre compte est désactivé.');
    expect(texteVisible(page.html)).toContain('demandez sa réactivation à votre référent DGFiP');
    expect(await journalDe(base.sql, id)).toEqual([
      { acte: 'CONNEXION_REFUSEE', acteurCompteId: null, details: { raison: 'inactif' } },
    ]);
    expect(await sessions(id)).toEqual([]);
  });

  test('with an identifier bound to another: refused, journaled, the owner told', async () => {
    const id = await compte('usurpee', { oidcIssuer: site.issuer, oidcSub: 'une-autre' });
    const avant = await ligneDe(base.sql, id);
    const page = await site.navigateur().entrer('usurpee');
    expect(page.status).toBe(403);
    expect(texteVisible(page.html)).toContain('déjà lié à une autre identité PIGP');
    expect(texteVisible(page.html)).toContain('demandez à votre référent DGFiP');
    expect(await ligneDe(base.sql, id)).toEqual(avant);
    expect(await actes(id)).toEqual(['CONNEXION_REFUSEE']);
    const courriels = await courrielsEnFile(base.proprietaire);
    expect(courriels).toMatchObject([
      { nature: 'CONNEXION_REFUSEE', destinataire: 'mairie@terneuil.fr' },
    ]);
  });

  test('is told in English to who reads English', async () => {
    const navigateur = site.navigateur();
    await navigateur.envoyer('/langue', { langue: 'en', retour: '/' });
    const page = await navigateur.entrer('inconnue');
    expect(h1(page.html)).toBe('No access');
    expect(texteVisible(page.html)).toContain('Ask your DGFiP contact');
  });
});

describe('an account deactivated while its owner works', () => {
  test('is left at the next request', async () => {
    const id = await compte('partie');
    const navigateur = site.navigateur();
    await navigateur.entrer('partie');
    expect((await navigateur.page('/mon-compte')).status).toBe(200);
    const fin = new Date();
    await base.sql`update compte set etat = 'INACTIF', desactive_le = ${fin} where id = ${id}`;
    expect((await navigateur.page('/mon-compte')).location).toContain('/connexion?retour=');
    const envoi = await navigateur.envoyer('/mon-compte/parametres', { langue: 'en' });
    expect(envoi.status).toBe(401);
    const retour = await navigateur.jusquAuBout(await navigateur.page('/connexion'));
    expect(retour.status).toBe(403);
  });
});

test('the sign-in asks PIGP for a code with PKCE, a state and a nonce of this once', async () => {
  const [une, deux] = await Promise.all([0, 1].map(() => site.navigateur().page('/connexion')));
  const [a, b] = [une, deux].map((reponse) => new URL(reponse?.location ?? '').searchParams);
  expect(a?.get('response_type')).toBe('code');
  expect(a?.get('code_challenge_method')).toBe('S256');
  expect(a?.get('ui_locales')).toBe('fr');
  expect(a?.get('redirect_uri')).toBe(`${site.url}/connexion/retour`);
  for (const nom of ['state', 'nonce', 'code_challenge']) {
    expect(a?.get(nom)?.length).toBeGreaterThan(40);
    expect(a?.get(nom)).not.toBe(b?.get(nom));
  }
});
