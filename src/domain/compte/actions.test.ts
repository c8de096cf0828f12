// « Mes informations personnelles » against the database: stored, told, journaled together, or nothing at all.
import { beforeAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  courrielsEnFile,
  creerCompte,
  filDe,
  heures,
  INSTANT,
  journalDe,
  minutes,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import { enregistrerInformations } from './actions.ts';
import { trouverCompte } from './queries.ts';
import type { InformationsPersonnelles } from './valeurs.ts';

const { sql, proprietaire } = await baseDeTest();
beforeAll(() => ouvrirMois(proprietaire));

const VALEURS: InformationsPersonnelles = {
  adresseElectronique: 'mairie@terneuil.fr',
  nom: 'Dufour',
  prenom: 'Pauline',
  adresseLigne: '1 place de la Mairie',
  adresseComplement: null,
  adresseCodePostal: '17120',
  adresseVille: 'Terneuil',
  adressePays: 'FR',
  telephone: '+33546000001',
  fax: null,
};
const { adresseElectronique: _, ...SANS_ADRESSE } = VALEURS;

const enregistrer = (
  id: number,
  changes: Partial<InformationsPersonnelles> = {},
  version = 1,
  instant = apres(INSTANT, minutes(5)),
) => enregistrerInformations(sql, id, { valeurs: { ...VALEURS, ...changes }, version }, instant);

/** All that an act may write about an account: nothing of it moves when the act is refused. */
async function traces(id: number): Promise<unknown> {
  const [compte] = await proprietaire`select * from compte where id = ${id}`;
  const demandes =
    await proprietaire`select * from confirmation_adresse where compte_id = ${id} order by id`;
  const envois = await proprietaire`select * from envoi where compte_id = ${id} order by id`;
  const file = await courrielsEnFile(proprietaire);
  const [journal, fil] = [await journalDe(proprietaire, id), await filDe(proprietaire, id)];
  return structuredClone({ compte, demandes, envois, file, journal, fil });
}

describe('the first connection', () => {
  test('stores what was checked, marks the account verified and activated, and welcomes in the fil', async () => {
    const instant = apres(INSTANT, minutes(5));
    const id = await creerCompte(sql, { verifieLe: null, activeLe: null });
    expect(await enregistrer(id)).toEqual({ kind: 'enregistrees', adresseAConfirmer: null });
    expect(await trouverCompte(sql, id, instant)).toMatchObject({
      ...VALEURS,
      verifieLe: instant,
      activeLe: instant,
      modifieLe: instant,
      creeLe: INSTANT,
      version: 2,
      adresseEnAttente: null,
    });
    expect(await filDe(sql, id)).toEqual(['COMPTE_VERIFIE']);
  });

  test('keeps the day of the first verification afterwards', async () => {
    const id = await creerCompte(sql);
    await enregistrer(id, { nom: 'Martin' });
    expect(await trouverCompte(sql, id, INSTANT)).toMatchObject({
      verifieLe: INSTANT,
      activeLe: INSTANT,
      nom: 'Martin',
    });
    expect(await filDe(sql, id)).toEqual(['INFORMATIONS_MODIFIEES']);
  });

  test('files the first contact address of an account that has none, and tells nobody else', async () => {
    const adresse = 'premiere@terneuil.fr';
    const id = await creerCompte(sql, { verifieLe: null, adresseElectronique: null });
    const resultat = await enregistrer(id, { adresseElectronique: adresse });
    expect(resultat).toEqual({ kind: 'enregistrees', adresseAConfirmer: adresse });
    expect(await trouverCompte(sql, id, INSTANT)).toMatchObject({
      adresseElectronique: null,
      adresseEnAttente: adresse,
    });
    const natures = await sql`select nature from envoi where compte_id = ${id}`;
    expect([...natures]).toEqual([{ nature: 'ADRESSE_A_CONFIRMER' }]);
  });
});

describe('a change of personal data', () => {
  test('is journaled by the names of the fields changed, never by their content', async () => {
    const id = await creerCompte(sql, { ...SANS_ADRESSE, nom: 'Avant', telephone: null });
    await enregistrer(id, { adresseElectronique: 'nouvelle@terneuil.fr' });
    const journal = await journalDe(sql, id);
    expect(journal).toEqual([
      {
        acte: 'INFORMATIONS_MODIFIEES',
        acteurCompteId: id,
        details: { champs: ['nom', 'telephone'] },
      },
      { acte: 'ADRESSE_DEMANDEE', acteurCompteId: id, details: {} },
    ]);
    const [whole] = await sql`
      select json_agg(j)::text as lignes, (select json_agg(e)::text from evenement e) as evenements
      from journal j where compte_id = ${id}`;
    for (const ecrit of ['Dufour', 'Avant', 'nouvelle', '+33']) {
      expect(`${whole?.['lignes']}${whole?.['evenements']}`).not.toContain(ecrit);
    }
  });

  test('marks each changed field as the person’s own, and leaves the source of the others', async () => {
    const sources = { nom: 'MADRHAS', prenom: 'MADRHAS' };
    const id = await creerCompte(sql, { ...SANS_ADRESSE, sources });
    await enregistrer(id, { nom: 'Martin', fax: '+33546000002' });
    const [row] = await sql`select sources from compte where id = ${id}`;
    expect(row?.['sources']).toEqual({ nom: 'PERSONNE', fax: 'PERSONNE', prenom: 'MADRHAS' });
  });

  test('can empty what is optional', async () => {
    const id = await creerCompte(sql, { ...SANS_ADRESSE, adresseComplement: 'Bâtiment B' });
    await enregistrer(id, { telephone: null, adresseCodePostal: null });
    expect(await trouverCompte(sql, id, INSTANT)).toMatchObject({
      telephone: null,
      adresseCodePostal: null,
      adresseComplement: null,
    });
  });

  test('that changes nothing tells nothing', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    await enregistrer(id);
    expect(await filDe(sql, id)).toEqual([]);
  });
});

