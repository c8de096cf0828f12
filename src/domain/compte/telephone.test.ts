// Telephone numbers: however people write them, one E.164 form is stored, and it reads back the same.
import fc from 'fast-check';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js';
import { describe, expect, test } from 'vitest';
import { ecrireTelephone, lireTelephone } from './valeurs.ts';

describe('a telephone number', () => {
  test.each([
    ['01 48 96 00 12', 'FR'],
    ['0148960012', 'FR'],
    ['01.48.96.00.12', 'FR'],
    ['01-48-96-00-12', 'FR'],
    ['01/48/96/00/12', 'FR'],
    ['  01 48 96 00 12  ', 'FR'],
    ['01\u00a048\u00a096\u00a000\u00a012', 'FR'],
    ['0033 1 48 96 00 12', 'FR'],
    ['+33 1 48 96 00 12', 'FR'],
    ['+33148960012', 'FR'],
    ['+33 (0)1 48 96 00 12', 'FR'],
    ['+33 1 48 96 00 12', 'DE'],
    ['+33 1 48 96 00 12', 'XX'],
  ])('%j in %s is stored as +33148960012', (saisie, pays) => {
    expect(lireTelephone(saisie, pays)).toBe('+33148960012');
  });

  test.each([
    ['020 7946 0958', 'GB', '+442079460958'],
    ['02 501 02 11', 'BE', '+3225010211'],
    ['(212) 555-0100', 'US', '+12125550100'],
    ['0590 81 00 01', 'GP', '+590590810001'],
    ['00 1 212 555 0100', 'FR', '+12125550100'],
  ])('%j in %s is stored as %s', (saisie, pays, attendu) => {
    expect(lireTelephone(saisie, pays)).toBe(attendu);
  });

  test.each(['', '  ', '\u00a0'])('may be left out: %j', (saisie) => {
    expect(lireTelephone(saisie, 'FR')).toBeNull();
  });

  test.each([
    ['letters', 'bonjour', 'FR'],
    ['a number in letters', '1-800-FLOWERS', 'US'],
    ['a short number', '3615', 'FR'],
    ['two digits missing', '01 48 96 00', 'FR'],
    ['a digit too many', '01 48 96 00 123', 'FR'],
    ['a dialling code alone', '+33', 'FR'],
    ['a dialling code that does not exist', '+999 123456', 'FR'],
    ['two numbers', '01 48 96 00 12 / 06 12 34 56 78', 'FR'],
    ['words around', 'Tél : 01 48 96 00 12', 'FR'],
    ['markup', '<b>0148960012</b>', 'FR'],
    ['a national number without its country', '01 48 96 00 12', 'XX'],
  ])('is refused with %s', (_quoi, saisie, pays) => {
    expect(lireTelephone(saisie, pays)).toBeUndefined();
  });

  test('is refused with one digit missing', () => {
    expect(lireTelephone('01 48 96 00 1', 'FR')).toBeUndefined();
  });

  test.each(['01 48 96 00 12 ext 3', '01 48 96 00 12x3', '01 48 96 00 12 #12'])(
    'is refused with an extension: %s',
    (saisie) => {
      expect(lireTelephone(saisie, 'FR')).toBeUndefined();
    },
  );

  test('is refused beyond the fifteen digits of E.164', () => {
    expect(lireTelephone('+49 123456789012345', 'FR')).toBeUndefined();
  });

  test('may be written with narrow non-breaking spaces', () => {
    expect(lireTelephone('01\u202f48\u202f96\u202f00\u202f12', 'FR')).toBe('+33148960012');
  });
});

describe('a stored number', () => {
  test.each([
    ['+33148960012', '+33 1 48 96 00 12'],
    ['+3225010211', '+32 2 501 02 11'],
    ['+590590810001', '+590 590 81 00 01'],
  ])('%s is shown as %s', (e164, affiche) => {
    expect(ecrireTelephone(e164)).toBe(affiche);
  });

  test('that is none is shown as it is', () => {
    expect(ecrireTelephone('inconnu')).toBe('inconnu');
  });

  test('reads back the same from what is shown, in every country', () => {
    const numero = fc
      .tuple(fc.constantFrom(...getCountries()), fc.stringMatching(/^[1-9]\d{3,11}$/))
      .map(([pays, national]) => lireTelephone(`+${getCountryCallingCode(pays)}${national}`, pays))
      .filter((lu) => typeof lu === 'string');
    fc.assert(
      fc.property(numero, (e164) => {
        expect(lireTelephone(ecrireTelephone(e164), 'FR')).toBe(e164);
        expect(lireTelephone(e164, 'FR')).toBe(e164);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
