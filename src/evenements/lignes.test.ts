// A body in lines: however it is cut on the way, blank lines, BOM and CRLF; one too long is let go, a body too large stops.
import { describe, expect, test } from 'vitest';
import { CorpsTropGrand, lireLignes, OCTETS_PAR_APPEL, OCTETS_PAR_LIGNE } from './lignes.ts';

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
    await expect(trop()).rejects.toThrow(CorpsTropGrand);
    expect(lues).toEqual([1]);
  });
});
