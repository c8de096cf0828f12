// The portal's texts in both languages: typed keys over i18next, completeness held at compile time.
import i18next, { type TFunction } from 'i18next';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';

export const LANGUES = ['fr', 'en'] as const;
export type Langue = (typeof LANGUES)[number];

type SansPluriel<K extends string> = K extends `${infer B}_one` | `${infer B}_other` ? B : K;
type Chemins<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${P}${SansPluriel<K>}`
    : Chemins<T[K], `${P}${K}.`>;
}[keyof T & string];

/** A key of the dictionaries, dotted: `monCompte.titre`; plural keys without their suffix. */
export type Cle = Chemins<typeof fr>;
/** Gives the text of a key; `count` chooses the plural form, other values fill `{{name}}`. */
export type Translate = (cle: Cle, valeurs?: Record<string, string | number>) => string;

const i18n = i18next.createInstance();
void i18n.init({
  initAsync: false,
  lng: 'fr',
  fallbackLng: false,
  resources: { fr: { translation: fr }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

const HOLE = /\{\{(\w+)\}\}/g;

// A text is looked up once in i18next, then its holes are filled here: pages ask for hundreds, rows by rows. Plurals,
// that depend on a value, are i18next's own each time.
function translator(langue: Langue): Translate {
  const fixed = i18n.getFixedT(langue) as TFunction;
  const known = new Map<Cle, string>();
  const lire = (cle: Cle): string => {
    let texte = known.get(cle);
    if (texte === undefined) {
      texte = String(fixed(cle as never, { skipInterpolation: true } as never));
      known.set(cle, texte);
    }
    return texte;
  };
  return (cle, valeurs) => {
    if (!valeurs) return lire(cle);
    if ('count' in valeurs) return String(fixed(cle as never, valeurs as never));
    return lire(cle).replace(HOLE, (_, nom) => String(valeurs[nom] ?? ''));
  };
}

const translators: Record<Langue, Translate> = { fr: translator('fr'), en: translator('en') };

/** The translator of a language; the same function at each call. */
export function textesDe(langue: Langue): Translate {
  return translators[langue];
}

/** True when the value is one of the portal's languages. */
export function estLangue(valeur: unknown): valeur is Langue {
  return LANGUES.includes(valeur as Langue);
}
