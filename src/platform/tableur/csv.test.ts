// CSV exports, byte by byte: what a spreadsheet must not run, and what it must read as it was.
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { ecrireCsv } from './csv.ts';

async function* lots(...donnes: string[][][]) {
  yield* donnes;
}

/** The one line that these values make, without the titles nor its end. */
async function ligne(...valeurs: string[]): Promise<string> {
  const csv = await text(ecrireCsv(['a'], lots([valeurs])));
  return csv.slice(csv.indexOf('a\r\n') + 3, -2);
}

describe('a CSV', () => {
  test('begins with the mark of UTF-8, then its titles; lines end with CRLF', async () => {
    const flux = ecrireCsv(['Désignation', 'Ville'], lots([['Mairie', 'Évry']], [], [['b', 'c']]));
    const octets = Buffer.concat(await flux.toArray());
    expect([...octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(octets.subarray(3).toString()).toBe('Désignation;Ville\r\nMairie;Évry\r\nb;c\r\n');
  });

  test('without a row holds its titles only', async () => {
    const csv = await text(ecrireCsv(['a', 'b'], lots()));
    expect(csv.replace('\uFEFF', '')).toBe('a;b\r\n');
  });

  test.each([
    ['a separator', 'a;b', '"a;b"'],
    ['quotes', 'dit « "ici" »', '"dit « ""ici"" »"'],
    ['a line feed', 'a\nb', '"a\nb"'],
    ['a carriage return', 'a\rb', '"a\rb"'],
    ['both', 'a\r\nb', '"a\r\nb"'],
    ['accents and apostrophes', 'L’Haÿ-les-Roses, d’Œuf', 'L’Haÿ-les-Roses, d’Œuf'],
    ['a sign that is not the first', 'Saint-Denis+2=@', 'Saint-Denis+2=@'],
    ['an identifier', '00014700985600135', '00014700985600135'],
    ['nothing', '', ''],
    ['a text in figures beyond the first plane', '😀', '😀'],
  ])('keeps %s', async (_, valeur, attendu) => {
    expect(await ligne('x', valeur, 'y')).toBe(`x;${attendu};y`);
  });

  test.each([
    ['=', "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+', '+33148960012', "'+33148960012"],
    ['-', '-2+3', "'-2+3"],
    ['@', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t'=1"],
    ['a carriage return', '\r=1', `"'\r'=1"`],
    ['a full-width =', '\uFF1D1', "'\uFF1D1"],
    ['a full-width +', '\uFF0B1', "'\uFF0B1"],
    ['a full-width -', '\uFF0D1', "'\uFF0D1"],
    ['a full-width @', '\uFF201', "'\uFF201"],
    ['spaces, then =', '  =1', "  '=1"],
    ['a non-breaking space, then +', '\u00a0+1', "\u00a0'+1"],
  ])('never begins a cell with %s', async (_, valeur, attendu) => {
    expect(await ligne(valeur)).toBe(attendu);
  });

  test.each([
    ['commas', 'a,=1,b', "a,'=1,b"],
    ['semicolons', 'a;=1', `"a;'=1"`],
    ['tabs', 'a\t@1', "a\t'@1"],
    ['lines', 'a\n-1', `"a\n'-1"`],
    ['commas and spaces', 'a, +1', "a, '+1"],
  ])('hides no formula for a spreadsheet that cuts at %s', async (_, valeur, attendu) => {
    expect(await ligne(valeur)).toBe(attendu);
  });

  test('protects its titles too', async () => {
    expect(await text(ecrireCsv(['=1'], lots()))).toContain("'=1\r\n");
  });
});
