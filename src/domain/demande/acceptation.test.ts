// What an acceptance grants (model §3), as tables of cases: all, less, never more; whose role only the principal changes.
import { describe, expect, test } from 'vitest';
import type { LignePortee } from '../rattachement/portee.ts';
import {
  changeUnSecondaire,
  decideAcceptation,
  type LigneDeDroit,
  type Octroi,
  type SituationAcceptation,
} from './acceptation.ts';

const JOUR = '2026-11-23';
const HIER = '2026-11-22';
const periode = { dateDebut: '2026-12-01', dateFin: '2027-06-30' };
const A: LigneDeDroit = { portee: 1, ...periode };
const B: LigneDeDroit = { portee: 2, ...periode };
const TOUT: LigneDeDroit = { portee: null, dateDebut: JOUR, dateFin: null };

function decider(octroi: Octroi | null, changes: Partial<SituationAcceptation> = {}) {
  return decideAcceptation(octroi, {
    jour: JOUR,
    statutStructure: 'ACTIF',
    etatDemandeur: 'ACTIF',
    demandees: [A, B],
    services: [
      { id: 1, dateFin: null },
      { id: 2, dateFin: null },
    ],
    principal: false,
    ...changes,
  });
}

describe('an acceptance grants', () => {
  const ferme = { id: 1, dateFin: HIER };
  const B_LA = { id: 2, dateFin: null };
  type Cas = [
    quoi: string,
    octroi: Octroi | null,
    changes: Partial<SituationAcceptation>,
    lignes: LigneDeDroit[],
    reduite: boolean,
  ];
  test.each<Cas>([
    ['all that was asked', null, {}, [A, B], false],
    ['the same, said in full', { portees: [2, 1], ...periode }, {}, [A, B], false],
    ['one service of two', { portees: [2], ...periode }, {}, [B], true],
    [
      'a later start',
      { portees: [1], dateDebut: '2027-01-01', dateFin: '2027-06-30' },
      {},
      [{ portee: 1, dateDebut: '2027-01-01', dateFin: '2027-06-30' }],
      true,
    ],
    [
      'an end where none was asked',
      { portees: [null], dateDebut: JOUR, dateFin: '2026-12-31' },
      { demandees: [TOUT] },
      [{ portee: null, dateDebut: JOUR, dateFin: '2026-12-31' }],
      true,
    ],
    [
      'a single day',
      { portees: [1], dateDebut: '2027-06-30', dateFin: '2027-06-30' },
      {},
      [{ portee: 1, dateDebut: '2027-06-30', dateFin: '2027-06-30' }],
      true,
    ],
    ['the services still open', null, { services: [ferme, B_LA] }, [B], true],
    [
      'the services not closed before the start',
      null,
      { services: [{ id: 1, dateFin: '2026-11-30' }, B_LA] },
      [B],
      true,
    ],
    [
      'a service that closes on its first day',
      null,
      { services: [{ id: 1, dateFin: '2026-12-01' }, B_LA] },
      [A, B],
      false,
    ],
    [
      'what ends today',
      null,
      { demandees: [{ portee: null, dateDebut: '2026-11-01', dateFin: JOUR }] },
      [{ portee: null, dateDebut: '2026-11-01', dateFin: JOUR }],
      false,
    ],
    [
      'no end to who is principal',
      null,
      { principal: true },
      [
        { ...A, dateFin: null },
        { ...B, dateFin: null },
      ],
      false,
    ],
  ])('%s', (_quoi, octroi, changes, lignes, reduite) => {
    expect(decider(octroi, changes)).toEqual({ kind: 'accorder', lignes, reduite });
  });
});

