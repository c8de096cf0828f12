// The feed at a million events of invoices over fourteen months: of anybody, and of a manager of 300 structures.
import {
  evenementsDuCompte,
  nouvellesDuCompte,
  structuresDuFil,
} from '../../src/domain/evenement/queries-fil.ts';
import type { Lecture } from '../../src/domain/evenement/queries-fil-cles.ts';
import type { Query } from './expliquer.ts';

/** Manages the structures 301, 602, … and has a few events of its own. */
export const GESTIONNAIRE_DE_300 = 999_999;
/** What the feed reads whatever is in it: the rights held, the two ends of each month. */
export const FIL_BUFFERS_MAX = 600;
/**
 * By structure held: the line of its rattachement, eight pages for its services and for the role (2,430 for 300); then
 * the two ends of each month (90), one look-up in the month shown, and the rows of the page.
 */
export const FIL_DE_300_BUFFERS_MAX = 3_500;

const JOUR = '2026-11-23';
const INSTANT = new Date('2026-11-23T09:30:00Z');
const ACCUEIL = { nombre: 10, compter: 100 };
const PREMIERE: Lecture = { famille: null, structureId: null, depuis: null, nombre: 26 };

const fil =
  (compteId: number, changes: Partial<Lecture> = {}): Query =>
  (s) =>
    evenementsDuCompte(s, compteId, { ...PREMIERE, ...changes }, JOUR, INSTANT);

const pages = (compteId: number): [name: string, run: Query][] => [
  ['the home page', (s) => nouvellesDuCompte(s, compteId, ACCUEIL, JOUR, INSTANT)],
  ['the newest page', fil(compteId)],
  ['a page in the middle', fil(compteId, { depuis: { avant: 1_500_000 } })],
  ['a page upwards', fil(compteId, { depuis: { apres: 1_500_000 } })],
  ['the last page', fil(compteId, { depuis: { avant: 1_000_100 } })],
  ['the invoices', fil(compteId, { famille: 'FACTURE' })],
  ['a family without events', fil(compteId, { famille: 'SOLLICITATION' })],
  ['one structure', fil(compteId, { structureId: 602 })],
];

export const DU_FIL = pages(777_777);
export const FILS_DE_300: [name: string, run: Query][] = [
  ...pages(GESTIONNAIRE_DE_300),
  ['the structures to choose from', (s) => structuresDuFil(s, GESTIONNAIRE_DE_300, JOUR, 500)],
];
