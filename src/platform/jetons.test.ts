// Tokens: impossible to guess, safe in an address, known by their hash only.
import { describe, expect, test } from 'vitest';
import { empreinte, nouveauJeton } from './jetons.ts';

describe('a token', () => {
  test('carries 256 random bits in letters safe for an address', () => {
    const jetons = Array.from({ length: 200 }, nouveauJeton);
    expect(new Set(jetons).size).toBe(200);
    expect(jetons.filter((jeton) => !/^[\w-]{43}$/.test(jeton))).toEqual([]);
  });

  test('is found by its SHA-256', () => {
    const attendu = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(empreinte('abc').toString('hex')).toBe(attendu);
    expect(empreinte('abd')).not.toEqual(empreinte('abc'));
  });
});
