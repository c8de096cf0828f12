// The countries of a form, in the reader's language and order, France first.
import { PAYS } from '../../domain/compte/valeurs.ts';
import { memo } from '../../platform/memo.ts';
import type { Langue } from '../../platform/textes/index.ts';

type Option = { value: string; label: string };

const noms: Record<Langue, (code: string) => string> = { fr: nommer('fr'), en: nommer('en') };

function nommer(langue: Langue): (code: string) => string {
  const regions = new Intl.DisplayNames(langue, { type: 'region' });
  return memo((code) => regions.of(code) ?? code);
}

function liste(langue: Langue): Option[] {
  const autres = PAYS.filter((code) => code !== 'FR')
    .map((code) => ({ value: code, label: nomPays(langue, code) }))
    .sort((a, b) => a.label.localeCompare(b.label, langue));
  return [{ value: 'FR', label: nomPays(langue, 'FR') }, ...autres];
}

const OPTIONS: Record<Langue, Option[]> = { fr: liste('fr'), en: liste('en') };

/** « France » for FR. */
export function nomPays(langue: Langue, code: string): string {
  return noms[langue](code);
}

/** The options of a list of countries, with an empty one when none is chosen yet. */
export function optionsPays(langue: Langue, choisi: string): Option[] {
  const connu = choisi === 'FR' || PAYS.includes(choisi);
  return connu ? OPTIONS[langue] : [{ value: choisi, label: '' }, ...OPTIONS[langue]];
}
