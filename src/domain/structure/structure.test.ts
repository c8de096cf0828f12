// Identifiers of structures: one form, and the key of a SIRET.
import { expect, test } from 'vitest';
import { cleDeLuhn, normaliserIdentifiant, siretValide } from './structure.ts';

test('an identifier is kept without spaces, in capitals', () => {
  expect(normaliserIdentifiant(' 217 600\u00a0022 00016 ')).toBe('21760002200016');
  expect(normaliserIdentifiant('fr ab1')).toBe('FRAB1');
});

test.each([
  ['a commune’s', '21760002200016', true],
  ['a wrong key', '21760002200017', false],
  ['the guide’s, fictional', '14700985600135', false],
  ['La Poste’s head office, whose key is Luhn’s', '35600000000048', true],
  ['one of La Poste’s establishments, by the sum of its digits', '35600000049837', true],
  ['too short', '2176000220001', false],
  ['letters', '2176000220001A', false],
])('the key of %s SIRET: %s → %s', (_, siret, attendu) => {
  expect(siretValide(siret)).toBe(attendu);
});

test('the key ends a SIREN and a SIRET', () => {
  expect(cleDeLuhn([...'21760002'].map(Number))).toBe(2);
  expect(cleDeLuhn([...'2176000220001'].map(Number))).toBe(6);
});
