// Dates and numbers in words, by Intl, always in the civil time of Paris (model §1).
import { jourCivil, ZONE } from '../clock.ts';
import { memo } from '../memo.ts';
import type { Langue } from './index.ts';

const LOCALES: Record<Langue, string> = { fr: 'fr-FR', en: 'en-GB' };

function parLangue<F>(make: (locale: string) => F): Record<Langue, F> {
  return { fr: make(LOCALES.fr), en: make(LOCALES.en) };
}

const nombres = parLangue((l) => new Intl.NumberFormat(l));
const jours = parLangue(
  (l) =>
    new Intl.DateTimeFormat(l, { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE }),
);
const heures = parLangue(
  (l) => new Intl.DateTimeFormat(l, { hour: '2-digit', minute: '2-digit', timeZone: ZONE }),
);

// In one piece on its line.
function ecrire(langue: Langue, jour: string): string {
  return jours[langue].format(new Date(`${jour}T12:00:00Z`)).replaceAll(' ', '\u00a0');
}

const jourEcrit: Record<Langue, (jour: string) => string> = {
  fr: memo((jour) => ecrire('fr', jour).replace(/^1\u00a0/, '1er\u00a0')),
  en: memo((jour) => ecrire('en', jour)),
};

/** « 23 novembre 2026 » (« 1er mars 2026 ») for an instant, or for a civil day written YYYY-MM-DD. */
export function formatJour(langue: Langue, valeur: Date | string): string {
  return jourEcrit[langue](typeof valeur === 'string' ? valeur : jourCivil(valeur));
}

/** « 09:12 », the time of day in Paris. */
export function formatHeure(langue: Langue, instant: Date): string {
  return heures[langue].format(instant);
}

/** « 1 000 », with the separators of the language. */
export function formatNombre(langue: Langue, nombre: number): string {
  return nombres[langue].format(nombre);
}

const montants = parLangue((l) => new Intl.NumberFormat(l, { style: 'currency', currency: 'EUR' }));

/** « 1 200,50 € ». */
export function formatMontant(langue: Langue, euros: number): string {
  return montants[langue].format(euros);
}

const OCTETS_PAR_UNITE = 1024;
const UNITES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const tailles = parLangue((l) =>
  UNITES.map(
    (unit) =>
      new Intl.NumberFormat(l, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: 1,
      }),
  ),
);

/** « 1,5 Mo »: the size of a file, a kilobyte being 1,024 bytes as in the limits of Chorus Pro. */
export function formatTaille(langue: Langue, octets: number): string {
  const rang = Math.min(Math.floor(Math.log2(Math.max(octets, 1)) / 10), UNITES.length - 1);
  const format = tailles[langue][rang];
  return format ? format.format(octets / OCTETS_PAR_UNITE ** rang) : String(octets);
}
