// Working days of France, and the hour from which digests leave, whatever the season.
import { describe, expect, test } from 'vitest';
import {
  estFerie,
  estHebdomadaire,
  estOuvre,
  jourDeReleve,
  jourDuHebdomadaire,
  lundiDe,
  prochainReleve,
} from './jours-ouvres.ts';

describe('public holidays', () => {
  // Decreed dates: service-public.fr, « Jours fériés ».
  test.each([
    [2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
    [2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
    // Ascension Day on 1 May: ten days only.
    [2008, '01-01 03-24 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25'],
    // The latest Easter of the century.
    [2038, '01-01 04-26 05-01 05-08 06-03 06-14 07-14 08-15 11-01 11-11 12-25'],
  ])('of %i are %s', (annee, attendus) => {
    const jours = Array.from({ length: 366 }, (_, n) =>
      new Date(Date.UTC(annee, 0, 1 + n)).toISOString().slice(0, 10),
    ).filter((jour) => jour.startsWith(String(annee)));
    const feries = jours.filter(estFerie).map((jour) => jour.slice(5));
    expect(feries.join(' ')).toBe(attendus);
  });
});

test.each([
  ['2026-11-23', true],
  ['2026-11-28', false],
  ['2026-11-29', false],
  ['2026-12-25', false],
  ['2027-03-29', false],
])('%s is a working day: %s', (jour, attendu) => {
  expect(estOuvre(jour)).toBe(attendu);
});

describe('a digest may leave', () => {
  test.each([
    ['in winter before seven', '2026-11-24T05:59:59Z', null],
    ['in winter at seven', '2026-11-24T06:00:00Z', '2026-11-24'],
    ['in summer before seven', '2026-07-15T04:59:59Z', null],
    ['in summer at seven', '2026-07-15T05:00:00Z', '2026-07-15'],
    ['on the Monday after the hour moves back', '2026-10-26T06:00:00Z', '2026-10-26'],
    ['too early on that Monday', '2026-10-26T05:30:00Z', null],
    ['on the Tuesday after the hour moves forward', '2027-03-30T05:00:00Z', '2027-03-30'],
    ['late in the evening', '2026-11-24T22:59:00Z', '2026-11-24'],
    ['just after midnight', '2026-11-24T23:01:00Z', null],
    ['on Saturday', '2026-11-28T09:00:00Z', null],
    ['on Armistice Day', '2026-11-11T09:00:00Z', null],
  ])('%s: %s gives %s', (_, instant, attendu) => {
    expect(jourDeReleve(new Date(instant))).toBe(attendu);
  });

  test.each([
    ['today until it left', '2026-11-24T03:00:00Z', '2026-11-23', '2026-11-24'],
    ['tomorrow once it left', '2026-11-24T09:00:00Z', '2026-11-24', '2026-11-25'],
    ['after the week-end', '2026-11-27T09:00:00Z', '2026-11-27', '2026-11-30'],
    ['after Christmas, a Friday', '2026-12-24T09:00:00Z', '2026-12-24', '2026-12-28'],
  ])('next %s', (_, instant, dernier, attendu) => {
    expect(prochainReleve(new Date(instant), dernier)).toBe(attendu);
  });
});

describe('what comes weekly', () => {
  test.each([
    ['on Monday', '2026-11-30', '2026-11-23', true],
    ['not on the next day', '2026-12-01', '2026-11-30', false],
    ['on Tuesday when Monday is a holiday', '2027-03-30', '2027-03-22', true],
    ['on Thursday when nothing left since the week before', '2026-12-03', '2026-11-23', true],
  ])('leaves %s', (_, jour, dernier, attendu) => {
    expect(estHebdomadaire(jour, dernier)).toBe(attendu);
  });

  test.each([
    ['2026-11-26', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-03-30', '2027-03-30'],
    ['2027-03-29', null],
  ])('is of the first working day: on %s, %s', (jour, attendu) => {
    expect(jourDuHebdomadaire(jour)).toBe(attendu);
  });

  test('a week begins on Monday', () => {
    expect(['2026-11-23', '2026-11-25', '2026-11-29'].map(lundiDe)).toEqual(
      Array(3).fill('2026-11-23'),
    );
  });
});
