// How long a session lives: thirty minutes without activity, twelve hours in all, never past its account.
import { describe, expect, test } from 'vitest';
import { apres, heures, INSTANT, minutes } from '../../../tests/soutien/scene.ts';
import { decideSession, type SessionLue } from './session.ts';

const DUREES = { inactiviteMinutes: 30, maximumHeures: 12 };
const AGENT = {
  compteId: 7,
  prenom: 'Pauline',
  nom: 'Dufour',
  langue: 'fr',
  verifie: true,
  referent: false,
  onglets: [{ code: 'MON_COMPTE', libelleFr: 'Mon compte', libelleEn: 'My account' }],
  demandes: 3,
} as const;
const TERMINEE = { kind: 'terminee', compteId: 7, langue: 'fr' };

/** The decision at INSTANT on a session opened and seen so long before. */
function decider(ouverteDepuis: number, vueDepuis: number, changes: Partial<SessionLue> = {}) {
  const session: SessionLue = {
    ...AGENT,
    onglets: [...AGENT.onglets],
    etat: 'ACTIF',
    ouverteLe: apres(INSTANT, -ouverteDepuis),
    vueLe: apres(INSTANT, -vueDepuis),
    termineeLe: null,
    ...changes,
  };
  return decideSession(session, DUREES, INSTANT);
}

describe('a session', () => {
  test('is open just after the sign-in, for its agent, without writing anything', () => {
    expect(decider(0, 0)).toEqual({ kind: 'ouverte', agent: AGENT, noterVue: false });
  });

  test.each([
    ['a millisecond before thirty minutes without activity', heures(1), minutes(30) - 1, 'ouverte'],
    ['at exactly thirty minutes without activity', heures(1), minutes(30), 'terminee'],
    ['after thirty minutes without activity', heures(1), minutes(31), 'terminee'],
    ['a millisecond before twelve hours', heures(12) - 1, 0, 'ouverte'],
    ['at exactly twelve hours, however active', heures(12), 0, 'terminee'],
    ['the next day', heures(24), heures(24), 'terminee'],
  ])('%s', (_quand, ouverteDepuis, vueDepuis, kind) => {
    expect(decider(ouverteDepuis, vueDepuis).kind).toBe(kind);
  });

  test('is over once it was ended, and still tells whose it was, and their language', () => {
    expect(decider(0, 0, { termineeLe: INSTANT })).toEqual(TERMINEE);
  });

  test('is over as soon as its account is inactive', () => {
    expect(decider(0, 0, { etat: 'INACTIF' })).toEqual(TERMINEE);
  });

  test.each([
    [0, false],
    [59_999, false],
    [60_000, true],
    [minutes(29), true],
  ])('seen %i ms ago, is noted as seen: %s', (vueDepuis, noterVue) => {
    expect(decider(heures(1), vueDepuis)).toMatchObject({ kind: 'ouverte', noterVue });
  });

  test('follows the limits of the configuration', () => {
    const session = { ...AGENT, onglets: [], etat: 'ACTIF', termineeLe: null } as const;
    const lue: SessionLue = { ...session, ouverteLe: INSTANT, vueLe: INSTANT, onglets: [] };
    const durees = { inactiviteMinutes: 5, maximumHeures: 1 };
    const a = (ms: number) => decideSession(lue, durees, apres(INSTANT, ms)).kind;
    expect([a(minutes(5) - 1), a(minutes(5))]).toEqual(['ouverte', 'terminee']);
  });
});
