// An espace is a set of functions, shown as a tab (design §2); default rights are computed (model §4).
import type { Langue } from '../../platform/textes/index.ts';

export type EspaceTenu = { code: string; libelleFr: string; libelleEn: string };

/** Where applications that serve espaces are, by code of espace (configuration). */
export type AdressesDesEspaces = Readonly<Record<string, string>>;

/** The name of an espace in the reader's language. */
export function libelleEspace(espace: EspaceTenu, langue: Langue): string {
  return langue === 'fr' ? espace.libelleFr : espace.libelleEn;
}
