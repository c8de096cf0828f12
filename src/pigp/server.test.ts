// The whole PIGP over real HTTP: the door, the applications, OpenID, both kinds of logout.
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientDeTest, decouvrir, demanderEntree } from './client.test-helper.ts';
import { MOT_DE_PASSE, Navigateur, pigpDeTest, recepteur } from './navigateur.test-helper.ts';

const PAULINE = { identifiant: 'pauline.dufour', motDePasse: MOT_DE_PASSE };
const EXTERNE = { identifiant: 'externe-xt', motDePasse: MOT_DE_PASSE };
const EVENEMENT = 'http://schemas.openid.net/event/backchannel-logout';

let portail: Awaited<ReturnType<typeof recepteur>>;
let pigp: Awaited<ReturnType<typeof pigpDeTest>>;
let rp: ClientDeTest;
let navigateur: Navigateur;

// The library prints each of its notices once a process: watched from the first start on.
const ecrits = (['info', 'warn', 'error', 'log'] as const).map((m) => vi.spyOn(console, m));

beforeEach(async () => {
  portail = await recepteur();
  pigp = await pigpDeTest(portail.url);
  rp = await decouvrir(pigp.issuer, `${portail.url}/connexion/retour`);
  navigateur = new Navigateur();
});

afterEach(async () => {
  await pigp.close();
  await portail.close();
});

const a = (chemin: string) => `${pigp.issuer}${chemin}`;
const entrer = (champs = PAULINE) => navigateur.post(a('/'), champs);

async function entrerDansLePortail() {
  const { arret, finir } = await demanderEntree(rp, navigateur);
  return finir(arret);
}

describe('the door', () => {
  it('welcomes in French and recalls the charter', async () => {
    const { status, html } = await navigateur.get(a('/'));
    expect(status).toBe(200);
    expect(html).toContain('Bienvenue sur le Portail de la Gestion Publique');
    expect(html).toContain("la charte d'usage");
  });

  it('speaks English to a browser that asks for it, and remembers the switch', async () => {
    const anglais = await navigateur.get(a('/'), { 'accept-language': 'en' });
    expect(anglais.html).toContain('Welcome to the Public Management Portal');
    const bascule = await navigateur.get(a('/?langue=en'));
    expect(bascule.location).toBe(a('/'));
    expect((await navigateur.get(a('/'))).html).toContain('<html lang="en">');
  });

  it('leads to the applications, with the whole address as identifier too', async () => {
    const champs = { ...PAULINE, identifiant: 'pauline.dufour@mairieterneuil.fr' };
    const { status, location } = await entrer(champs);
    expect([status, location]).toEqual([303, a('/applications')]);
    const { html } = await navigateur.get(a('/applications'));
    expect(html).toContain('Liste des applications disponibles pour Mme Pauline DUFOUR');
    expect(html).toContain(`<a href="${portail.url}/connexion">Démat. des factures</a>`);
    const expiration =
      'Expiration de votre mot de passe le\u00a0: 27\u00a0février\u00a02027 à 13 H 57';
    expect(html).toContain(expiration);
    expect((await navigateur.get(a('/'))).location).toBe(a('/applications'));
  });

  it('says of the other applications that they are not part of this system', async () => {
    await entrer();
    const { html } = await navigateur.get(a('/applications/pdfedit'));
    expect(html).toContain('ne fait pas partie de ce système');
    expect((await navigateur.get(a('/applications/rien'))).status).toBe(404);
  });

  it('shows the applications to nobody who has not entered', async () => {
    expect((await navigateur.get(a('/applications'))).location).toBe(a('/'));
  });

  it('names the empty fields and keeps what was typed', async () => {
    const { status, html } = await entrer({ identifiant: 'pauline.dufour', motDePasse: '' });
    expect(status).toBe(422);
    expect(html).toContain('<title>Erreur – ');
    expect(html).toContain('Saisissez votre mot de passe.');
    expect(html).toContain('value="pauline.dufour"');
  });

  it.each(['pauline.dufour', 'personne.inconnue'])(
    'locks %s for one hour after five failures, says until when, then opens again',
    async (identifiant) => {
      for (let i = 0; i < 4; i++) {
        const { html } = await entrer({ identifiant, motDePasse: 'faux' });
        expect(html).toContain('Identifiant ou mot de passe incorrect');
      }
      const cinquieme = await entrer({ identifiant, motDePasse: 'faux' });
      expect(cinquieme.status).toBe(429);
      expect(cinquieme.html).toContain('14 h 57 (heure de Paris)');
      pigp.horloge.avancer(59);
      expect((await entrer({ identifiant, motDePasse: MOT_DE_PASSE })).status).toBe(429);
      pigp.horloge.avancer(1);
      const ensuite = await entrer({ identifiant, motDePasse: MOT_DE_PASSE });
      expect(ensuite.status).toBe(identifiant === 'pauline.dufour' ? 303 : 422);
    },
  );

  it('refuses a form that another site or no site sends', async () => {
    const ailleurs = await navigateur.postDepuis('http://127.0.0.1:1', a('/'), PAULINE);
    expect(ailleurs.status).toBe(403);
    const nue = await fetch(a('/deconnexion'), { method: 'POST' });
    expect(nue.status).toBe(403);
  });

  it('brings a browser that used another name of the machine to its one address', async () => {
    const { port } = new URL(pigp.issuer);
    const { location } = await navigateur.get(`http://localhost:${port}/applications`);
    expect(location).toBe(a('/applications'));
  });
});

