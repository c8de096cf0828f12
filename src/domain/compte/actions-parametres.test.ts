// « Mes paramètres » and the language of the banner against the database.
import { beforeAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  creerCompte,
  filDe,
  INSTANT,
  journalDe,
  minutes,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import { changerLangue } from './actions.ts';
import { enregistrerParametres, type Parametres } from './actions-parametres.ts';
import { trouverCompte } from './queries.ts';

const { sql, proprietaire } = await baseDeTest();
beforeAll(() => ouvrirMois(proprietaire));

const PLUS_TARD = apres(INSTANT, minutes(5));
type Saisie = Omit<Parametres, 'rythmes'> & Partial<Pick<Parametres, 'rythmes'>>;
const enregistrer = (id: number, saisie: Saisie, version = 1) =>
  enregistrerParametres(sql, id, { parametres: { rythmes: {}, ...saisie }, version }, PLUS_TARD);
const lire = (id: number) => trouverCompte(sql, id, PLUS_TARD);

describe('the settings', () => {
  test('are stored, journaled and told', async () => {
    const id = await creerCompte(sql);
    const resultat = await enregistrer(id, { langue: 'en', recevoirNotifications: false });
    expect(resultat).toEqual({ kind: 'enregistres' });
    expect(await lire(id)).toMatchObject({
      langue: 'en',
      recevoirNotifications: false,
      modifieLe: PLUS_TARD,
      versionParametres: 2,
    });
    expect(await journalDe(sql, id)).toEqual([
      { acte: 'PARAMETRES_MODIFIES', acteurCompteId: id, details: {} },
    ]);
    expect(await filDe(sql, id)).toEqual(['PARAMETRES_MODIFIES']);
  });

  test('sent as they are change and tell nothing, whatever the version', async () => {
    const id = await creerCompte(sql);
    const parametres = { langue: 'fr', recevoirNotifications: true } as const;
    expect(await enregistrer(id, parametres, 7)).toEqual({ kind: 'enregistres' });
    expect(await lire(id)).toMatchObject({ versionParametres: 1, modifieLe: INSTANT });
    expect(await journalDe(sql, id)).toEqual([]);
    expect(await filDe(sql, id)).toEqual([]);
  });

  test('of a second tab are refused with what is stored', async () => {
    const id = await creerCompte(sql);
    await enregistrer(id, { langue: 'en', recevoirNotifications: true });
    expect(await enregistrer(id, { langue: 'fr', recevoirNotifications: false })).toMatchObject({
      kind: 'conflit',
      version: 2,
      enregistres: { langue: 'en', recevoirNotifications: true },
    });
    expect(await lire(id)).toMatchObject({
      langue: 'en',
      recevoirNotifications: true,
      versionParametres: 2,
    });
    expect(await filDe(sql, id)).toEqual(['PARAMETRES_MODIFIES']);
  });

  test('of an account deactivated meanwhile are not stored', async () => {
    const id = await creerCompte(sql, { etat: 'INACTIF' });
    const resultat = await enregistrer(id, { langue: 'en', recevoirNotifications: false });
    expect(resultat).toEqual({ kind: 'indisponible' });
    expect(await lire(id)).toMatchObject({ langue: 'fr', recevoirNotifications: true });
    expect(await journalDe(sql, id)).toEqual([]);
  });
});

describe('the language of the banner', () => {
  test('changes at once, is journaled, and leaves forms of personal data good, not settings', async () => {
    const id = await creerCompte(sql);
    await changerLangue(sql, id, 'en', PLUS_TARD);
    expect(await lire(id)).toMatchObject({
      langue: 'en',
      version: 1,
      versionParametres: 2,
    });
    expect(await journalDe(sql, id)).toEqual([
      { acte: 'LANGUE_CHANGEE', acteurCompteId: id, details: {} },
    ]);
    expect(await filDe(sql, id)).toEqual([]);
  });

  test('is not stored when it is none of ours', async () => {
    const id = await creerCompte(sql);
    const essai = changerLangue(sql, id, 'de' as 'fr', PLUS_TARD);
    await expect(essai).rejects.toMatchObject({ code: '23514' });
    expect(await journalDe(sql, id)).toEqual([]);
  });

  test('of an account deactivated meanwhile is not stored', async () => {
    const id = await creerCompte(sql, { etat: 'INACTIF' });
    await changerLangue(sql, id, 'en', PLUS_TARD);
    expect(await lire(id)).toMatchObject({ langue: 'fr' });
  });
});
