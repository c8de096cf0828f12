// How an import shows that it works: plain lines, or bars on a terminal.
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { suivre } from './progression.ts';

/** A terminal that remembers what was written on it. */
function terminal() {
  let ecrit = '';
  const sortie = new Writable({
    write: (morceau, _, fini) => {
      ecrit += morceau;
      fini();
    },
  });
  const stream = Object.assign(sortie, { isTTY: true, columns: 100 }) as unknown;
  return { stream: stream as NodeJS.WriteStream, ecrit: () => ecrit };
}

test('without a terminal, a line tells every ten thousand', () => {
  const imprime: string[] = [];
  const suivi = suivre((line) => imprime.push(line));
  suivi.fichier('a.csv', 100);
  suivi.octets(50);
  for (let lues = 1; lues <= 20_000; lues += 1) suivi.ligne(lues, 3);
  suivi.journal('Ligne 4 rejetée');
  suivi.fin();
  expect(imprime).toEqual([
    '10000 lignes lues, 3 rejetées…',
    '20000 lignes lues, 3 rejetées…',
    'Ligne 4 rejetée',
  ]);
});

test('on a terminal, a bar a file shows its part read, and lines stay above it', () => {
  const imprime: string[] = [];
  const { stream, ecrit } = terminal();
  const suivi = suivre((line) => imprime.push(line), stream);
  suivi.fichier('a.csv', 200);
  suivi.octets(100);
  suivi.ligne(12, 1);
  suivi.journal('Ligne 4 rejetée');
  suivi.fin();
  suivi.journal('Fusion');
  expect(ecrit()).toMatch(/a\.csv \[.*\] 50 % · 12 lignes, 1 rejetées/);
  expect(ecrit()).toContain('Ligne 4 rejetée\n');
  expect(imprime).toEqual(['Fusion']);
});

test('the end comes once, and may come before any file', () => {
  const { stream, ecrit } = terminal();
  const suivi = suivre(() => undefined, stream);
  suivi.fin();
  expect(ecrit()).toBe('');
});