describe('entering the portal', () => {
  it('asks nothing of who is already in the PIGP, and tells the portal who it is', async () => {
    await entrer();
    const jetons = await entrerDansLePortail();
    expect(jetons.claims()).toMatchObject({
      preferred_username: 'pauline.dufour',
      given_name: 'Pauline',
      family_name: 'Dufour',
      sid: expect.any(String),
    });
    expect(jetons.claims()?.sub).not.toContain('pauline');
  });

  it('shows the sign-in page to others, then goes back to the portal', async () => {
    const { arret, finir } = await demanderEntree(rp, navigateur);
    expect(arret.html).toContain('Bienvenue sur le Portail de la Gestion Publique');
    const action = a(/action="([^"]+)"/.exec(arret.html)?.[1] ?? '');
    expect((await navigateur.post(action, { ...PAULINE, motDePasse: 'faux' })).status).toBe(422);
    const retour = await navigateur.suivre(await navigateur.post(action, PAULINE), pigp.issuer);
    expect((await finir(retour)).claims()?.['preferred_username']).toBe('pauline.dufour');
    expect((await navigateur.get(a('/applications'))).html).toContain('Mme Pauline DUFOUR');
  });

  it('speaks the language that the portal asks for, unless the reader chose one here', async () => {
    const demande = { ui_locales: 'en' };
    const francais = await demanderEntree(rp, navigateur, { ui_locales: 'fr' });
    expect(francais.arret.html).toContain('Bienvenue sur le Portail');
    const { arret } = await demanderEntree(rp, navigateur, demande);
    expect(arret.html).toContain('Welcome to the Public Management Portal');
    await navigateur.get(a('/?langue=fr'));
    const choisi = await demanderEntree(rp, navigateur, demande);
    expect(choisi.arret.html).toContain('Bienvenue sur le Portail de la Gestion Publique');
  });

  it('asks again when the portal wants it, and lets someone else take over', async () => {
    await entrer();
    const avant = (await entrerDansLePortail()).claims();
    const { arret, finir } = await demanderEntree(rp, navigateur, { prompt: 'login' });
    const action = a(/action="([^"]+)"/.exec(arret.html)?.[1] ?? '');
    const retour = await navigateur.suivre(await navigateur.post(action, EXTERNE), pigp.issuer);
    expect((await finir(retour)).claims()?.['preferred_username']).toBe('externe-xt');
    expect(portail.jetons).toHaveLength(1);
    expect((await lireJeton(portail.jetons[0])).payload['sid']).toBe(avant?.['sid']);
  });

  it('asks the same person again with prompt=login, and keeps the session', async () => {
    await entrer();
    const { arret, finir } = await demanderEntree(rp, navigateur, { prompt: 'login' });
    const action = a(/action="([^"]+)"/.exec(arret.html)?.[1] ?? '');
    const retour = await navigateur.suivre(await navigateur.post(action, PAULINE), pigp.issuer);
    expect((await finir(retour)).claims()?.['preferred_username']).toBe('pauline.dufour');
  });

  it('goes on by itself when the person entered in another tab meanwhile', async () => {
    const { arret, finir } = await demanderEntree(rp, navigateur);
    const page = a(/action="([^"]+)"/.exec(arret.html)?.[1] ?? '');
    await entrer();
    const retour = await navigateur.suivre(await navigateur.get(page), pigp.issuer);
    expect((await finir(retour)).claims()?.['preferred_username']).toBe('pauline.dufour');
  });

  it('takes the client secret in the body too, and refuses a wrong one or no PKCE', async () => {
    await entrer();
    const { config, redirectUri } = rp;
    const parCorps = await client.discovery(
      new URL(pigp.issuer),
      'portail',
      undefined,
      client.ClientSecretPost('secret-du-portail'),
      { execute: [client.allowInsecureRequests] },
    );
    const { arret, finir } = await demanderEntree({ config: parCorps, redirectUri }, navigateur);
    expect((await finir(arret)).claims()?.['preferred_username']).toBe('pauline.dufour');
    const sansPkce = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid',
    });
    const refus = await navigateur.get(sansPkce.href);
    expect(refus.location).toContain('error=invalid_request');
  });

  it('answers an unknown request of sign-in with a page that says it has expired', async () => {
    const { status, html } = await navigateur.get(a('/connexion/inconnue'));
    expect([status, html.includes('La demande de connexion a expiré')]).toEqual([400, true]);
  });

  it('shows its own page for a request that it cannot accept', async () => {
    const { status, html } = await navigateur.get(a('/oidc/authorize?client_id=autre'));
    expect(status).toBe(400);
    expect(html).toContain("La demande n'a pas pu aboutir");
  });
});

