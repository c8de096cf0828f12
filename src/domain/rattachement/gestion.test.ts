// What a manager may do to somebody's rattachement (model §3): the row of the matrix, suspension, role, the last manager.
import { describe, expect, test } from 'vitest';
import {
  acteSur,
  type Cible,
  decideReprise,
  decideRole,
  decideSuspension,
  type LigneCible,
  laisseSansGestionnaire,
} from './gestion.ts';
import { decideDelegation } from './gestion-delegation.ts';

const JOUR = '2026-11-23';
const GP = 'GESTIONNAIRE_PRINCIPAL';
const GS = 'GESTIONNAIRE_SECONDAIRE';
const ligne = (champs: Partial<LigneCible> = {}): LigneCible => ({
  id: 1,
  portee: null,
  dateDebut: '2026-01-01',
  dateFin: null,
  statut: 'VALIDEE',
  ...champs,
});
const cible = (champs: Partial<Cible> = {}): Cible => ({
  rattachementId: 1,
  compteId: 2,
  role: 'UTILISATEUR',
  compteActif: true,
  version: 1,
  lignes: [ligne()],
  delegations: [],
  autresGestionnaires: 0,
  ...champs,
});
const delegation = (dateDebut: string, dateFin: string) => ({ id: 1, dateDebut, dateFin });
const DELEGATION = delegation('2026-12-01', '2026-12-31');
const EN_COURS = delegation('2026-11-01', '2026-11-30');
const suspendue = ligne({ statut: 'DESACTIVEE' });
const ici = { jour: JOUR, statutStructure: 'ACTIF' } as const;

describe('an act on somebody', () => {
  test.each<[string, Partial<Cible>, string]>([
    ['an utilisateur', {}, 'GERER_UTILISATEUR'],
    ['a gestionnaire secondaire', { role: GS }, 'GERER_SECONDAIRE'],
    ['a delegate, who manages too', { delegations: [EN_COURS] }, 'GERER_SECONDAIRE'],
    ['a delegate of today alone', { delegations: [delegation(JOUR, JOUR)] }, 'GERER_SECONDAIRE'],
    ['to be a delegate later', { delegations: [DELEGATION] }, 'GERER_UTILISATEUR'],
    ['the principal', { role: GP, delegations: [EN_COURS] }, 'GERER_PRINCIPAL'],
  ])('who is %s falls under the row of the matrix for it', (_qui, champs, acte) => {
    expect(acteSur(cible(champs), JOUR)).toBe(acte);
  });
});

describe('the last manager', () => {
  const seul = { role: GS } as const;
  test.each<[string, Partial<Cible>, LigneCible[], boolean]>([
    ['the only one who loses everything', seul, [], true],
    ['the only one who would end today', seul, [ligne({ dateFin: JOUR })], true],
    ['the only one who would end one day', seul, [ligne({ dateFin: '2030-01-01' })], true],
    ['the only one who would begin tomorrow', seul, [ligne({ dateDebut: '2026-11-24' })], true],
    ['the only one who is suspended', seul, [suspendue], true],
    ['the only one who keeps a service', seul, [ligne({ portee: 7 })], false],
    [
      'the only one whose end stays',
      endsIn('2027-01-31'),
      [ligne({ dateFin: '2027-01-31' })],
      false,
    ],
    ['the only one who ends later', endsIn('2027-01-31'), [ligne()], false],
    [
      'the only one who ends earlier',
      endsIn('2027-01-31'),
      [ligne({ dateFin: '2027-01-30' })],
      true,
    ],
    ['one of two', { ...seul, autresGestionnaires: 1 }, [], false],
    ['a manager suspended already', { ...seul, lignes: [suspendue] }, [], false],
    ['a manager whose days are over', endsIn('2026-11-22'), [], false],
    ['a manager whose account is closed', { ...seul, compteActif: false }, [], false],
    ['an utilisateur', {}, [], false],
  ])('%s', (_qui, champs, apres, laisse) => {
    expect(laisseSansGestionnaire(cible(champs), apres, JOUR)).toBe(laisse);
  });
  function endsIn(dateFin: string): Partial<Cible> {
    return { role: GS, lignes: [ligne({ dateFin })] };
  }
});

describe('a suspension', () => {
  test.each<[string, Partial<Cible>, string]>([
    ['takes an utilisateur', {}, 'suspendre'],
    ['takes one of two managers', { role: GS, autresGestionnaires: 1 }, 'suspendre'],
    ['never the last one', { role: GS }, 'dernierGestionnaire'],
    ['is done once', { lignes: [suspendue] }, 'dejaSuspendu'],
    ['takes what is not suspended yet', { lignes: [suspendue, ligne({ portee: 7 })] }, 'suspendre'],
    ['of nothing changes nothing', { lignes: [] }, 'dejaSuspendu'],
  ])('%s', (_quoi, champs, kind) => {
    expect(decideSuspension(cible(champs), JOUR)).toEqual({ kind });
  });

  test.each<[string, Partial<Cible>, 'ACTIF' | 'INACTIF', string]>([
    ['ends', { lignes: [suspendue] }, 'ACTIF', 'reprendre'],
    ['that is not has no end', {}, 'ACTIF', 'pasSuspendu'],
    [
      'stays for a closed account',
      { lignes: [suspendue], compteActif: false },
      'ACTIF',
      'compteInactif',
    ],
    ['stays on a closed structure', { lignes: [suspendue] }, 'INACTIF', 'structureInactive'],
  ])('%s', (_quoi, champs, statut, kind) => {
    expect(decideReprise(cible(champs), statut)).toEqual({ kind });
  });
});

