// The link of a contact address (model §6): once, within sixty minutes, in a session of its own account.
import { beforeAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  courrielsEnFile,
  creerCompte,
  filDe,
  INSTANT,
  journalDe,
  minutes,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import { empreinte, nouveauJeton } from '../../platform/jetons.ts';
import { confirmerAdresse } from './actions-adresse.ts';
import { trouverCompte } from './queries.ts';
import { creerDemandeAdresse } from './queries-adresse.ts';

const { sql, proprietaire } = await baseDeTest();
beforeAll(() => ouvrirMois(proprietaire));

const NOUVELLE = 'nouvelle@terneuil.fr';
const ANCIENNE = 'mairie@terneuil.fr';
const EXPIRE_LE = apres(INSTANT, minutes(60));

/** An account whose new address waits for its confirmation. */
async function enAttente(champs: Record<string, unknown> = {}) {
  const id = await creerCompte(sql, champs);
  const jeton = nouveauJeton();
  const demande = { compteId: id, adresse: NOUVELLE, jetonEmpreinte: empreinte(jeton) };
  const demandeId = await sql.begin((tx) =>
    creerDemandeAdresse(tx, { ...demande, demandeeLe: INSTANT, expireLe: EXPIRE_LE }),
  );
  return { id, jeton, demandeId };
}

async function rienNaChange(id: number): Promise<void> {
  expect(await trouverCompte(sql, id, INSTANT)).toMatchObject({
    adresseElectronique: ANCIENNE,
    adresseEnAttente: NOUVELLE,
    version: 1,
  });
  expect(await journalDe(sql, id)).toEqual([]);
  expect(await filDe(sql, id)).toEqual([]);
}

const mailsDe = async (id: number) => {
  const [envois] = await sql`select array_agg(id::int) as ids from envoi where compte_id = ${id}`;
  const ids: number[] = envois?.['ids'] ?? [];
  return (await courrielsEnFile(proprietaire)).filter((m) => ids.includes(Number(m['envoiId'])));
};

describe('the link of a contact address', () => {
  test('makes the new address serve, as the person’s own', async () => {
    const { id, jeton } = await enAttente({ sources: { nom: 'MADRHAS' } });
    const instant = apres(INSTANT, minutes(10));
    const resultat = await confirmerAdresse(sql, id, jeton, instant);
    expect(resultat).toEqual({ kind: 'confirmee', adresse: NOUVELLE });
    expect(await trouverCompte(sql, id, instant)).toMatchObject({
      adresseElectronique: NOUVELLE,
      adresseEnAttente: null,
      modifieLe: instant,
      version: 2,
    });
    const [row] = await sql`
      select c.sources, a.issue, a.terminee_le from compte c
      join confirmation_adresse a on a.compte_id = c.id where c.id = ${id}`;
    expect(row).toEqual({
      sources: { nom: 'MADRHAS', adresseElectronique: 'PERSONNE' },
      issue: 'CONFIRMEE',
      termineeLe: instant,
    });
  });

  test('is journaled without the address, told in the fil, and told to the former address', async () => {
    const { id, jeton, demandeId } = await enAttente();
    await confirmerAdresse(sql, id, jeton, INSTANT);
    expect(await journalDe(sql, id)).toEqual([
      { acte: 'ADRESSE_CONFIRMEE', acteurCompteId: id, details: {} },
    ]);
    expect(await filDe(sql, id)).toEqual(['ADRESSE_CONFIRMEE']);
    expect(await mailsDe(id)).toMatchObject([
      { nature: 'ADRESSE_CHANGEE', destinataire: ANCIENNE, langue: 'fr' },
    ]);
    const [envoi] = await sql`select periode from envoi where compte_id = ${id}`;
    expect(envoi?.['periode']).toBe(`demande-${demandeId}`);
  });

  test('sends no mail when no address served before', async () => {
    const { id, jeton } = await enAttente({ adresseElectronique: null });
    expect(await confirmerAdresse(sql, id, jeton, INSTANT)).toMatchObject({ kind: 'confirmee' });
    expect(await mailsDe(id)).toEqual([]);
  });

  test('works until the last instant of its hour', async () => {
    const { id, jeton } = await enAttente();
    const dernier = apres(EXPIRE_LE, -1);
    expect(await confirmerAdresse(sql, id, jeton, dernier)).toMatchObject({ kind: 'confirmee' });
  });

  test('no longer works at exactly sixty minutes', async () => {
    const { id, jeton } = await enAttente();
    expect(await confirmerAdresse(sql, id, jeton, EXPIRE_LE)).toEqual({ kind: 'lienPerime' });
    await rienNaChange(id);
  });

  test('works once', async () => {
    const { id, jeton } = await enAttente();
    await confirmerAdresse(sql, id, jeton, INSTANT);
    expect(await confirmerAdresse(sql, id, jeton, INSTANT)).toEqual({ kind: 'lienPerime' });
    expect((await journalDe(sql, id)).length).toBe(1);
  });

  test('opened twice at the same moment confirms once', async () => {
    const { id, jeton } = await enAttente();
    const essais = [1, 2, 3, 4].map(() => confirmerAdresse(sql, id, jeton, INSTANT));
    const kinds = (await Promise.all(essais)).map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['confirmee', 'lienPerime', 'lienPerime', 'lienPerime']);
    expect(await filDe(sql, id)).toEqual(['ADRESSE_CONFIRMEE']);
    expect((await mailsDe(id)).length).toBe(1);
  });

  test.each([
    ['another token', nouveauJeton()],
    ['an empty token', ''],
    ['something else than a token', "' or true --"],
  ])('does nothing with %s', async (_quoi, faux) => {
    const { id } = await enAttente();
    expect(await confirmerAdresse(sql, id, faux, INSTANT)).toEqual({ kind: 'lienPerime' });
    await rienNaChange(id);
  });

  test('does nothing in the session of another account, and still works in its own', async () => {
    const { id, jeton } = await enAttente();
    const autre = await creerCompte(sql, { adresseElectronique: ANCIENNE });
    expect(await confirmerAdresse(sql, autre, jeton, INSTANT)).toEqual({ kind: 'lienPerime' });
    await rienNaChange(id);
    expect(await trouverCompte(sql, autre, INSTANT)).toMatchObject({
      adresseElectronique: ANCIENNE,
    });
    expect(await confirmerAdresse(sql, id, jeton, INSTANT)).toMatchObject({ kind: 'confirmee' });
  });

  test('does nothing for an account deactivated meanwhile', async () => {
    const { id, jeton } = await enAttente();
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${id}`;
    expect(await confirmerAdresse(sql, id, jeton, INSTANT)).toEqual({ kind: 'indisponible' });
    await rienNaChange(id);
  });

  test('changes nothing when the mail to the former address cannot be queued', async () => {
    const { id, jeton } = await enAttente();
    await proprietaire`revoke usage on schema graphile_worker from portail`;
    try {
      const essai = confirmerAdresse(sql, id, jeton, INSTANT);
      await expect(essai).rejects.toMatchObject({ code: '42501' });
    } finally {
      await proprietaire`grant usage on schema graphile_worker to portail`;
    }
    await rienNaChange(id);
    expect(await confirmerAdresse(sql, id, jeton, INSTANT)).toMatchObject({ kind: 'confirmee' });
  });
});
