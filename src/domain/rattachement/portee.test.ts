// What a line covers, and the period that it takes when more is granted on its scope: tables of
// cases.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { couvre, type LignePortee, type Periode, reunirPeriodes } from './portee.ts';

const JOUR = '2026-11-23';
const ligne: LignePortee = {
  portee: null,
  dateDebut: '2026-01-01',
  dateFin: '2026-12-31',
  statut: 'VALIDEE',
};
const du = (dateDebut: string, dateFin: string | null = null): Periode => ({ dateDebut, dateFin });

type Couverture = [string, Partial<LignePortee>, LignePortee['portee'], Periode, boolean];

describe('a line', () => {
  test.each<Couverture>([
    ['covers its own period', {}, null, du('2026-01-01', '2026-12-31'), true],
    ['covers a part of it', {}, null, du('2026-03-01', '2026-03-01'), true],
    ['covers a service when it is of the whole', {}, 7, du('2026-03-01', '2026-04-01'), true],
    ['covers its own service', { portee: 7 }, 7, du('2026-03-01', '2026-04-01'), true],
    ['does not cover another service', { portee: 7 }, 8, du('2026-03-01', '2026-04-01'), false],
    [
      'does not cover the whole by a service',
      { portee: 7 },
      null,
      du('2026-03-01', '2026-04-01'),
      false,
    ],
    ['does not cover the day before', {}, null, du('2025-12-31', '2026-12-31'), false],
    ['does not cover the day after', {}, null, du('2026-01-01', '2027-01-01'), false],
    ['does not cover what has no end', {}, null, du('2026-01-01'), false],
    ['covers what has no end when it has none', { dateFin: null }, null, du('2026-01-01'), true],
    [
      'without end covers what has one',
      { dateFin: null },
      null,
      du('2026-02-01', '2099-01-01'),
      true,
    ],
    [
      'covers nothing while suspended',
      { statut: 'DESACTIVEE' },
      null,
      du('2026-03-01', '2026-04-01'),
      false,
    ],
  ])('%s', (_quoi, champs, portee, periode, attendu) => {
    expect(couvre({ ...ligne, ...champs }, portee, periode)).toBe(attendu);
  });
});

type Reunion = [string, Partial<LignePortee>, Periode, Periode];
const OCTOBRE = du('2026-10-01', '2026-10-31');

describe('the period of a line once more is granted', () => {
  test.each<Reunion>([
    ['takes a later end', {}, du('2026-06-01', '2027-06-30'), du('2026-01-01', '2027-06-30')],
    ['takes an earlier start', {}, du('2025-06-01', '2026-02-01'), du('2025-06-01', '2026-12-31')],
    ['loses its end', {}, du('2026-12-01'), du('2026-01-01')],
    ['keeps having none', { dateFin: null }, du('2026-02-01', '2026-03-01'), du('2026-01-01')],
    ['stays when it holds the new one', {}, OCTOBRE, du('2026-01-01', '2026-12-31')],
    [
      'is the new one that holds it',
      {},
      du('2025-01-01', '2028-01-01'),
      du('2025-01-01', '2028-01-01'),
    ],
    [
      'goes on where they share one day',
      {},
      du('2026-12-31', '2027-06-30'),
      du('2026-01-01', '2027-06-30'),
    ],
    ['goes on where the new one starts the day after', {}, du('2027-01-01'), du('2026-01-01')],
    ['is the new one alone once it is over', OCTOBRE, du('2026-11-01'), du('2026-11-01')],
    ['is the new one alone when it ended yesterday', { dateFin: '2026-11-22' }, du(JOUR), du(JOUR)],
    ['still counts on its last day', { dateFin: JOUR }, du('2027-01-01'), du('2026-01-01')],
    [
      'reaches a later one across the days between: nothing is taken away',
      {},
      du('2027-03-01', '2027-06-30'),
      du('2026-01-01', '2027-06-30'),
    ],
    [
      'to come reaches back to a nearer one',
      { dateDebut: '2027-03-01', dateFin: null },
      du(JOUR, '2026-12-31'),
      du(JOUR),
    ],
    [
      'is the new one alone when it was suspended',
      { statut: 'DESACTIVEE' },
      du('2026-12-01', '2027-01-31'),
      du('2026-12-01', '2027-01-31'),
    ],
  ])('%s', (_quoi, champs, nouvelle, attendue) => {
    expect(reunirPeriodes({ ...ligne, ...champs }, nouvelle, JOUR)).toEqual(attendue);
  });

  const jour = fc
    .integer({ min: -400, max: 400 })
    .map((n) => new Date(Date.UTC(2026, 10, 23) + n * 86_400_000).toISOString().slice(0, 10));
  const periode = fc
    .tuple(jour, fc.option(jour))
    .filter(([debut, fin]) => fin === null || debut <= fin)
    .map(([debut, fin]) => du(debut, fin));
  const tient = ({ dateDebut, dateFin }: Periode, p: Periode) =>
    dateDebut <= p.dateDebut && (dateFin === null || (p.dateFin !== null && p.dateFin <= dateFin));

  test('holds the new one always, and the old one unless it is over or suspended', () => {
    fc.assert(
      fc.property(periode, periode, fc.boolean(), (ancienne, nouvelle, suspendue) => {
        const statut = suspendue ? 'DESACTIVEE' : 'VALIDEE';
        const reunie = reunirPeriodes({ ...ancienne, statut }, nouvelle, JOUR);
        const finie = ancienne.dateFin !== null && ancienne.dateFin < JOUR;
        expect(tient(reunie, nouvelle)).toBe(true);
        if (!suspendue && !finie) expect(tient(reunie, ancienne)).toBe(true);
        expect(reunie.dateFin === null || reunie.dateDebut <= reunie.dateFin).toBe(true);
        const [debut, fin] = [reunie.dateDebut, reunie.dateFin];
        expect([ancienne.dateDebut, nouvelle.dateDebut]).toContain(debut);
        expect([ancienne.dateFin, nouvelle.dateFin]).toContain(fin);
      }),
      { seed: 20261123, numRuns: 1000 },
    );
  });
});
