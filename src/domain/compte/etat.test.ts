// Who may change the state of an account, case by case.
import { expect, test } from 'vitest';
import { refusDEtat } from './etat.ts';

const AUTRUI = { surSoi: false, rattache: false, cibleReferente: false, national: false };

test.each([
  ['an account of theirs', {}, null],
  ['their own', { surSoi: true }, 'soi'],
  [
    'their own, of the whole country',
    { surSoi: true, cibleReferente: true, national: true },
    'soi',
  ],
  ['somebody of a structure of theirs', { rattache: true }, 'rattache'],
  ['the same, of the whole country', { rattache: true, national: true }, 'rattache'],
  ['another référent', { cibleReferente: true }, 'referente'],
  ['another référent, of the whole country', { cibleReferente: true, national: true }, null],
] as const)('a référent, on %s', (_qui, change, refus) => {
  expect(refusDEtat({ ...AUTRUI, ...change })).toBe(refus);
});
