// XLSX exports, read back: texts as they were, titles apart, nothing that a spreadsheet runs or calls damaged.
import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type Colonne, ecrireXlsx } from './xlsx.ts';

const COLONNES: Colonne[] = [{ titre: 'Identifiant' }, { titre: 'Désignation', largeur: 40 }];

async function* lots(...donnes: string[][][]) {
  yield* donnes;
}

async function feuille(...donnes: string[][][]) {
  const octets = await buffer(
    ecrireXlsx({ feuille: 'Structures', colonnes: COLONNES }, lots(...donnes)),
  );
  const { sheets } = await readXlsx(octets, { readStyles: true });
  const lue = sheets[0];
  if (!lue || sheets.length > 1) throw new Error(`${sheets.length} sheets`);
  return lue;
}

/** What a cell that was given this text holds. */
async function relu(valeur: string) {
  return (await feuille([['x', valeur]])).rows[1]?.[1];
}

describe('an XLSX', () => {
  test('holds its titles, then the rows of every batch in order', async () => {
    const { name, rows } = await feuille(
      [['1', 'a']],
      [],
      [
        ['2', 'b'],
        ['3', 'c'],
      ],
    );
    expect(name).toBe('Structures');
    expect(rows).toEqual([
      ['Identifiant', 'Désignation'],
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });

  test('without a row holds its titles only', async () => {
    expect((await feuille()).rows).toEqual([['Identifiant', 'Désignation']]);
  });

  test('has its titles in bold, its other cells not, and all of them are texts', async () => {
    const { cells } = await feuille([['1', 'a']], [['2', 'b']]);
    const gras = (cle: string) => cells?.get(cle)?.style?.font?.bold ?? false;
    expect(['0,0', '0,1', '1,0', '1,1', '2,1'].map(gras)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['0,0', '1,0', '2,1'].map((cle) => cells?.get(cle)?.style?.numFmt)).toEqual(
      Array(3).fill('@'),
    );
  });

  test('keeps its titles in sight, its columns as wide as asked', async () => {
    const { freezePane, columns } = await feuille([['1', 'a']]);
    expect(freezePane?.rows).toBe(1);
    expect(columns?.map(({ width }) => width)).toEqual([13, 40]);
  });

  test.each([
    ['an identifier', '00014700985600'],
    ['a formula', "=cmd|' /C calc'!A0"],
    ['a telephone', '+33148960012'],
    ['a date', '01/02/2026'],
    ['accents', 'L’Haÿ-les-Roses, Œuf & <b>'],
    ['spaces at both ends', ' a '],
    ['lines', 'a\nb'],
    ['what looks like a code of the format', '_x000D_ et _x0041_'],
    ['a character beyond the first plane', '😀'],
  ])('keeps %s as the text that it was', async (_, valeur) => {
    expect(await relu(valeur)).toBe(valeur);
  });

  test.each([
    ['control characters', 'a\u0000b\u0008\u001b\uFFFEc', 'abc'],
    ['half a character', 'a\uD800b', 'a\uFFFDb'],
    ['the ends of lines of elsewhere', 'a\r\nb\rc', 'a\nb\nc'],
    ['a text longer than a cell', 'é'.repeat(40_000), 'é'.repeat(32_767)],
  ])('writes what its format cannot hold without being damaged: %s', async (_, valeur, attendu) => {
    expect(await relu(valeur)).toBe(attendu);
  });
});
