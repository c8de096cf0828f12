// PIGP's logout, judged by its token (OpenID Connect Back-Channel Logout 1.0 §2.6).
import { generateKeyPair, type JWTPayload } from 'jose';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../tests/soutien/compte-rempli.ts';
import { ouvrirFournisseur } from '../../../tests/soutien/fournisseur.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { clientDe } from '../../../tests/soutien/portail-en-ligne.ts';
import { INSTANT } from '../../../tests/soutien/scene.ts';
import { adresses } from '../../domain/adresses.ts';

type Claims = Record<string, unknown>;

const EVENEMENT = 'http://schemas.openid.net/event/backchannel-logout';
const MAINTENANT = INSTANT.getTime() / 1000;
let base: BaseDeTest;
let portail: PortailDeTest;
let pigp: Awaited<ReturnType<typeof ouvrirFournisseur>>;
let visiteur: Awaited<ReturnType<PortailDeTest['connecter']>>;
let compteId: number;
let rang = 0;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  pigp = await ouvrirFournisseur();
  portail = await ouvrirPortail(base, { logLevel: 'info', oidc: clientDe(pigp.issuer) });
});

beforeEach(async () => {
  compteId = await creerCompteRempli(base.sql);
  visiteur = await session(compteId);
});

/** A session opened by this provider. */
async function session(id: number, sid = `sid-${id}`) {
  const ouverte = await portail.connecter(id);
  await base.proprietaire`
    update session set oidc_issuer = ${pigp.issuer}, oidc_sid = ${sid}
    where compte_id = ${id} and oidc_sid is null`;
  return ouverte;
}

/** A right token for the session of the test, with changes; undefined leaves a claim out. */
function charge(changes: Claims = {}): JWTPayload {
  rang += 1;
  return {
    iss: pigp.issuer,
    aud: 'portail',
    iat: MAINTENANT,
    exp: MAINTENANT + 120,
    jti: `jti-${rang}`,
    sid: `sid-${compteId}`,
    sub: `sub-${compteId}`,
    events: { [EVENEMENT]: {} },
    ...changes,
  };
}

// As PIGP does: from a program, without the headers of a browser.
const envoyer = (jeton: string) =>
  portail.anonyme.post(
    adresses.deconnexionParPigp,
    { logout_token: jeton },
    { 'sec-fetch-site': undefined },
  );
const dedans = async (qui = visiteur) =>
  (await qui.get(adresses.aide)).body.includes('Pauline Dufour');

describe('a right token', () => {
  test('ends the session that it names, and is kept by no cache', async () => {
    const { statusCode, headers } = await envoyer(await pigp.signer(charge()));
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(await dedans()).toBe(false);
  });

  test.each<[string, Claims]>([
    ['with the session alone', { sub: undefined }],
    ['with the person alone', { sid: undefined }],
    ['for several audiences', { aud: ['autre', 'portail'] }],
    ['whose clock is a little ahead', { iat: MAINTENANT + 30 }],
    ['that took four minutes to come', { iat: MAINTENANT - 240, exp: MAINTENANT }],
  ])('%s is accepted', async (_, changes) => {
    expect((await envoyer(await pigp.signer(charge(changes)))).statusCode).toBe(200);
    expect(await dedans()).toBe(false);
  });

  test('with the person alone ends all their sessions, and nobody else’s', async () => {
    const seconde = await session(compteId, 'autre-sid');
    const autre = await session(await creerCompteRempli(base.sql));
    await envoyer(await pigp.signer(charge({ sid: undefined })));
    expect([await dedans(), await dedans(seconde), await dedans(autre)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('with the session ends that one only', async () => {
    const seconde = await session(compteId, 'autre-sid');
    await envoyer(await pigp.signer(charge()));
    expect([await dedans(), await dedans(seconde)]).toEqual([false, true]);
  });
});

describe('is refused, and the session goes on, a token', () => {
  test.each<[string, Claims]>([
    ['of another provider', { iss: 'https://evil.example' }],
    ['for another portal', { aud: 'autre-portail' }],
    ['for nobody', { aud: undefined }],
    ['of another kind: no event', { events: undefined }],
    ['with another event', { events: { 'http://schemas.openid.net/event/autre': {} } }],
    ['whose events are a list', { events: [EVENEMENT] }],
    ['whose events are a text', { events: EVENEMENT }],
    ['that is an id token: it has a nonce', { nonce: 'n' }],
    ['with an empty nonce', { nonce: '' }],
    ['made too long ago', { iat: MAINTENANT - 600, exp: MAINTENANT + 120 }],
    ['made in the future', { iat: MAINTENANT + 600, exp: MAINTENANT + 900 }],
    ['that has expired', { exp: MAINTENANT - 120 }],
    ['without the instant it was made', { iat: undefined }],
    ['without its own number', { jti: undefined }],
    ['with an empty number', { jti: '' }],
    ['that names neither session nor person', { sid: undefined, sub: undefined }],
  ])('%s', async (_, changes) => {
    const { statusCode } = await envoyer(await pigp.signer(charge(changes)));
    expect(statusCode).toBe(400);
    expect(await dedans()).toBe(true);
  });

  test('signed by somebody else in the name of PIGP', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect((await envoyer(await pigp.signer(charge(), privateKey))).statusCode).toBe(400);
    expect(await dedans()).toBe(true);
  });

  test('that nobody signed', async () => {
    const partie = (objet: object) => Buffer.from(JSON.stringify(objet)).toString('base64url');
    const nu = `${partie({ alg: 'none' })}.${partie(charge())}.`;
    expect((await envoyer(nu)).statusCode).toBe(400);
    expect(await dedans()).toBe(true);
  });

  test('changed after it was signed', async () => {
    const [tete, , signature] = (await pigp.signer(charge())).split('.');
    const autre = Buffer.from(JSON.stringify(charge({ jti: 'x' }))).toString('base64url');
    expect((await envoyer(`${tete}.${autre}.${signature}`)).statusCode).toBe(400);
    expect(await dedans()).toBe(true);
  });

  test.each(['', 'abc', 'a.b.c', '....', '<script>'])('that is none: « %s »', async (jeton) => {
    expect((await envoyer(jeton)).statusCode).toBe(400);
    expect(await dedans()).toBe(true);
  });

  test('that served before: a session opened since goes on', async () => {
    const jeton = await pigp.signer(charge());
    expect((await envoyer(jeton)).statusCode).toBe(200);
    const suivante = await session(compteId);
    expect((await envoyer(jeton)).statusCode).toBe(400);
    expect(await dedans(suivante)).toBe(true);
  });
});

test('a refused token is logged without what it holds', async () => {
  portail.journal.length = 0;
  const jeton = await pigp.signer(charge({ aud: 'autre', name: 'Lenoir' }));
  await envoyer(jeton);
  const tout = portail.journal.join('');
  expect(tout).toContain('logout token refused');
  expect(tout).not.toContain(jeton);
  expect(tout).not.toContain('Lenoir');
});
