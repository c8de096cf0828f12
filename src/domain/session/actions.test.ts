// Sign-in against the database: whom an identity opens, what binds it, who is refused and told.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  courrielsEnFile,
  creerCompte,
  INSTANT,
  JOUR,
  journalDe,
} from '../../../tests/soutien/scene.ts';
import { empreinte } from '../../platform/jetons.ts';
import { type Connexion, fermerSession, ouvrirSession } from './actions.ts';
import { lireSession } from './queries.ts';

const { sql, proprietaire } = await baseDeTest();

const connexion = (identifiant: string, sub = `sub-${identifiant}`): Connexion => ({
  issuer: 'https://pigp',
  sub,
  identifiant,
  sid: `sid-${identifiant}`,
});
const ouvrir = (c: Connexion, ancien: string | null = null, instant = INSTANT) =>
  ouvrirSession(sql, c, ancien, instant);
async function jetonDe(c: Connexion, ancien: string | null = null): Promise<string> {
  const ouverte = await ouvrir(c, ancien);
  if (ouverte.kind !== 'ouverte') throw new Error(ouverte.raison);
  return ouverte.jeton;
}
const finDe = async (jeton: string) => {
  const [row] = await sql`select fin from session where empreinte = ${empreinte(jeton)}`;
  return row?.['fin'];
};
const liensDe = async (id: number) => {
  const [row] = await sql`select oidc_issuer, oidc_sub from compte where id = ${id}`;
  return row;
};
const sessionsDe = (id: number) => sql`select fin from session where compte_id = ${id}`;

describe('the first sign-in', () => {
  test('opens a session and binds the account that the claim names, in one journaled act', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'premiere' });
    const ouverte = await ouvrir(connexion('premiere'));
    expect(ouverte).toEqual({ kind: 'ouverte', compteId: id, jeton: expect.any(String) });
    expect(await liensDe(id)).toEqual({ oidcIssuer: 'https://pigp', oidcSub: 'sub-premiere' });
    expect(await journalDe(sql, id)).toEqual([
      { acte: 'IDENTITE_LIEE', acteurCompteId: id, details: {} },
      { acte: 'CONNEXION', acteurCompteId: id, details: {} },
    ]);
  });

  test('keeps the hash of the cookie only, with what PIGP’s logout will name', async () => {
    await creerCompte(sql, { identifiantConnexion: 'empreinte' });
    const jeton = await jetonDe(connexion('empreinte'));
    const [row] = await sql`select * from session where empreinte = ${empreinte(jeton)}`;
    expect(row).toMatchObject({
      oidcIssuer: 'https://pigp',
      oidcSub: 'sub-empreinte',
      oidcSid: 'sid-empreinte',
      ouverteLe: INSTANT,
      vueLe: INSTANT,
      termineeLe: null,
    });
    expect(JSON.stringify(row)).not.toContain(jeton);
  });
});

describe('a later sign-in', () => {
  test('opens the bound account, even renamed since, and binds nothing more', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'nom-de-fille' });
    await ouvrir(connexion('nom-de-fille', 'sub-mariee'));
    await sql`update compte set identifiant_connexion = 'nom-epouse' where id = ${id}`;
    expect(await ouvrir(connexion('nom-de-fille', 'sub-mariee'))).toMatchObject({ compteId: id });
    const actes = (await journalDe(sql, id)).map(({ acte }) => acte);
    expect(actes).toEqual(['IDENTITE_LIEE', 'CONNEXION', 'CONNEXION']);
  });

  test('never moves to the account that took over the identifiant', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'commun' });
    await ouvrir(connexion('commun'));
    await sql`update compte set identifiant_connexion = 'ancien-commun' where id = ${id}`;
    const autre = await creerCompte(sql, { identifiantConnexion: 'commun' });
    expect(await ouvrir(connexion('commun'))).toMatchObject({ kind: 'ouverte', compteId: id });
    expect(await liensDe(autre)).toEqual({ oidcIssuer: null, oidcSub: null });
  });

  test('has a new id and ends the session that the browser held', async () => {
    await creerCompte(sql, { identifiantConnexion: 'deux-fois' });
    const premier = await jetonDe(connexion('deux-fois'));
    const second = await jetonDe(connexion('deux-fois'), premier);
    expect(second).not.toBe(premier);
    expect([await finDe(premier), await finDe(second)]).toEqual(['NOUVELLE_CONNEXION', null]);
  });

  test('elsewhere leaves the sessions of other browsers open', async () => {
    await creerCompte(sql, { identifiantConnexion: 'deux-postes' });
    const bureau = await jetonDe(connexion('deux-postes'));
    await jetonDe(connexion('deux-postes'));
    expect(await finDe(bureau)).toBeNull();
  });

  test('on a shared computer ends the session of the person before', async () => {
    await creerCompte(sql, { identifiantConnexion: 'avant' });
    await creerCompte(sql, { identifiantConnexion: 'apres' });
    const avant = await jetonDe(connexion('avant'));
    await jetonDe(connexion('apres'), avant);
    expect(await finDe(avant)).toBe('NOUVELLE_CONNEXION');
  });
});

