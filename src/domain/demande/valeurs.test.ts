// What a person types in a request: a comment that a manager reads, days in French or as
// browsers send them.
import { describe, expect, test } from 'vitest';
import { commentaire, jourSaisi } from './valeurs.ts';

const lire = (texte: string) => commentaire.safeParse(texte);
const motifs = (texte: string) => lire(texte).error?.issues.map(({ message }) => message) ?? [];

describe('a comment', () => {
  test.each<[string, string, string | null]>([
    ['empty is none', '', null],
    ['of blanks is none', ' \n\u00a0 \r\n', null],
    ['loses the blanks around it', '  Bonjour  ', 'Bonjour'],
    ['keeps its lines, as Windows sends them', 'Un\r\ndeux\r\n\r\ntrois', 'Un\ndeux\n\ntrois'],
    ['keeps its lines, as an old Mac sends them', 'Un\rdeux', 'Un\ndeux'],
    ['is composed', 'e\u0301te\u0301', 'été'],
    ['keeps accents, quotes, euro and emoji', '« L’été » : 3 € 🏛', '« L’été » : 3 € 🏛'],
    [
      'keeps what looks like code but is no markup',
      "a & b; 'c' -- %s {{d}}",
      "a & b; 'c' -- %s {{d}}",
    ],
  ])('%s', (_quoi, saisi, attendu) => {
    expect(lire(saisi)).toEqual({ success: true, data: attendu });
  });

  test.each(['a', 'é', 'e\u0301', '🏛', '中'])(
    'has 255 characters at most, however « %s » is written',
    (signe) => {
      expect(lire(signe.repeat(255)).success).toBe(true);
      expect(motifs(signe.repeat(256))).toEqual(['commentaire']);
    },
  );

  test('counts a line break as one character, and not the blanks around', () => {
    expect(lire(`${'a'.repeat(127)}\r\n${'b'.repeat(127)}  \r\n`).success).toBe(true);
    expect(motifs(`${'a'.repeat(128)}\r\n${'b'.repeat(127)}`)).toEqual(['commentaire']);
  });

  test.each([
    ['a tag', 'Bonjour <b>vous</b>'],
    ['a lone <', '3 < 4'],
    ['a lone >', '4 > 3'],
    ['a zero byte', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
    ['a tab', 'a\tb'],
    ['a vertical tab', 'a\u000bb'],
    ['an escape', 'a\u001b[31mb'],
    ['a delete', 'a\u007fb'],
    ['a control of Latin-1', 'a\u0085b'],
    ['a text turned over', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a joiner of no width', 'a\u200db'],
    ['a byte order mark in its midst', 'a\ufeffb'],
    ['a line separator', 'a\u2028b'],
    ['a private character', 'a\ue000b'],
    ['half a pair', 'a\ud83cb'],
    ['a replacement character', 'a\ufffdb'],
    ['a character that is none', 'a\uffffb'],
  ])('is refused with %s', (_quoi, texte) => {
    expect(motifs(texte)[0]).toBe('commentaireCaracteres');
  });
});

describe('a day', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    [' 2026-11-23 ', '2026-11-23'],
    ['23/11/2026', '2026-11-23'],
    ['1/2/2026', '2026-02-01'],
    ['01/02/2026', '2026-02-01'],
    ['31/12/2026', '2026-12-31'],
    ['29/02/2028', '2028-02-29'],
    ['1900-01-01', '1900-01-01'],
    ['2199-12-31', '2199-12-31'],
  ])('« %s » is %s', (saisi, jour) => {
    expect(jourSaisi.safeParse(saisi)).toEqual({ success: true, data: jour });
  });

  test.each([
    '',
    ' ',
    'demain',
    '2026-02-30',
    '30/02/2026',
    '29/02/2027',
    '2027-02-29',
    '12/31/2026',
    '2026-13-01',
    '00/01/2026',
    '2026-1-1',
    '23-11-2026',
    '23/11/26',
    '23/11/2026 10:00',
    '2026-11-23T00:00:00Z',
    '1899-12-31',
    '2200-01-01',
    '9999-12-31',
    '20261-01-01',
    "2026-11-23'--",
  ])('« %s » is none', (saisi) => {
    expect(jourSaisi.safeParse(saisi).success).toBe(false);
  });
});
