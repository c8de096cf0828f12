// An answer of PIGP that matches no sign-in in progress: told so, nobody in, nobody named.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../tests/soutien/compte-rempli.ts';
import { h1, texteVisible } from '../../../tests/soutien/html.ts';
import { ORIGIN, ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import { clientDe, ouvrirPigp, passerParPigp } from '../../../tests/soutien/portail-en-ligne.ts';
import { apres, minutes } from '../../../tests/soutien/scene.ts';
import { Navigateur } from '../../pigp/navigateur.test-helper.ts';

const DEBUT = new Date();
let base: BaseDeTest;
let portail: PortailDeTest;
let compteId: number;

beforeAll(async () => {
  base = await baseDeTest();
  const { issuer } = await ouvrirPigp(ORIGIN, ['pauline.dufour']);
  portail = await ouvrirPortail(base, { logLevel: 'info', oidc: clientDe(issuer) });
  compteId = await creerCompteRempli(base.sql, { identifiantConnexion: 'pauline.dufour' });
});

beforeEach(async () => {
  await base.regler(DEBUT);
  await base.proprietaire`delete from session`;
  portail.journal.length = 0;
});

type Cookies = Record<string, string>;

/** What the browser holds and where it is sent once PIGP has answered. */
async function aller() {
  const depart = await portail.anonyme.get('/connexion?retour=%2Fmon-compte');
  const cookies: Cookies = {};
  for (const { name, value } of depart.cookies) cookies[name] = value;
  const adresse = await passerParPigp(
    new Navigateur(),
    depart.headers.location ?? '',
    'pauline.dufour',
  );
  const { pathname, searchParams } = new URL(adresse);
  return { cookies, chemin: pathname, reponse: searchParams, depart };
}

function revenir(chemin: string, reponse: URLSearchParams, cookies: Cookies) {
  return portail.visiteur(undefined, cookies).get(`${chemin}?${reponse}`);
}

const ouvertes = async () =>
  (await base.sql`select from session where compte_id = ${compteId} and terminee_le is null`)
    .length;

async function attendreRefus(page: Awaited<ReturnType<typeof revenir>>, sessions = 0) {
  expect(page.headers['content-type']).toContain('text/html');
  expect([page.statusCode, h1(page.body)]).toEqual([400, 'Accès impossible']);
  const texte = texteVisible(page.body);
  expect(texte).toContain('La réponse du PIGP ne correspond à aucune connexion en cours.');
  expect(texte).toContain('Recommencer la connexion');
  expect(page.cookies.map(({ name }) => name)).not.toContain('portail-3000-session');
  expect(await ouvertes()).toBe(sessions);
}

test('the right answer, in the browser that left, comes in', async () => {
  const { chemin, reponse, cookies, depart } = await aller();
  const entree = await revenir(chemin, reponse, cookies);
  expect([entree.statusCode, entree.headers.location]).toEqual([302, '/mon-compte']);
  const session = entree.cookies.find(({ name }) => name === 'portail-3000-session');
  expect(session).toEqual({
    name: 'portail-3000-session',
    value: expect.stringMatching(/^[\w-]{43}$/),
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
  });
  const [enCours] = depart.cookies;
  expect(enCours).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 600 });
  expect(enCours?.value).not.toContain(reponse.get('state') ?? 'state');
  const efface = entree.cookies.find(({ name }) => name === enCours?.name);
  expect(efface?.value).toBe('');
});

