// When an act of a manager answers a pending request, and with what: a table of cases.
import { describe, expect, test } from 'vitest';
import type { LigneDeDroit } from '../demande/acceptation.ts';
import { servie } from './gestion-demandes.ts';
import type { LignePortee } from './portee.ts';

const JOUR = '2026-11-23';
const [URBS, VOIRIE] = [11, 12];
const demandee = (champs: Partial<LigneDeDroit> = {}): LigneDeDroit => ({
  portee: URBS,
  dateDebut: JOUR,
  dateFin: '2027-12-31',
  ...champs,
});
const ligne = (champs: Partial<LignePortee> = {}): LignePortee => ({
  portee: URBS,
  dateDebut: '2026-01-01',
  dateFin: '2027-12-31',
  statut: 'VALIDEE',
  ...champs,
});

describe('a request', () => {
  test.each<[string, LigneDeDroit[], LignePortee[]]>([
    ['for the very same', [demandee()], [ligne()]],
    ['for less', [demandee({ dateFin: '2026-12-31' })], [ligne()]],
    ['for a service, under the whole structure', [demandee()], [ligne({ portee: null })]],
    ['for good', [demandee({ dateFin: null })], [ligne({ dateFin: null })]],
    ['for two services', [demandee(), demandee({ portee: VOIRIE })], [ligne({ portee: null })]],
  ])('%s is served in full', (_quoi, demandees, lignes) => {
    expect(servie(demandees, lignes, JOUR)).toEqual({ lignes: demandees, reduite: false });
  });

  test.each<[string, LigneDeDroit[], LignePortee[]]>([
    ['that asks nothing any more', [], [ligne()]],
    ['for another service', [demandee({ portee: VOIRIE })], [ligne()]],
    ['for the whole structure', [demandee({ portee: null })], [ligne()]],
    ['for one service more', [demandee(), demandee({ portee: VOIRIE })], [ligne()]],
    ['for longer', [demandee({ dateFin: '2028-01-01' })], [ligne()]],
    ['for good, given with an end', [demandee({ dateFin: null })], [ligne()]],
    ['from a day before the line', [demandee()], [ligne({ dateDebut: '2026-12-01' })]],
    ['of somebody suspended', [demandee()], [ligne({ statut: 'DESACTIVEE' })]],
    [
      'whose days are past',
      [demandee({ dateDebut: '2026-10-01', dateFin: '2026-10-31' })],
      [ligne()],
    ],
  ])('%s still waits', (_quoi, demandees, lignes) => {
    expect(servie(demandees, lignes, JOUR)).toBeNull();
  });

  test('that waited past its first day is served from the day of the line, and says so', () => {
    const demandees = [demandee({ dateDebut: '2026-11-01' })];
    expect(servie(demandees, [ligne({ dateDebut: JOUR })], JOUR)).toEqual({
      lignes: [demandee({ dateDebut: JOUR })],
      reduite: true,
    });
    const depuis = { dateDebut: '2026-11-10' };
    const lignes = [ligne({ dateDebut: JOUR, portee: null }), ligne(depuis)];
    expect(servie(demandees, lignes, JOUR)?.lignes).toEqual([demandee(depuis)]);
  });
});
