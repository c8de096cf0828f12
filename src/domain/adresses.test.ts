// The addresses of pages: stable, distinct, one for each espace of the catalogue.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { adresseEspace, adresses } from './adresses.ts';

const { sql } = await baseDeTest();

describe('the addresses', () => {
  test('lead to one page each', () => {
    const toutes = Object.values(adresses);
    expect(new Set(toutes).size).toBe(toutes.length);
    expect(toutes.filter((adresse) => !/^\/[a-z/-]*$/.test(adresse))).toEqual([]);
  });

  test('of the espaces come from their codes, « Mon compte » having its own page', async () => {
    const codes = await sql<{ code: string }[]>`select code from espace order by id`;
    const liste = codes.map(({ code }) => adresseEspace(code));
    expect(liste[0]).toBe(adresses.monCompte);
    expect(liste).toContain('/espaces/memoires-de-frais-de-justice');
    expect(new Set(liste).size).toBe(12);
  });
});
