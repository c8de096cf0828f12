// The feed at a million events of invoices over fourteen months: of anybody, of who holds 300
// structures, of who holds 300 services.
import {
  evenementsDuCompte,
  nouvellesDuCompte,
  structuresDuFil,
} from '../../src/domain/evenement/queries-fil.ts';
import type { Lecture } from '../../src/domain/evenement/queries-fil-cles.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { Query } from './expliquer.ts';

/** Manages the structures 301, 602, … and has a few events of its own. */
export const GESTIONNAIRE_DE_300 = 999_999;
/** Holds one service of each of the structures 307, 614, … */
export const AGENT_DE_300_SERVICES = 999_998;
/** What the feed reads whatever is in it: the rights held, the two ends of each month. */
export const FIL_BUFFERS_MAX = 600;
/**
 * By scope held: the line of its rattachement, eight pages for its services and for the role (2,430 for 300), the months
 * where it has events (900), 900 a month searched; then the rows of the page.
 */
export const FIL_DE_300_BUFFERS_MAX = 6_000;

const JOUR = '2026-11-23';
const INSTANT = new Date('2026-11-23T09:30:00Z');
const ACCUEIL = { nombre: 10, compter: 100 };
const PREMIERE: Lecture = { famille: null, structureId: null, depuis: null, nombre: 26 };

const fil =
  (compteId: number, changes: Partial<Lecture> = {}): Query =>
  (s) =>
    evenementsDuCompte(s, compteId, { ...PREMIERE, ...changes }, JOUR, INSTANT);

const pages = (compteId: number, structureId: number): [name: string, run: Query][] => [
  ['the home page', (s) => nouvellesDuCompte(s, compteId, ACCUEIL, JOUR, INSTANT)],
  ['the newest page', fil(compteId)],
  ['a page in the middle', fil(compteId, { depuis: { avant: 500_000 } })],
  ['a page upwards', fil(compteId, { depuis: { apres: 500_000 } })],
  ['the last page', fil(compteId, { depuis: { avant: 20_000 } })],
  ['the invoices', fil(compteId, { famille: 'FACTURE' })],
  ['a family without events', fil(compteId, { famille: 'SOLLICITATION' })],
  ['one structure', fil(compteId, { structureId })],
];

/** A page of the feed of somebody who holds much: full, or the plans below would prove nothing. */
export const pageDuFil = (sql: Sql, compteId: number) =>
  evenementsDuCompte(sql, compteId, PREMIERE, JOUR, INSTANT);

export const DU_FIL = pages(777_777, 602);
export const FILS_DE_300: [name: string, run: Query][] = [
  ...pages(GESTIONNAIRE_DE_300, 602),
  ['the structures to choose from', (s) => structuresDuFil(s, GESTIONNAIRE_DE_300, JOUR, 500)],
];
export const FILS_DE_300_SERVICES = pages(AGENT_DE_300_SERVICES, 614);
