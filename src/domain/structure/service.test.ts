// The end of a service, as a table of cases: which last day may be given, and who must not be left without a line.
import { describe, expect, test } from 'vitest';
import { departementGagne, type FicheGeree } from './fiche-modifiee.ts';
import { decideFermeture, type SituationDeFermeture } from './service.ts';
import type { FicheModifiable } from './valeurs.ts';

const SITUATION: SituationDeFermeture = {
  jour: '2026-11-23',
  dateDebut: '2020-01-01',
  dateFin: null,
  principalSeul: false,
  derniersGestionnaires: false,
};

describe('the end of a service', () => {
  test.each<[string, string, Partial<SituationDeFermeture>, string]>([
    ['today', '2026-11-23', {}, 'fermer'],
    ['a day to come', '2027-06-30', {}, 'fermer'],
    ['yesterday', '2026-11-22', {}, 'jourPasse'],
    ['the day it begins', '2026-12-01', { dateDebut: '2026-12-01' }, 'fermer'],
    ['before it begins', '2026-11-30', { dateDebut: '2026-12-01' }, 'avantOuverture'],
    ['today, without a beginning', '2026-11-23', { dateDebut: null }, 'fermer'],
    ['earlier than the end it has', '2026-11-30', { dateFin: '2026-12-31' }, 'fermer'],
    ['later than the end it has', '2027-01-31', { dateFin: '2026-12-31' }, 'fermer'],
    ['on its last day', '2026-11-23', { dateFin: '2026-11-23' }, 'fermer'],
    ['once it is over', '2026-11-23', { dateFin: '2026-11-22' }, 'dejaFerme'],
    [
      'with a principal attached by it alone',
      '2026-11-23',
      { principalSeul: true },
      'principalSeul',
    ],
    [
      'with all managers attached by it alone',
      '2026-11-23',
      { derniersGestionnaires: true },
      'derniersGestionnaires',
    ],
  ])('%s', (_, dernierJour, changes, attendu) => {
    expect(decideFermeture(dernierJour, { ...SITUATION, ...changes }).kind).toBe(attendu);
  });
});

describe('the département', () => {
  test.each<[string, string | null, string | null, string | null, string | null]>([
    ['is read from a French postal code, where none was known', 'FR', '76640', null, '76'],
    ['given by a register stays, whatever the address', 'FR', '75001', '76', null],
    ['is not that of a foreign code', 'BE', '10000', null, null],
    ['is unknown without a postal code', 'FR', null, null, null],
  ])('%s', (_, adressePays, adresseCodePostal, departement, attendu) => {
    const saisie = { adressePays, adresseCodePostal } as FicheModifiable;
    expect(departementGagne(saisie, { departement } as FicheGeree)).toBe(attendu);
  });
});
