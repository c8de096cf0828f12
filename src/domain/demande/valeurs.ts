// What a person types in a request (screens §6.2): days, and a comment that a manager reads.
import { z } from 'zod';
import { COMMENTAIRE_MAX } from './demande.ts';

// Line breaks are a comment's own; other control and formatting characters, and markup, have no place in it.
const INTERDITS = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}<>\ufffd]/u;

/** A comment: null when empty; `trop long` beyond 255 characters as PostgreSQL counts them. */
export const commentaire = z
  .string()
  .transform((valeur) => valeur.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .refine((valeur) => !INTERDITS.test(valeur.replaceAll('\n', ' ')), 'commentaireCaracteres')
  .refine((valeur) => [...valeur].length <= COMMENTAIRE_MAX, 'commentaire')
  .transform((valeur) => (valeur === '' ? null : valeur));

/** Why somebody decides so: said to the person, so never empty. */
export const motif = commentaire
  .refine((valeur) => valeur !== null, 'motifManquant')
  .transform((valeur) => valeur ?? '');

const ANNEE_MIN = '1900-01-01';
const ANNEE_MAX = '2200-01-01';

/** A civil day as browsers send it (YYYY-MM-DD), or as people write it in French (31/12/2026). */
export const jourSaisi = z
  .string()
  .transform((valeur) => valeur.trim().replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, enIso))
  .pipe(z.iso.date())
  .refine((jour) => jour >= ANNEE_MIN && jour < ANNEE_MAX);

function enIso(_: string, jour: string, mois: string, annee: string): string {
  return `${annee}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`;
}
