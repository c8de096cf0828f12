// The rules of preferences: rhythms on offer, what an unsubscription silences, how managers are reminded.
import { describe, expect, test } from 'vitest';
import { FAMILLES, familleDe, QUOIS_RELEVES } from '../evenement/evenement.ts';
import {
  PAR_DEFAUT,
  preferencesDepuis,
  rythmeDesRappels,
  rythmesOfferts,
  SUJETS,
  silences,
  sujetsDe,
} from './preferences.ts';

const AGENT = { gestionnaire: false, seulGestionnaire: false, referent: false };
const SEUL = { gestionnaire: true, seulGestionnaire: true, referent: false };
const REFERENT = { ...AGENT, referent: true };

describe('subjects', () => {
  test('of managers are theirs only', () => {
    expect(sujetsDe(AGENT)).not.toContain('RECAPITULATIF');
    expect(sujetsDe(AGENT)).not.toContain('DEMANDES_A_DECIDER');
    expect(sujetsDe(SEUL)).toEqual(expect.arrayContaining(['RECAPITULATIF', 'DEMANDES_A_DECIDER']));
  });

  test('of référents hold the requests that went up to them, not the recap', () => {
    expect(sujetsDe(REFERENT)).toContain('DEMANDES_A_DECIDER');
    expect(sujetsDe(REFERENT)).not.toContain('RECAPITULATIF');
  });

  test.each(FAMILLES)(
    '%s is offered if an event that digests tell is of it, else not',
    (famille) => {
      const dits = QUOIS_RELEVES.filter(
        (quoi) => familleDe(quoi) === famille && !quoi.startsWith('DEMANDE_RECUE'),
      );
      expect(sujetsDe(SEUL).includes(famille)).toBe(dits.length > 0);
    },
  );

  test('that nothing feeds are not offered: no request for an invoice is told yet', () => {
    expect(sujetsDe(SEUL)).not.toContain('SOLLICITATION');
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

describe('the rhythms that hold', () => {
  const jamais = { DEMANDES_A_DECIDER: 'JAMAIS', FACTURE: 'JAMAIS' } as const;

  test('are those chosen, the defaults for the rest', () => {
    expect(preferencesDepuis(jamais, AGENT)).toEqual({ ...PAR_DEFAUT, ...jamais });
  });

  test('of whom became the only manager are weekly for requests in place of never', () => {
    const tenues = preferencesDepuis(jamais, SEUL);
    expect([tenues.DEMANDES_A_DECIDER, tenues.FACTURE]).toEqual(['HEBDOMADAIRE', 'JAMAIS']);
  });
});

describe('an unsubscription', () => {
  const defauts = preferencesDepuis({}, AGENT);

  test('from one subject silences it alone', () => {
    expect(silences('FACTURE', defauts, AGENT)).toEqual({ FACTURE: 'JAMAIS' });
  });

  test('done twice changes nothing', () => {
    const apres = preferencesDepuis(silences('FACTURE', defauts, AGENT), AGENT);
    expect(silences('FACTURE', apres, AGENT)).toEqual({});
  });

  test('of a plain agent leaves alone what they would be told as a manager', () => {
    const deux = { ...defauts, DEMANDES_A_DECIDER: 'IMMEDIAT' } as const;
    for (const choix of [silences('RELEVE', defauts, AGENT), silences('ALERTE', deux, AGENT)]) {
      expect(choix).not.toHaveProperty('DEMANDES_A_DECIDER');
      expect(choix).not.toHaveProperty('RECAPITULATIF');
    }
    expect(silences('RELEVE', defauts, REFERENT).DEMANDES_A_DECIDER).toBe('JAMAIS');
  });

  test('from the digest silences all but what comes at once, what nothing feeds yet too', () => {
    const gestionnaire = { ...SEUL, seulGestionnaire: false };
    const { FACTURE_BLOQUEE, ...autres } = silences('RELEVE', defauts, gestionnaire);
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
    expect(silences('RELEVE', preferencesDepuis(choix, SEUL), SEUL)).toEqual({});
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
