// A body in lines: however it is cut on the way, blank lines, BOM and CRLF; one too long is let go,
// a body too large stops.
import { describe, expect, test } from 'vitest';
import {
  AppelTropGrand,
  LIGNES_PAR_APPEL,
  lireLignes,
  OCTETS_PAR_APPEL,
  OCTETS_PAR_LIGNE,
} from './lignes.ts';

async function lire(morceaux: Iterable<Buffer>): Promise<[number, string | null][]> {
  const lues: [number, string | null][] = [];
  for await (const { ligne, octets } of lireLignes(morceaux))
    lues.push([ligne, octets === null ? null : octets.toString()]);
  return lues;
}
const decouper = (texte: string, taille: number) => {
  const octets = Buffer.from(texte);
  return Array.from({ length: Math.ceil(octets.length / taille) }, (_, n) =>
    octets.subarray(n * taille, (n + 1) * taille),
  );
};

describe('the lines of a body', () => {
  test.each([
    ['nothing', '', []],
    ['one, without an end of line', 'a', [[1, 'a']]],
    [
      'two',
      'a\nb\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'blank ones, that count',
      'a\n\n \t\nb',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    [
      'of Windows',
      '\ufeffa\r\n\r\nb\r\n',
      [
        [1, 'a'],
        [3, 'b'],
      ],
    ],
    [
      'a BOM that is not at the start',
      'a\n\ufeffb',
      [
        [1, 'a'],
        [2, '\ufeffb'],
      ],
    ],
    ['a BOM alone', '\ufeff', []],
    [
      'with accents',
      'é\nœ€',
      [
        [1, 'é'],
        [2, 'œ€'],
      ],
    ],
  ] as [string, string, [number, string][]][])('are read: %s', async (_quoi, texte, attendu) => {
    for (const taille of [1, 2, 3, 1000])
      expect(await lire(decouper(texte, taille))).toEqual(attendu);
  });

  test.each([1000, 70_000])(
    'too long give their number alone, by pieces of %i bytes',
    async (taille) => {
      const juste = 'x'.repeat(OCTETS_PAR_LIGNE);
      const texte = `a\n${juste}x\n${juste}\nb`;
      expect(await lire(decouper(texte, taille))).toEqual([
        [1, 'a'],
        [2, null],
        [3, juste],
        [4, 'b'],
      ]);
    },
  );

  test('stop at the size of a call, after the lines before', async () => {
    const lues: number[] = [];
    const trop = async () => {
      const mega = Buffer.from('y'.repeat(1_048_575));
      const morceaux = function* () {
        yield Buffer.from('a\n');
        for (let n = 0; n <= OCTETS_PAR_APPEL / mega.length; n += 1) yield mega;
      };
      for await (const { ligne } of lireLignes(morceaux())) lues.push(ligne);
    };
    await expect(trop()).rejects.toEqual(new AppelTropGrand('CORPS_TROP_GRAND'));
    expect(lues).toEqual([1]);
  });

  const compter = async (texte: string) => {
    const lues: number[] = [];
    let arret = null;
    try {
      for await (const { ligne } of lireLignes(decouper(texte, 65_536))) lues.push(ligne);
    } catch (error) {
      arret = (error as AppelTropGrand).arret;
    }
    return [lues.length, arret];
  };

  test.each([
    ['the most', 'a\n'.repeat(LIGNES_PAR_APPEL), LIGNES_PAR_APPEL, null],
    ['one more', 'a\n'.repeat(LIGNES_PAR_APPEL + 1), LIGNES_PAR_APPEL, 'TROP_DE_LIGNES'],
    ['a blank one after each', 'a\r\n\r\n'.repeat(LIGNES_PAR_APPEL), LIGNES_PAR_APPEL, null],
    ['blank ones in number', `a\n${'\n'.repeat(2 * LIGNES_PAR_APPEL)}b`, 1, 'TROP_DE_LIGNES'],
    ['blank ones at the end', `a\n${'\n'.repeat(2 * LIGNES_PAR_APPEL)}`, 1, 'TROP_DE_LIGNES'],
    ['nothing but the end of lines', '\n'.repeat(OCTETS_PAR_APPEL), 0, 'TROP_DE_LIGNES'],
  ] as const)('are counted: %s', async (_quoi, texte, lues, arret) => {
    expect(await compter(texte)).toEqual([lues, arret]);
  });
});
