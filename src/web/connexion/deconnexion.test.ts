// Signing out, here and at PIGP, whichever one is left first.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../tests/soutien/compte-rempli.ts';
import { balises, h1, texteVisible, valeursDuFormulaire } from '../../../tests/soutien/html.ts';
import { ouvrirEnLigne } from '../../../tests/soutien/portail-en-ligne.ts';
import { journalDe } from '../../../tests/soutien/scene.ts';

const FERMER = 'Fermer aussi ma session PIGP';
let base: BaseDeTest;
let site: Awaited<ReturnType<typeof ouvrirEnLigne>>;
let rang = 0;
const PERSONNES = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six'].map((n) => `agent.${n}`);

beforeAll(async () => {
  base = await baseDeTest();
  site = await ouvrirEnLigne(base, PERSONNES);
});

/** Somebody who has just come in. */
async function entree() {
  const identifiantConnexion = PERSONNES[rang++] ?? '';
  const id = await creerCompteRempli(base.sql, { identifiantConnexion });
  const navigateur = site.navigateur();
  expect((await navigateur.entrer(identifiantConnexion)).status).toBe(200);
  return { id, identifiantConnexion, navigateur };
}

type Navigateur = ReturnType<typeof site.navigateur>;
const dedans = async (navigateur: Navigateur) =>
  (await navigateur.page('/mon-compte')).status === 200;
const finDe = async (id: number) => {
  const rows = await base.sql<{ fin: string | null }[]>`
    select fin from session where compte_id = ${id} order by ouverte_le`;
  return rows.map(({ fin }) => fin);
};

/** Where the page offers to close the PIGP session too. */
function lienPigp(html: string): URL | undefined {
  const liens = balises(html, 'a').map(({ attributs }) => attributs['href'] ?? '');
  const lien = liens.find((un) => un.startsWith(site.issuer));
  return lien ? new URL(lien.replaceAll('&amp;', '&')) : undefined;
}

describe('« Se déconnecter »', () => {
  test('ends the session of the portal, and says so', async () => {
    const { id, navigateur } = await entree();
    const reponse = await navigateur.envoyer('/deconnexion');
    expect([reponse.status, reponse.location]).toEqual([303, `${site.url}/deconnexion`]);
    const page = await navigateur.page('/deconnexion');
    expect([page.status, h1(page.html)]).toEqual([200, 'Vous êtes déconnecté']);
    expect(await dedans(navigateur)).toBe(false);
    expect(await finDe(id)).toEqual(['DECONNEXION']);
    expect((await journalDe(base.sql, id)).at(-1)).toMatchObject({ acte: 'DECONNEXION' });
  });

  test('offers to close the PIGP session too, by an address without personal data', async () => {
    const { navigateur } = await entree();
    await navigateur.envoyer('/deconnexion');
    const page = await navigateur.page('/deconnexion');
    expect(texteVisible(page.html)).toContain(FERMER);
    const lien = lienPigp(page.html);
    expect(lien?.pathname).toBe('/oidc/end-session');
    expect([...(lien?.searchParams.keys() ?? [])].sort()).toEqual([
      'client_id',
      'post_logout_redirect_uri',
      'ui_locales',
    ]);
    expect(lien?.searchParams.get('post_logout_redirect_uri')).toBe(
      `${site.url}/deconnexion/complete`,
    );
  });

  test('and the link closes the PIGP session, once confirmed there, and comes back', async () => {
    const { navigateur } = await entree();
    await navigateur.envoyer('/deconnexion');
    const lien = lienPigp((await navigateur.page('/deconnexion')).html);
    const question = await navigateur.suivre(await navigateur.get(lien?.href ?? ''), site.issuer);
    expect(question.status).toBe(200);
    const suite = balises(question.html, 'form').find(({ attributs }) =>
      attributs['action']?.includes('end-session'),
    )?.attributs['action'];
    const xsrf = valeursDuFormulaire(question.html, suite ?? '')['xsrf'] ?? '';
    const retour = await navigateur.post(new URL(suite ?? '', site.issuer).href, {
      xsrf,
      logout: 'yes',
    });
    expect(retour.location).toBe(`${site.url}/deconnexion/complete`);
    const fin = await navigateur.page('/deconnexion/complete');
    expect(texteVisible(fin.html)).not.toContain(FERMER);
    const pigp = await navigateur.get(`${site.issuer}/applications`);
    expect(pigp.location).toBe(`${site.issuer}/`);
  });

  test('leaves the PIGP session alone otherwise: coming back asks for no password', async () => {
    const { identifiantConnexion, navigateur } = await entree();
    await navigateur.envoyer('/deconnexion');
    expect((await navigateur.entrer(identifiantConnexion)).status).toBe(200);
    expect(await dedans(navigateur)).toBe(true);
  });

  test('of somebody who was not signed in shows the same page', async () => {
    const navigateur = site.navigateur();
    await navigateur.envoyer('/deconnexion');
    const page = await navigateur.page('/deconnexion');
    expect([page.status, h1(page.html)]).toEqual([200, 'Vous êtes déconnecté']);
  });
});

describe('« Déconnexion » at PIGP', () => {
  test('ends the session of the portal too', async () => {
    const { id, navigateur } = await entree();
    expect(await dedans(navigateur)).toBe(true);
    await navigateur.post(`${site.issuer}/deconnexion`);
    expect(await dedans(navigateur)).toBe(false);
    expect(await finDe(id)).toEqual(['DECONNEXION_PIGP']);
  });

  test('ends that one session: the same person elsewhere stays in', async () => {
    const { identifiantConnexion, navigateur } = await entree();
    const autre = site.navigateur();
    await autre.entrer(identifiantConnexion);
    await navigateur.post(`${site.issuer}/deconnexion`);
    expect(await dedans(navigateur)).toBe(false);
    expect(await dedans(autre)).toBe(true);
  });
});