describe('two tabs', () => {
  test('the second learns what the first stored, and nothing of its own is stored', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    await enregistrer(id, { nom: 'Premier', telephone: null });
    const avant = await traces(id);
    expect(await enregistrer(id, { nom: 'Second', adresseElectronique: 'x@y.fr' })).toEqual({
      kind: 'conflit',
      version: 2,
      conflits: [
        { champ: 'adresseElectronique', enregistree: 'mairie@terneuil.fr' },
        { champ: 'nom', enregistree: 'Premier' },
        { champ: 'telephone', enregistree: null },
      ],
    });
    expect(await traces(id)).toEqual(avant);
  });

  test('the second passes with the version that it was shown', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    await enregistrer(id, { nom: 'Premier' });
    expect(await enregistrer(id, { nom: 'Second' }, 2)).toMatchObject({ kind: 'enregistrees' });
    expect(await trouverCompte(sql, id, INSTANT)).toMatchObject({ nom: 'Second', version: 3 });
  });

  test('that typed the same do not disagree', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    await enregistrer(id, { nom: 'Martin' });
    expect(await enregistrer(id, { nom: 'Martin' })).toMatchObject({ kind: 'enregistrees' });
  });

  test('sent at the same moment: one is stored, the other sees the conflict', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    const noms = ['Un', 'Deux', 'Trois'];
    const kinds = (await Promise.all(noms.map((nom) => enregistrer(id, { nom })))).map(
      (r) => r.kind,
    );
    expect(kinds.toSorted()).toEqual(['conflit', 'conflit', 'enregistrees']);
    expect(await filDe(sql, id)).toEqual(['INFORMATIONS_MODIFIEES']);
  });
});

describe('an account deactivated meanwhile', () => {
  test('stores nothing', async () => {
    const id = await creerCompte(sql, { etat: 'INACTIF' });
    const avant = await traces(id);
    expect(await enregistrer(id, { nom: 'Martin' })).toEqual({ kind: 'indisponible' });
    expect(await traces(id)).toEqual(avant);
  });

  test('that does not exist is answered the same', async () => {
    expect(await enregistrer(999_999)).toEqual({ kind: 'indisponible' });
  });
});

describe('too many contact addresses', () => {
  test('are refused at the sixth within an hour, with all the form, and allowed again after', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    const demander = (n: number, instant: Date) =>
      enregistrer(
        id,
        { adresseElectronique: `n${n}@terneuil.fr`, nom: `Nom ${n}` },
        n + 1,
        instant,
      );
    for (const n of [0, 1, 2, 3, 4]) {
      const resultat = await demander(n, apres(INSTANT, minutes(n)));
      expect(resultat).toMatchObject({ adresseAConfirmer: `n${n}@terneuil.fr` });
    }
    const avant = await traces(id);
    const dernierInstant = apres(INSTANT, heures(1) - 1);
    expect(await demander(5, dernierInstant)).toEqual({ kind: 'tropDeDemandesAdresse' });
    expect(await traces(id)).toEqual(avant);
    expect(await demander(5, apres(INSTANT, heures(1)))).toMatchObject({ kind: 'enregistrees' });
  });

  test('do not stop a form that keeps the address', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    for (const n of [0, 1, 2, 3, 4])
      await enregistrer(id, { adresseElectronique: `n${n}@t.fr` }, n + 1);
    expect(await enregistrer(id, { nom: 'Martin' }, 6)).toMatchObject({ kind: 'enregistrees' });
  });
});

describe('all or nothing', () => {
  test('when the queue of mails fails, nothing of the form is stored', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    const avant = await traces(id);
    await proprietaire`revoke usage on schema graphile_worker from portail`;
    try {
      const essai = enregistrer(id, { nom: 'Martin', adresseElectronique: 'n@terneuil.fr' });
      await expect(essai).rejects.toMatchObject({ code: '42501' });
    } finally {
      await proprietaire`grant usage on schema graphile_worker to portail`;
    }
    expect(await traces(id)).toEqual(avant);
  });

  test('when the fil cannot be written (no month made), nothing is stored', async () => {
    const id = await creerCompte(sql, SANS_ADRESSE);
    const avant = await traces(id);
    const essai = enregistrer(id, { nom: 'Martin' }, 1, new Date('2099-01-01T12:00:00Z'));
    await expect(essai).rejects.toMatchObject({ code: '23514' });
    expect(await traces(id)).toEqual(avant);
  });
});
