// What the help says in numbers: this portal's own delays and limits, so that no page tells
// another's.
import { CONFIRMATION_MINUTES } from '../../domain/compte/compte.ts';
import { EXTENSIONS } from '../../domain/piece-jointe/formats.ts';
import { formatNombre, formatTaille } from '../../platform/textes/formats.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type { WebContext } from '../commun/contexte.ts';

export type ValeursDAide = Record<Langue, Record<string, string>>;

type Reglages = Pick<WebContext, 'durees' | 'delais' | 'limitesDesPieces'>;

/** The values that `{{name}}` stands for in the pages of the help. */
export function valeursDeLAide(reglages: Reglages): ValeursDAide {
  return { fr: valeurs('fr', reglages), en: valeurs('en', reglages) };
}

function valeurs(langue: Langue, { durees, delais, limitesDesPieces }: Reglages) {
  const nombre = (n: number) => formatNombre(langue, n);
  const liste = new Intl.ListFormat(langue, { type: 'conjunction' });
  return {
    sessionMinutes: nombre(durees.inactiviteMinutes),
    sessionHeures: nombre(durees.maximumHeures),
    confirmationMinutes: nombre(CONFIRMATION_MINUTES),
    rappelsJours: liste.format(delais.rappelsJours.map(nombre)),
    relanceJours: nombre(delais.relanceJours),
    escaladeJours: nombre(delais.escaladeJours),
    expirationJours: nombre(delais.expirationJours),
    oppositionJours: nombre(delais.oppositionJours),
    tailleMax: formatTaille(langue, limitesDesPieces.octetsMax),
    fichiersMax: nombre(limitesDesPieces.fichiersMax),
    quota: formatTaille(langue, limitesDesPieces.quotaOctets),
    formatsNombre: nombre(EXTENSIONS.length),
    formats: EXTENSIONS.map((extension) => extension.toUpperCase())
      .toSorted()
      .join(', '),
  };
}
