// Cutting the lines of a CSV file, with quotes and without.
import { expect, test } from 'vitest';
import { decouper, lireCsv } from './csv.ts';

test.each<[string, string[] | undefined]>([
  ['a;b;c', ['a', 'b', 'c']],
  [';;', ['', '', '']],
  ['', ['']],
  ['"a";"b"', ['a', 'b']],
  ['"a;b";c', ['a;b', 'c']],
  ['a;"b;""c"" d";', ['a', 'b;"c" d', '']],
  ['"";""', ['', '']],
  ['""""', ['"']],
  ['Lycée "Les Lilas";b', ['Lycée "Les Lilas"', 'b']],
  ['a;"b', undefined],
  ['a;"b" c;d', undefined],
  ['"a;""', undefined],
])('%s is cut in %j', (ligne, attendu) => {
  expect(decouper(ligne)).toEqual(attendu);
});

test('a line gives its values without its end, spaces single', () => {
  const ligne = { numero: 2, texte: '  a   b ;"c"\r' };
  expect(lireCsv(ligne, ['x', 'y'])).toEqual({ kind: 'lue', valeurs: ['a b ', 'c'] });
});

test.each([
  [{ texte: 'a;b;c' }, '3 colonnes, 2 attendues'],
  [{ texte: 'a;"b' }, 'guillemet ouvert et jamais fermé'],
  [{ texte: 'a;b\u200b' }, 'y : caractères interdits'],
  [{ texte: 'a;b', refus: 'utf8' as const }, 'n’est pas de l’UTF-8'],
  [{ texte: 'a;b', refus: 'tropLongue' as const }, 'ligne trop longue'],
])('the line %j is refused, and says what could be read of it', (ligne, motif) => {
  const lecture = lireCsv({ numero: 2, ...ligne }, ['x', 'y']);
  expect(lecture).toMatchObject({ kind: 'refusee', motif });
  expect(lecture.valeurs[0]).toBe('a');
});
