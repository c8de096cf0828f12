// The rules of preferences: rhythms on offer, what an unsubscription silences, how managers are reminded.
import { describe, expect, test } from 'vitest';
import {
  PAR_DEFAUT,
  preferencesDepuis,
  rythmeDesRappels,
  rythmesOfferts,
  SUJETS,
  silences,
  sujetsDe,
} from './preferences.ts';

const AGENT = { gestionnaire: false, seulGestionnaire: false };
const SEUL = { gestionnaire: true, seulGestionnaire: true };

describe('subjects', () => {
  test('of managers are theirs only', () => {
    expect(sujetsDe(AGENT)).not.toContain('RECAPITULATIF');
    expect(sujetsDe(AGENT)).not.toContain('DEMANDES_A_DECIDER');
    expect(sujetsDe(SEUL)).toEqual([...SUJETS]);
  });

  test.each(SUJETS)('%s has a default that it offers', (sujet) => {
    expect(rythmesOfferts(sujet, SEUL)).toContain(PAR_DEFAUT[sujet]);
  });

  test('blocked invoices come at once, the recap weekly, the rest daily', () => {
    const autres = SUJETS.filter((s) => s !== 'FACTURE_BLOQUEE' && s !== 'RECAPITULATIF');
    expect(PAR_DEFAUT.FACTURE_BLOQUEE).toBe('IMMEDIAT');
    expect(PAR_DEFAUT.RECAPITULATIF).toBe('HEBDOMADAIRE');
    expect(new Set(autres.map((s) => PAR_DEFAUT[s]))).toEqual(new Set(['QUOTIDIEN']));
  });

  test('the only manager of a structure is never left without its requests', () => {
    expect(rythmesOfferts('DEMANDES_A_DECIDER', SEUL)).not.toContain('JAMAIS');
    expect(rythmesOfferts('DEMANDES_A_DECIDER', AGENT)).toContain('JAMAIS');
    expect(rythmesOfferts('FACTURE', SEUL)).toContain('JAMAIS');
  });
});

describe('an unsubscription', () => {
  const defauts = preferencesDepuis({});

  test('from one subject silences it alone', () => {
    expect(silences('FACTURE', defauts, AGENT)).toEqual({ FACTURE: 'JAMAIS' });
  });

  test('done twice changes nothing', () => {
    const apres = preferencesDepuis(silences('FACTURE', defauts, AGENT));
    expect(silences('FACTURE', apres, AGENT)).toEqual({});
  });

  test('from the digest silences all but what comes at once', () => {
    const { FACTURE_BLOQUEE, ...autres } = silences('RELEVE', defauts, AGENT);
    expect(FACTURE_BLOQUEE).toBeUndefined();
    expect(new Set(Object.values(autres))).toEqual(new Set(['JAMAIS']));
    expect(Object.keys(autres).length).toBe(SUJETS.length - 1);
  });

  test('from notices silences what comes at once', () => {
    expect(silences('ALERTE', defauts, AGENT)).toEqual({ FACTURE_BLOQUEE: 'JAMAIS' });
  });

  test('leaves the only manager a weekly reminder, and does not move it again', () => {
    const choix = silences('RELEVE', defauts, SEUL);
    expect(choix.DEMANDES_A_DECIDER).toBe('HEBDOMADAIRE');
    expect(silences('RELEVE', preferencesDepuis(choix), SEUL)).toEqual({});
  });
});

describe('reminders of requests', () => {
  test.each([
    [true, false, 'QUOTIDIEN', 'AU_FIL_DES_JOURS'],
    [true, false, 'IMMEDIAT', 'AU_FIL_DES_JOURS'],
    [true, false, 'HEBDOMADAIRE', 'HEBDOMADAIRE'],
    [true, false, 'JAMAIS', 'JAMAIS'],
    [false, false, 'QUOTIDIEN', 'JAMAIS'],
    [false, true, 'QUOTIDIEN', 'AU_FIL_DES_JOURS'],
    [false, true, 'HEBDOMADAIRE', 'HEBDOMADAIRE'],
    [true, true, 'JAMAIS', 'HEBDOMADAIRE'],
  ] as const)(
    'notifications on %s, the only manager %s, %s chosen: %s',
    (recevoirNotifications, seulGestionnaire, rythme, attendu) => {
      const gestionnaire = { recevoirNotifications, seulGestionnaire, rythme };
      expect(rythmeDesRappels(gestionnaire)).toBe(attendu);
    },
  );
});