describe('is refused, with what to do,', () => {
  test('an answer played a second time, even with the cookies of the first', async () => {
    const { chemin, reponse, cookies } = await aller();
    expect((await revenir(chemin, reponse, cookies)).statusCode).toBe(302);
    await attendreRefus(await revenir(chemin, reponse, {}), 1);
    await attendreRefus(await revenir(chemin, reponse, cookies), 1);
  });

  test('a code that was tampered with', async () => {
    const { chemin, reponse, cookies } = await aller();
    reponse.set('code', `${reponse.get('code')?.slice(0, -3)}abc`);
    await attendreRefus(await revenir(chemin, reponse, cookies));
  });

  test('a code of another sign-in', async () => {
    const mienne = await aller();
    const autre = await aller();
    mienne.reponse.set('code', autre.reponse.get('code') ?? '');
    await attendreRefus(await revenir(mienne.chemin, mienne.reponse, mienne.cookies));
  });

  test('an answer without code', async () => {
    const { chemin, reponse, cookies } = await aller();
    reponse.delete('code');
    await attendreRefus(await revenir(chemin, reponse, cookies));
  });

  test('an answer of another provider', async () => {
    const { chemin, reponse, cookies } = await aller();
    reponse.set('iss', 'https://evil.example');
    await attendreRefus(await revenir(chemin, reponse, cookies));
  });

  test('a state that was never given', async () => {
    const { chemin, reponse, cookies } = await aller();
    reponse.set('state', 'jamais-donne-par-ce-portail');
    await attendreRefus(await revenir(chemin, reponse, cookies));
  });

  test('a state that only begins like the one given', async () => {
    const { chemin, reponse, cookies } = await aller();
    reponse.set('state', `${reponse.get('state')?.slice(0, 12)}autre`);
    await attendreRefus(await revenir(chemin, reponse, cookies));
  });

  test('a state of another browser', async () => {
    const victime = await aller();
    const pirate = await aller();
    await attendreRefus(await revenir(pirate.chemin, pirate.reponse, victime.cookies));
  });

  test('a cookie that was altered', async () => {
    const { chemin, reponse, cookies } = await aller();
    const alteres = Object.entries(cookies).map(([nom, v]) => [nom, `${v.slice(0, -4)}AAAA`]);
    await attendreRefus(await revenir(chemin, reponse, Object.fromEntries(alteres)));
  });

  test('an answer that comes after more than ten minutes', async () => {
    const { chemin, reponse, cookies } = await aller();
    await base.regler(apres(DEBUT, minutes(10) + 1000));
    await attendreRefus(await revenir(chemin, reponse, cookies));
  });

  test('an answer of PIGP that says no', async () => {
    const { chemin, reponse, cookies } = await aller();
    const { state, iss } = Object.fromEntries(reponse);
    const refus = { error: 'access_denied', error_description: 'Mme Lenoir a refusé' };
    const parametres = new URLSearchParams({ state: state ?? '', iss: iss ?? '', ...refus });
    const page = await revenir(chemin, parametres, cookies);
    await attendreRefus(page);
    expect(texteVisible(page.body)).not.toContain('Lenoir');
  });

  test.each([
    '',
    'state=',
    'state=a&state=b',
    'state=%E2%82%AC',
    'state=%0D%0A',
    'state=%3B%20a%3Db',
  ])('an answer with odd parameters: « %s »', async (parametres) => {
    const page = await portail.anonyme.get(`/connexion/retour?${parametres}`);
    await attendreRefus(page);
  });
});

test('the log says why, and holds neither name, code, state nor cookie', async () => {
  const { chemin, reponse, cookies } = await aller();
  const { state = '', iss = '' } = Object.fromEntries(reponse);
  const refus = { state, iss, error: 'access_denied', error_description: 'Mme Lenoir a refusé' };
  await revenir(chemin, new URLSearchParams(refus), cookies);
  const { chemin: retour, reponse: bonne } = await aller();
  await revenir(retour, bonne, {});
  const lignes = portail.journal.map((ligne) => JSON.parse(ligne) as Record<string, unknown>);
  const refusees = lignes.filter(({ msg }) => msg === 'sign-in refused');
  expect(refusees.map(({ raison, code }) => [raison, code])).toEqual([
    ['reponse', 'access_denied'],
    ['reponse', 'UNKNOWN_STATE'],
  ]);
  const tout = portail.journal.join('');
  const secrets = [
    state,
    bonne.get('code') ?? '',
    bonne.get('state') ?? '',
    ...Object.values(cookies),
  ];
  for (const secret of [...secrets, 'Lenoir', 'pauline', 'Dufour', '127.0.0.1']) {
    expect(tout).not.toContain(secret);
  }
});

test('two sign-ins in two tabs of one browser both come in', async () => {
  const un = await aller();
  const deux = await aller();
  const cookies = { ...un.cookies, ...deux.cookies };
  expect(Object.keys(cookies).length).toBe(2);
  expect((await revenir(un.chemin, un.reponse, cookies)).statusCode).toBe(302);
  expect((await revenir(deux.chemin, deux.reponse, cookies)).statusCode).toBe(302);
});
