// Days and hours in words, in the civil time of Paris, in both languages.
import { describe, expect, test } from 'vitest';
import { formatHeure, formatJour } from './formats.ts';

const lu = (texte: string) => texte.replaceAll('\u00a0', ' ');

describe('a day', () => {
  test.each([
    ['fr', '2026-11-23', '23 novembre 2026'],
    ['en', '2026-11-23', '23 November 2026'],
    ['fr', '2026-02-05', '5 février 2026'],
    ['fr', '2026-08-31', '31 août 2026'],
    ['en', '2026-08-31', '31 August 2026'],
    ['fr', '2028-02-29', '29 février 2028'],
  ] as const)('in %s: %s is « %s »', (langue, jour, attendu) => {
    expect(lu(formatJour(langue, jour))).toBe(attendu);
  });

  test.each([
    ['2026-12-31T22:59:59Z', '31 décembre 2026'],
    ['2026-12-31T23:00:00Z', '1er janvier 2027'],
    ['2026-07-13T22:00:00Z', '14 juillet 2026'],
  ])('of the instant %s is that of Paris: « %s »', (instant, attendu) => {
    expect(lu(formatJour('fr', new Date(instant)))).toBe(attendu);
  });

  test.each(['2026-01-01', '2026-03-29', '2026-10-25', '2026-12-31'])(
    'written %s stays the same day, at both changes of the hour too',
    (jour) => {
      expect(lu(formatJour('en', jour)).split(' ')[0]).toBe(String(Number(jour.slice(-2))));
    },
  );
});

test('is never cut at the end of a line', () => {
  expect(formatJour('fr', '2026-11-23')).not.toContain(' ');
});

describe('an hour', () => {
  test.each([
    ['2026-11-23T08:12:00Z', '09:12'],
    ['2026-07-13T08:12:00Z', '10:12'],
    ['2026-11-22T23:00:00Z', '00:00'],
    ['2026-03-29T00:59:00Z', '01:59'],
    ['2026-03-29T01:00:00Z', '03:00'],
    ['2026-10-25T00:30:00Z', '02:30'],
    ['2026-10-25T01:30:00Z', '02:30'],
  ])('of %s is %s in both languages', (instant, attendu) => {
    expect(formatHeure('fr', new Date(instant))).toBe(attendu);
    expect(formatHeure('en', new Date(instant))).toBe(attendu);
  });
});
