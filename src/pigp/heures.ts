// Times of day as the PIGP writes them: « 14 h 57 », and « 13 H 57 » on its own page (guide p.4).
import { formatHeure } from '../platform/textes/formats.ts';
import type { Langue } from '../platform/textes/index.ts';

/** « 14 h 57 » in French, « 14:57 » in English, in Paris. */
export function heureEnMots(langue: Langue, instant: Date): string {
  const heure = formatHeure(langue, instant);
  return langue === 'fr' ? heure.replace(':', ' h ') : heure;
}

/** « 13 H 57 »: the capital letter is the portal's own. */
export function heureExpiration(langue: Langue, instant: Date): string {
  const heure = formatHeure(langue, instant);
  return langue === 'fr' ? heure.replace(':', ' H ') : heure;
}
