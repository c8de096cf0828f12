// Exports stream (design §6.10): rows are asked for as they are taken, and no longer than somebody takes them.
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as attendre } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ecrireCsv } from './csv.ts';
import type { Lots } from './lots.ts';
import { ecrireXlsx } from './xlsx.ts';

const LOT = 500;
const LOTS = 200;
const AVANCE_MAX_LOTS = 50;

/** Rows that count what is asked of them; no two alike, so that they do not vanish by compression. */
function source(panne?: Error) {
  const vue = { lots: 0, fermee: false };
  async function* lignes() {
    try {
      for (; vue.lots < LOTS; vue.lots += 1) {
        if (panne && vue.lots === 3) throw panne;
        yield Array.from({ length: LOT }, () => [Math.random().toString(36).repeat(9)]);
        await attendre(0);
      }
    } finally {
      vue.fermee = true;
    }
  }
  return { vue, lignes: lignes() };
}

const ECRITURES: [string, (lignes: Lots) => Readable][] = [
  ['CSV', (lignes) => ecrireCsv(['a'], lignes)],
  ['XLSX', (lignes) => ecrireXlsx({ feuille: 'a', colonnes: [{ titre: 'a' }] }, lignes)],
];

describe.each(ECRITURES)('a %s', (_, ecrire) => {
  test('asks for nothing before it is read', async () => {
    const { vue, lignes } = source();
    const flux = ecrire(lignes);
    await attendre(20);
    expect(vue.lots).toBe(0);
    flux.destroy();
  });

  test('waits for a slow reader', async () => {
    const { vue, lignes } = source();
    const flux = ecrire(lignes);
    flux.read(1);
    await attendre(200);
    expect(vue.lots).toBeLessThan(AVANCE_MAX_LOTS);
    await buffer(flux);
    expect(vue).toEqual({ lots: LOTS, fermee: true });
  });

  test('closes its source when its reader goes away', async () => {
    const { vue, lignes } = source();
    const flux = ecrire(lignes);
    await once(flux, 'readable');
    flux.read();
    flux.destroy();
    await expect.poll(() => vue.fermee).toBe(true);
    expect(vue.lots).toBeLessThan(AVANCE_MAX_LOTS);
  });

  test('fails as its source does, and is not taken for whole', async () => {
    const panne = new Error('the database is gone');
    const { vue, lignes } = source(panne);
    await expect(buffer(ecrire(lignes))).rejects.toThrow('the database is gone');
    expect(vue.fermee).toBe(true);
  });
});
