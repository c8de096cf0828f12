// PIGP closes sessions (OpenID Connect Back-Channel Logout 1.0): by sid, by sub, each token once.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { apres, creerCompte, heures, INSTANT, JOUR } from '../../../tests/soutien/scene.ts';
import { empreinte } from '../../platform/jetons.ts';
import { fermerSessionsPigp, type JetonDeconnexion, ouvrirSession } from './actions.ts';
import { lireSession, terminerSessionsDuCompte } from './queries.ts';
import { decideSession } from './session.ts';

const { sql } = await baseDeTest();
const ISSUER = 'https://pigp';
let rang = 0;

beforeEach(async () => {
  await sql`delete from session`;
});

/** Signs an account in from one PIGP session; gives the cookie. */
async function entrer(identifiant: string, sid: string, issuer = ISSUER): Promise<string> {
  const identite = { issuer, sub: `sub-${identifiant}`, identifiant };
  const ouverte = await ouvrirSession(sql, { ...identite, sid }, null, INSTANT);
  if (ouverte.kind !== 'ouverte') throw new Error(ouverte.raison);
  return ouverte.jeton;
}

const fermer = (changes: Partial<JetonDeconnexion>) => {
  rang += 1;
  const jeton = { issuer: ISSUER, jti: `jti-${rang}`, sid: null, sub: null };
  const expireLe = apres(INSTANT, 120_000);
  return fermerSessionsPigp(sql, { ...jeton, expireLe, ...changes }, INSTANT);
};

/** How each session ended, if it did. */
const fins = async (jetons: string[]) => {
  const lues = jetons.map(
    (jeton) => sql`select fin from session where empreinte = ${empreinte(jeton)}`,
  );
  return (await Promise.all(lues)).map(([row]) => row?.['fin']);
};

describe('a logout token', () => {
  test('that names a PIGP session ends what it opened, and no other', async () => {
    await creerCompte(sql, { identifiantConnexion: 'par-sid' });
    const jetons = [await entrer('par-sid', 's1'), await entrer('par-sid', 's2')];
    expect(await fermer({ sid: 's1' })).toEqual({ kind: 'fermees', nombre: 1 });
    expect(await fins(jetons)).toEqual(['DECONNEXION_PIGP', null]);
  });

  test('that names a person ends all their sessions, and nobody else’s', async () => {
    await creerCompte(sql, { identifiantConnexion: 'par-sub' });
    await creerCompte(sql, { identifiantConnexion: 'voisin' });
    const jetons = [
      await entrer('par-sub', 's3'),
      await entrer('par-sub', 's4'),
      await entrer('voisin', 's5'),
    ];
    expect(await fermer({ sub: 'sub-par-sub' })).toEqual({ kind: 'fermees', nombre: 2 });
    expect(await fins(jetons)).toEqual(['DECONNEXION_PIGP', 'DECONNEXION_PIGP', null]);
  });

  test('that names both ends the person’s session of that sid only', async () => {
    await creerCompte(sql, { identifiantConnexion: 'les-deux' });
    const jetons = [await entrer('les-deux', 's6'), await entrer('les-deux', 's7')];
    await fermer({ sid: 's6', sub: 'sub-les-deux' });
    expect(await fins(jetons)).toEqual(['DECONNEXION_PIGP', null]);
    expect(await fermer({ sid: 's7', sub: 'sub-autre' })).toEqual({ kind: 'fermees', nombre: 0 });
  });

  test('of another provider ends nothing here', async () => {
    await creerCompte(sql, { identifiantConnexion: 'ici' });
    const jeton = await entrer('ici', 's8');
    expect(await fermer({ issuer: 'https://autre', sid: 's8' })).toMatchObject({ nombre: 0 });
    expect(await fins([jeton])).toEqual([null]);
  });

  test('played again changes nothing', async () => {
    await creerCompte(sql, { identifiantConnexion: 'rejoue' });
    await entrer('rejoue', 's9');
    await fermer({ sid: 's9', jti: 'rejoue' });
    const jeton = await entrer('rejoue', 's9');
    expect(await fermer({ sid: 's9', jti: 'rejoue' })).toEqual({ kind: 'dejaVu' });
    expect(await fins([jeton])).toEqual([null]);
  });

  test('is one of its provider: the same jti of another is not a replay', async () => {
    await fermer({ sid: 's10', jti: 'partage' });
    const ailleurs = await fermer({ issuer: 'https://autre', sid: 's10', jti: 'partage' });
    expect(ailleurs).toMatchObject({ kind: 'fermees' });
  });

  test('received several times at once counts once', async () => {
    const recus = [1, 2, 3].map(() => fermer({ sid: 's11', jti: 'en-rafale' }));
    const kinds = (await Promise.all(recus)).map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['dejaVu', 'dejaVu', 'fermees']);
  });

  test('that names nobody ends nothing', async () => {
    await creerCompte(sql, { identifiantConnexion: 'personne-nomme' });
    const jeton = await entrer('personne-nomme', 's12');
    await fermer({}).catch(() => undefined);
    expect(await fins([jeton])).toEqual([null]);
  });
});

describe('an account deactivated while signed in', () => {
  const DUREES = { inactiviteMinutes: 30, maximumHeures: 12 };

  test('reads as over at its next page, before anybody ends its sessions', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'coupee' });
    const cle = empreinte(await entrer('coupee', 's13'));
    const decider = async () => {
      const lue = await lireSession(sql, cle, JOUR);
      return lue && decideSession(lue, DUREES, INSTANT);
    };
    expect(await decider()).toMatchObject({ kind: 'ouverte' });
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${id}`;
    expect(await decider()).toMatchObject({ kind: 'terminee', compteId: id });
  });

  test('has its own sessions ended for good, those already over unchanged', async () => {
    const id = await creerCompte(sql, { identifiantConnexion: 'fermee' });
    await creerCompte(sql, { identifiantConnexion: 'collegue' });
    const jetons = [
      await entrer('fermee', 's14'),
      await entrer('fermee', 's15'),
      await entrer('collegue', 's16'),
    ];
    await fermer({ sid: 's14' });
    const instant = apres(INSTANT, heures(1));
    await sql.begin((tx) => terminerSessionsDuCompte(tx, id, 'COMPTE_DESACTIVE', instant));
    expect(await fins(jetons)).toEqual(['DECONNEXION_PIGP', 'COMPTE_DESACTIVE', null]);
  });
});
