// Dates and numbers in words, by Intl, always in the civil time of Paris (model §1).
import { ZONE } from '../clock.ts';
import type { Langue } from './index.ts';

const LOCALES: Record<Langue, string> = { fr: 'fr-FR', en: 'en-GB' };

function parLangue<F>(make: (locale: string) => F): Record<Langue, F> {
  return { fr: make(LOCALES.fr), en: make(LOCALES.en) };
}

const jours = parLangue(
  (l) =>
    new Intl.DateTimeFormat(l, { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE }),
);
const heures = parLangue(
  (l) => new Intl.DateTimeFormat(l, { hour: '2-digit', minute: '2-digit', timeZone: ZONE }),
);

/** « 23 novembre 2026 » for an instant, or for a civil day written YYYY-MM-DD. */
export function formatJour(langue: Langue, valeur: Date | string): string {
  const instant = typeof valeur === 'string' ? new Date(`${valeur}T12:00:00Z`) : valeur;
  return jours[langue].format(instant);
}

/** « 09:12 », the time of day in Paris. */
export function formatHeure(langue: Langue, instant: Date): string {
  return heures[langue].format(instant);
}
