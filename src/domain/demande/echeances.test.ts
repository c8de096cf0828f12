// The pure rules of waiting requests: when an author may remind.
import { describe, expect, test } from 'vitest';
import { decideRelance, jourPlus } from './echeances.ts';

describe('« Relancer »', () => {
  test.each([
    ['the day of the request', '2026-11-23', '2026-11-23', 'tropTot'],
    ['two days later', '2026-11-23', '2026-11-25', 'tropTot'],
    ['three days later', '2026-11-23', '2026-11-26', 'relancer'],
    ['long after', '2026-11-23', '2027-01-01', 'relancer'],
    ['across the change of hour', '2026-10-24', '2026-10-26', 'tropTot'],
    ['across the change of hour, in time', '2026-10-24', '2026-10-27', 'relancer'],
  ])('%s', (_quand, derniere, jour, attendu) => {
    expect(decideRelance(derniere, jour, { relanceJours: 3 }).kind).toBe(attendu);
  });

  test('says from when on it may be', () => {
    expect(decideRelance('2026-11-23', '2026-11-24', { relanceJours: 3 })).toEqual({
      kind: 'tropTot',
      des: '2026-11-26',
    });
  });
});

test('days are counted across months and years', () => {
  expect(jourPlus('2026-12-29', 3)).toBe('2027-01-01');
});
