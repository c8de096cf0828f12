// What was typed in a form sent too late: given back to its own account, on its own page, for fifteen minutes.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { apres, creerCompte, INSTANT, minutes } from '../../../tests/soutien/scene.ts';
import { empreinte } from '../../platform/jetons.ts';
import { conserverSaisie, relireSaisie } from './queries-saisie.ts';
import { SAISIE_CONSERVEE_MINUTES } from './session.ts';

const { sql } = await baseDeTest();
const CHEMIN = '/mon-compte/parametres';
const CHAMPS = { nom: 'L’Haÿ', telephone: '01 48 96 00 12', vide: '' };
const EXPIRE_LE = apres(INSTANT, minutes(SAISIE_CONSERVEE_MINUTES));
let compteId: number;
let rang = 0;
const cle = (nom: string) => empreinte(`${nom}-${rang}`);

const conserver = (nom: string, champs: Record<string, string> = CHAMPS, chemin = CHEMIN) =>
  conserverSaisie(sql, cle(nom), { compteId, chemin, champs }, EXPIRE_LE);
const relire = (nom: string, chemin = CHEMIN, instant = INSTANT, qui = compteId) =>
  relireSaisie(sql, cle(nom), { compteId: qui, chemin }, instant);

beforeEach(async () => {
  rang += 1;
  compteId = await creerCompte(sql);
});

describe('a kept form', () => {
  test('is given back as it was typed', async () => {
    await conserver('a');
    expect(await relire('a')).toEqual(CHAMPS);
  });

  test('may be read again: a page reloaded keeps it', async () => {
    await conserver('a');
    await relire('a');
    expect(await relire('a')).toEqual(CHAMPS);
  });

  test('is not given to another account', async () => {
    await conserver('a');
    const autre = await creerCompte(sql);
    expect(await relire('a', CHEMIN, INSTANT, autre)).toBeUndefined();
  });

  test('is not given to another page', async () => {
    await conserver('a');
    expect(await relire('a', '/mon-compte/informations-personnelles')).toBeUndefined();
  });

  test('is not given without its token', async () => {
    await conserver('a');
    expect(await relire('b')).toBeUndefined();
  });

  test('is there until its fifteen minutes are over, and no longer', async () => {
    expect(SAISIE_CONSERVEE_MINUTES).toBe(15);
    await conserver('a');
    expect(await relire('a', CHEMIN, apres(EXPIRE_LE, -1))).toEqual(CHAMPS);
    expect(await relire('a', CHEMIN, EXPIRE_LE)).toBeUndefined();
  });

  test('is replaced by the next one of the same page, beside those of other pages', async () => {
    await conserver('a');
    await conserver('autre-page', { langue: 'en' }, '/langue');
    await conserver('b', { nom: 'Second' });
    expect(await relire('a')).toBeUndefined();
    expect(await relire('b')).toEqual({ nom: 'Second' });
    expect(await relire('autre-page', '/langue')).toEqual({ langue: 'en' });
  });
});