describe('an acceptance is refused for', () => {
  const passee = { portee: 1, dateDebut: '2026-01-01', dateFin: HIER };
  const fermes = [
    { id: 1, dateFin: HIER },
    { id: 2, dateFin: HIER },
  ];
  type Cas = [string, Octroi | null, Partial<SituationAcceptation>, string];
  test.each<Cas>([
    ['a structure closed since', null, { statutStructure: 'INACTIF' }, 'structureInactive'],
    ['a requester deactivated since', null, { etatDemandeur: 'INACTIF' }, 'compteInactif'],
    ['no scope', { portees: [], ...periode }, {}, 'rienAccorde'],
    ['a service that was not asked', { portees: [1, 3], ...periode }, {}, 'horsDemande'],
    ['the whole structure, not asked', { portees: [null], ...periode }, {}, 'horsDemande'],
    ['an earlier start', { portees: [1], ...periode, dateDebut: '2026-11-30' }, {}, 'horsDemande'],
    ['a later end', { portees: [1], ...periode, dateFin: '2027-07-01' }, {}, 'horsDemande'],
    ['no end', { portees: [1], ...periode, dateFin: null }, {}, 'horsDemande'],
    [
      'an end before the start',
      { portees: [1], dateDebut: '2027-02-01', dateFin: '2027-01-31' },
      {},
      'finAvantDebut',
    ],
    ['a period past since', null, { demandees: [passee] }, 'periodePassee'],
    [
      'a period narrowed to the past',
      { portees: [null], dateDebut: '2026-11-01', dateFin: HIER },
      { demandees: [{ ...TOUT, dateDebut: '2026-11-01' }] },
      'periodePassee',
    ],
    ['every service closed since', null, { services: fermes }, 'serviceFerme'],
    [
      'the service kept closed since',
      { portees: [1], ...periode },
      { services: fermes.slice(0, 1) },
      'serviceFerme',
    ],
    ['services that are gone', null, { services: [] }, 'serviceFerme'],
    ['lines that all ended with their services', null, { demandees: [] }, 'serviceFerme'],
  ])('%s', (_quoi, octroi, changes, kind) => {
    expect(decider(octroi, changes)).toEqual({ kind });
  });
});

describe('a request of a gestionnaire secondaire', () => {
  const GS = 'GESTIONNAIRE_SECONDAIRE';
  const ligne = (changes: Partial<LignePortee> = {}): LignePortee => ({
    portee: null,
    dateDebut: '2026-01-01',
    dateFin: '2026-12-31',
    statut: 'VALIDEE',
    ...changes,
  });
  const jusquA = (dateFin: string | null, portee: number | null = 1): LigneDeDroit => ({
    portee,
    dateDebut: JOUR,
    dateFin,
  });
  type Cas = [quoi: string, lignes: LignePortee[], demandee: LigneDeDroit, change: boolean];
  test.each<Cas>([
    ['within the days of the role', [ligne()], jusquA('2026-12-31'), false],
    ['beyond them', [ligne()], jusquA('2027-01-01'), true],
    ['without end', [ligne()], jusquA(null), true],
    ['for a role without end', [ligne({ dateFin: null })], jusquA(null), false],
    ['suspended', [ligne({ statut: 'DESACTIVEE', dateFin: null })], jusquA('2026-12-01'), true],
    [
      'one of whose lines is suspended',
      [ligne({ dateFin: null }), ligne({ portee: 2, statut: 'DESACTIVEE' })],
      jusquA('2026-12-01'),
      true,
    ],
    [
      'that prolongs one line of a role without end',
      [ligne({ dateFin: null, portee: 2 }), ligne({ portee: 1 })],
      jusquA('2027-01-01'),
      true,
    ],
    ['whose lines are all gone', [], jusquA('2026-12-01'), true],
    [
      'whose role is to come, sooner',
      [ligne({ dateDebut: '2027-01-01', dateFin: null })],
      jusquA('2027-03-01'),
      true,
    ],
    [
      'whose role is to come, no sooner',
      [ligne({ dateDebut: '2027-01-01', dateFin: null })],
      { portee: 1, dateDebut: '2027-01-01', dateFin: '2027-03-01' },
      false,
    ],
  ])('%s', (_quoi, lignes, demandee, change) => {
    expect(changeUnSecondaire({ role: GS, lignes }, [demandee], JOUR)).toBe(change);
    for (const role of ['UTILISATEUR', 'GESTIONNAIRE_PRINCIPAL', null] as const)
      expect(changeUnSecondaire({ role, lignes }, [demandee], JOUR)).toBe(false);
  });
});