describe('a role', () => {
  test.each<[string, Partial<Cible>, string]>([
    ['goes to who has the whole structure', {}, 'nommer'],
    ['not to who has a service', { lignes: [ligne({ portee: 7 })] }, 'entiereRequise'],
    ['not to who is suspended', { lignes: [suspendue] }, 'entiereRequise'],
    [
      'not to whose days are over',
      { lignes: [ligne({ dateFin: '2026-11-22' })] },
      'entiereRequise',
    ],
    ['to who ends today', { lignes: [ligne({ dateFin: JOUR })] }, 'nommer'],
    [
      'not to who begins tomorrow',
      { lignes: [ligne({ dateDebut: '2026-11-24' })] },
      'entiereRequise',
    ],
    ['not to a closed account', { compteActif: false }, 'compteInactif'],
    ['not twice', { role: GS }, 'inchange'],
  ])('of secondaire %s', (_quoi, champs, kind) => {
    expect(decideRole(cible(champs), GS, ici)).toEqual({ kind });
  });

  test('is not given on a closed structure', () => {
    const fermee = { jour: JOUR, statutStructure: 'INACTIF' } as const;
    expect(decideRole(cible(), GS, fermee)).toEqual({ kind: 'structureInactive' });
    const nombreux = cible({ role: GS, autresGestionnaires: 1 });
    expect(decideRole(nombreux, 'UTILISATEUR', fermee)).toEqual({ kind: 'retirer' });
  });

  test.each<[string, Partial<Cible>, string]>([
    ['from one of two', { role: GS, autresGestionnaires: 1 }, 'retirer'],
    ['not from the last', { role: GS }, 'dernierGestionnaire'],
    ['from who is suspended', { role: GS, lignes: [suspendue] }, 'retirer'],
    ['not from who has none', {}, 'inchange'],
  ])('is taken %s', (_quoi, champs, kind) => {
    expect(decideRole(cible(champs), 'UTILISATEUR', ici)).toEqual({ kind });
  });
});

describe('a delegation', () => {
  const decider = (dateDebut: string, dateFin: string, champs: Partial<Cible> = {}) =>
    decideDelegation(cible(champs), { dateDebut, dateFin }, ici).kind;

  test.each<[string, [string, string], Partial<Cible>, string]>([
    ['from today on', [JOUR, '2026-12-04'], {}, 'deleguer'],
    ['of today alone', [JOUR, JOUR], {}, 'deleguer'],
    ['of one year', [JOUR, '2027-11-23'], {}, 'deleguer'],
    ['of one year and a day', [JOUR, '2027-11-24'], {}, 'delegationTropLongue'],
    ['of one year from a leap day', ['2028-02-29', '2029-02-28'], {}, 'deleguer'],
    [
      'of more than one year from a leap day',
      ['2028-02-29', '2029-03-01'],
      {},
      'delegationTropLongue',
    ],
    ['that ends before it begins', ['2026-12-04', '2026-12-03'], {}, 'finAvantDebut'],
    ['that is over', ['2026-11-01', '2026-11-22'], {}, 'periodePassee'],
    ['that began before', ['2026-11-01', JOUR], {}, 'deleguer'],
    ['to a secondaire', [JOUR, JOUR], { role: GS }, 'dejaGestionnaire'],
    ['to the principal', [JOUR, JOUR], { role: GP }, 'dejaGestionnaire'],
    ['to a closed account', [JOUR, JOUR], { compteActif: false }, 'compteInactif'],
    ['to who is suspended', [JOUR, JOUR], { lignes: [suspendue] }, 'sansDroits'],
    ['to who has a service', [JOUR, JOUR], { lignes: [ligne({ portee: 7 })] }, 'deleguer'],
    [
      'after their days',
      ['2026-12-02', '2026-12-09'],
      { lignes: [ligne({ dateFin: '2026-12-01' })] },
      'sansDroits',
    ],
    [
      'over another',
      ['2026-12-31', '2027-01-09'],
      { delegations: [DELEGATION] },
      'delegationChevauche',
    ],
    [
      'around another',
      ['2026-11-30', '2027-01-09'],
      { delegations: [DELEGATION] },
      'delegationChevauche',
    ],
    ['after another', ['2027-01-01', '2027-01-09'], { delegations: [DELEGATION] }, 'deleguer'],
    ['before another', ['2026-11-24', '2026-11-30'], { delegations: [DELEGATION] }, 'deleguer'],
  ])('%s', (_quoi, [debut, fin], champs, kind) => {
    expect(decider(debut, fin, champs)).toBe(kind);
  });

  test('is not given on a closed structure', () => {
    const fermee = { jour: JOUR, statutStructure: 'INACTIF' } as const;
    const { kind } = decideDelegation(cible(), { dateDebut: JOUR, dateFin: JOUR }, fermee);
    expect(kind).toBe('structureInactive');
  });
});
