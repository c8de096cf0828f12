// A token opens its own use, while it lives; its last use is noted once a minute.
import { describe, expect, test } from 'vitest';
import { decidePresentation, etatDuJeton, type Jeton, type Portee } from './jeton.ts';

const INSTANT = new Date('2026-11-23T09:00:00Z');
const apres = (ms: number) => new Date(INSTANT.getTime() + ms);
const jeton = (champs: Partial<Jeton> = {}): Jeton => ({
  id: 1,
  source: 'AIFE',
  portee: 'evenements',
  creeLe: apres(-1000),
  expireLe: apres(1000),
  revoqueLe: null,
  utiliseLe: null,
  ...champs,
});

describe('a token', () => {
  test.each([
    [{}, 'VALABLE'],
    [{ expireLe: INSTANT }, 'EXPIRE'],
    [{ expireLe: apres(1) }, 'VALABLE'],
    [{ revoqueLe: INSTANT }, 'REVOQUE'],
    [{ revoqueLe: INSTANT, expireLe: INSTANT }, 'REVOQUE'],
  ] as const)('with %j is %s', (champs, etat) => {
    expect(etatDuJeton(jeton(champs), INSTANT)).toBe(etat);
  });

  test.each([
    ['unknown', undefined, { kind: 'refuse' }],
    ['expired', { expireLe: INSTANT }, { kind: 'refuse' }],
    ['revoked', { revoqueLe: INSTANT }, { kind: 'refuse' }],
    ['of another use', { portee: 'autre' }, { kind: 'autrePortee' }],
    ['of another use, and revoked', { portee: 'autre', revoqueLe: INSTANT }, { kind: 'refuse' }],
    ['never used', {}, { kind: 'accepte', noterUsage: true }],
    ['used a minute ago', { utiliseLe: apres(-60_000) }, { kind: 'accepte', noterUsage: true }],
    ['used just now', { utiliseLe: apres(-59_999) }, { kind: 'accepte', noterUsage: false }],
  ] as const)('%s', (_quoi, champs, attendu) => {
    const presente = champs && jeton(champs);
    const portee: Portee = 'evenements';
    expect(decidePresentation(presente, portee, INSTANT)).toMatchObject(attendu);
  });
});
