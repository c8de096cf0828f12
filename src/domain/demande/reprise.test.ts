// The pure rules of a vacant role: take it, ask for it, decide on it.
import { describe, expect, test } from 'vitest';
import {
  decideAcceptationDeReprise,
  decideReprise,
  finDOpposition,
  type Repreneur,
  type SituationDeDecision,
  type SituationDuRole,
} from './reprise.ts';

const VACANT: SituationDuRole = {
  statutStructure: 'ACTIF',
  vacant: true,
  gestionnairesActifs: 0,
};
const ENTIER: Repreneur = { secondaireActif: false, entiere: true, enCours: false };
const SECONDAIRE: Repreneur = { ...ENTIER, secondaireActif: true };
const SEMAINE = { oppositionJours: 7 };

describe('the role of gestionnaire principal', () => {
  test.each<[string, Partial<SituationDuRole>, Repreneur, string]>([
    ['held by somebody active', { vacant: false }, SECONDAIRE, 'roleTenu'],
    ['of an inactive structure', { statutStructure: 'INACTIF' }, SECONDAIRE, 'structureInactive'],
    ['vacant, for a secondaire', { gestionnairesActifs: 1 }, SECONDAIRE, 'reprendre'],
    ['vacant, with a secondaire there', { gestionnairesActifs: 1 }, ENTIER, 'secondairePresent'],
    ['vacant, nobody left', {}, ENTIER, 'demander'],
    ['vacant, attached to a service only', {}, { ...ENTIER, entiere: false }, 'pasEntiere'],
    ['vacant, asked for already', {}, { ...ENTIER, enCours: true }, 'dejaDemande'],
  ])('%s', (_quand, situation, repreneur, attendu) => {
    expect(decideReprise({ ...VACANT, ...situation }, repreneur).kind).toBe(attendu);
  });
});

const DECISION: SituationDeDecision = {
  ...VACANT,
  opposee: false,
  demandee: '2026-11-23',
  jour: '2026-11-23',
  repreneurConvient: true,
};

describe('a référent', () => {
  test.each<[string, Partial<SituationDeDecision>, string | null, object]>([
    [
      'accepts at once when nobody could oppose',
      {},
      null,
      { kind: 'accepter', opposition: 'aucune' },
    ],
    [
      'waits while managers may oppose',
      { gestionnairesActifs: 1, jour: '2026-11-30' },
      null,
      { kind: 'opposable', jusqu: '2026-11-30' },
    ],
    [
      'accepts once they no longer may',
      { gestionnairesActifs: 1, jour: '2026-12-01' },
      null,
      { kind: 'accepter', opposition: 'aucune' },
    ],
    ['says why against an opposition', { opposee: true }, null, { kind: 'motifRequis' }],
    [
      'overrides an opposition with a reason',
      { opposee: true, gestionnairesActifs: 1 },
      'Arrêté du maire',
      { kind: 'accepter', opposition: 'levee' },
    ],
    ['is stopped when the role is held again', { vacant: false }, 'x', { kind: 'roleTenu' }],
    [
      'is stopped when the structure is inactive',
      { statutStructure: 'INACTIF' },
      'x',
      { kind: 'structureInactive' },
    ],
    [
      'is stopped when the person left',
      { repreneurConvient: false },
      'x',
      { kind: 'repreneurRefuse' },
    ],
  ])('%s', (_quand, situation, motif, attendu) => {
    const decision = decideAcceptationDeReprise({ ...DECISION, ...situation }, motif, SEMAINE);
    expect(decision).toEqual(attendu);
  });

  test('leaves seven days to oppose, the last included', () => {
    expect(finDOpposition('2026-11-23', SEMAINE)).toBe('2026-11-30');
  });
});