describe('two first sign-ins at the same moment', () => {
  test('by two identities on one identifiant: one is bound, the other refused', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'dispute' });
    const essais = ['a', 'b', 'c'].map((sub) => ouvrir(connexion('dispute', sub)));
    const kinds = (await Promise.all(essais)).map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['ouverte', 'refusee', 'refusee']);
    const actes = (await journalDe(sql, id)).map(({ acte }) => acte);
    expect(actes.filter((acte) => acte === 'IDENTITE_LIEE').length).toBe(1);
  });
});

describe('a refused sign-in', () => {
  test('of somebody unknown leaves no trace and no session', async () => {
    expect(await ouvrir(connexion('personne'))).toEqual({ kind: 'refusee', raison: 'inconnu' });
    const [traces] = await sql`
      select (select count(*)::int from journal where compte_id is null) as lignes,
        (select count(*)::int from session where oidc_sub = 'sub-personne') as sessions`;
    expect(traces).toEqual({ lignes: 0, sessions: 0 });
  });

  test('of an inactive account is journaled, binds nothing and sends nothing', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'inactive', etat: 'INACTIF' });
    expect(await ouvrir(connexion('inactive'))).toEqual({ kind: 'refusee', raison: 'inactif' });
    expect(await liensDe(id)).toEqual({ oidcIssuer: null, oidcSub: null });
    expect((await sessionsDe(id)).length).toBe(0);
    const refus = { acte: 'CONNEXION_REFUSEE', acteurCompteId: null };
    expect(await journalDe(sql, id)).toEqual([{ ...refus, details: { raison: 'inactif' } }]);
    expect((await sql`select from envoi where compte_id = ${id}`).length).toBe(0);
  });

  test('for a bound mismatch is journaled each time and mailed once a day', async () => {
    const adresse = 'titulaire@terneuil.fr';
    const id = await creerCompte(sql, {
      identifiantConnexion: 'liee',
      adresseElectronique: adresse,
    });
    await ouvrir(connexion('liee', 'la-vraie'));
    const intrus = (instant: Date) => ouvrir(connexion('liee', 'une-autre'), null, instant);
    const refus = { kind: 'refusee', raison: 'lieAAutrui' };
    // 23:59 in Paris, then 00:00: two civil days.
    const soir = new Date('2026-11-23T22:59:59Z');
    for (const instant of [INSTANT, apres(INSTANT, 1000), soir]) {
      expect(await intrus(instant)).toEqual(refus);
    }
    const mails = async () =>
      (await courrielsEnFile(proprietaire)).filter((m) => m.destinataire === adresse);
    expect(await mails()).toMatchObject([{ nature: 'CONNEXION_REFUSEE', langue: 'fr' }]);
    await intrus(new Date('2026-11-23T23:00:00Z'));
    expect((await mails()).length).toBe(2);
    const periodes = await sql`select periode from envoi where compte_id = ${id} order by id`;
    expect(periodes.map((p) => p['periode'])).toEqual([JOUR, '2026-11-24']);
    const journal = (await journalDe(sql, id)).filter((l) => l.acte === 'CONNEXION_REFUSEE');
    expect(journal.map((l) => l.details)).toEqual(Array(4).fill({ raison: 'lieAAutrui' }));
    expect(await liensDe(id)).toMatchObject({ oidcSub: 'la-vraie' });
  });

  test('leaves the browser’s former session as it was', async () => {
    await creerCompte(sql, { identifiantConnexion: 'reste' });
    const jeton = await jetonDe(connexion('reste'));
    await ouvrir(connexion('personne'), jeton);
    expect(await finDe(jeton)).toBeNull();
  });

  test('for a bound mismatch of an account without address is journaled all the same', async () => {
    const id = await creerCompte(sql, {
      identifiantConnexion: 'sans-adresse',
      adresseElectronique: null,
    });
    await ouvrir(connexion('sans-adresse'));
    await ouvrir(connexion('sans-adresse', 'intrus'));
    expect((await journalDe(sql, id)).at(-1)?.acte).toBe('CONNEXION_REFUSEE');
  });
});

describe('« Se déconnecter »', () => {
  test('ends this session only, and journals it', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'sort' });
    const [jeton, autre] = [await jetonDe(connexion('sort')), await jetonDe(connexion('sort'))];
    await fermerSession(sql, jeton, INSTANT);
    expect([await finDe(jeton), await finDe(autre)]).toEqual(['DECONNEXION', null]);
    expect((await journalDe(sql, id)).at(-1)?.acte).toBe('DECONNEXION');
  });

  test('twice, or with an unknown cookie, does and journals nothing more', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'sort-deux-fois' });
    const jeton = await jetonDe(connexion('sort-deux-fois'));
    await fermerSession(sql, jeton, INSTANT);
    await fermerSession(sql, jeton, apres(INSTANT, 1000));
    await fermerSession(sql, 'inconnu', INSTANT);
    const actes = (await journalDe(sql, id)).map(({ acte }) => acte);
    expect(actes.filter((acte) => acte === 'DECONNEXION').length).toBe(1);
    const session = await lireSession(sql, empreinte(jeton), JOUR);
    expect(session?.termineeLe).toEqual(INSTANT);
  });
});