describe('leaving', () => {
  it('« Déconnexion » tells the portal with a correct logout token', async () => {
    await entrer();
    const claims = (await entrerDansLePortail()).claims();
    const { location } = await navigateur.post(a('/deconnexion'));
    expect((await navigateur.get(location ?? '')).html).toContain('Votre session est fermée.');
    expect((await navigateur.get(a('/applications'))).location).toBe(a('/'));

    expect(portail.jetons).toHaveLength(1);
    const { payload, protectedHeader } = await lireJeton(portail.jetons[0]);
    expect(protectedHeader.typ).toBe('logout+jwt');
    expect(payload).toMatchObject({ sub: claims?.sub, sid: claims?.['sid'] });
    expect(payload['events']).toEqual({ [EVENEMENT]: {} });
    expect(payload.iat).toEqual(expect.any(Number));
    expect(payload.jti).toEqual(expect.any(String));
    expect(payload).not.toHaveProperty('nonce');
  });

  it('« Déconnexion » goes on when the portal does not answer, and logs it', async () => {
    await entrer();
    await entrerDansLePortail();
    await portail.close();
    expect((await navigateur.post(a('/deconnexion'))).status).toBe(303);
    expect(pigp.avertissements).toEqual(['PIGP: back-channel logout not delivered']);
    expect((await navigateur.get(a('/applications'))).location).toBe(a('/'));
  });

  it('asks before it closes its session for the portal, then sends back there', async () => {
    await entrer();
    const { page, jetons } = await demanderFermeture();
    expect(page.html).toContain('Fermer aussi votre session PIGP\u00a0?');
    const retour = await repondre(page.html, { logout: 'yes' });
    expect(retour.location).toBe(`${portail.url}/au-revoir?state=s1`);
    expect((await navigateur.get(a('/applications'))).location).toBe(a('/'));
    expect((await lireJeton(portail.jetons[0])).payload['sid']).toBe(jetons.claims()?.['sid']);
  });

  it('keeps its session when the person says so', async () => {
    await entrer();
    const { page } = await demanderFermeture();
    const retour = await repondre(page.html, {});
    expect(retour.location).toBe(`${portail.url}/au-revoir?state=s1`);
    expect((await navigateur.get(a('/applications'))).status).toBe(200);
  });

  it('has nothing to ask when no session is open', async () => {
    await entrer();
    const jetons = await entrerDansLePortail();
    await navigateur.post(a('/deconnexion'));
    const { location } = await navigateur.get(adresseFermeture(jetons.id_token ?? '').href);
    expect(location).toBe(`${portail.url}/au-revoir?state=s1`);
    const sansRetour = await navigateur.get(a('/oidc/end-session'));
    const page = await navigateur.suivre(sansRetour, pigp.issuer);
    expect(page.html).toContain('Votre session est fermée');
  });
});

it('has printed nothing on the console in all of the above', () => {
  for (const ecrit of ecrits) expect(ecrit).not.toHaveBeenCalled();
});

function adresseFermeture(idToken: string): URL {
  return client.buildEndSessionUrl(rp.config, {
    id_token_hint: idToken,
    post_logout_redirect_uri: `${portail.url}/au-revoir`,
    state: 's1',
  });
}

async function demanderFermeture() {
  const jetons = await entrerDansLePortail();
  const page = await navigateur.get(adresseFermeture(jetons.id_token ?? '').href);
  return { jetons, page };
}

async function repondre(html: string, choix: Record<string, string>) {
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return navigateur.post(a(action), { xsrf, ...choix });
}

async function lireJeton(jeton: string | undefined) {
  const cles = createRemoteJWKSet(new URL(a('/oidc/jwks')));
  return jwtVerify(jeton ?? '', cles, { issuer: pigp.issuer, audience: 'portail' });
}
