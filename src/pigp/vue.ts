// What every page of the PIGP needs to be drawn, found from the request once.
import { type Langue, type Translate, textesDe } from '../platform/textes/index.ts';
import { adresseEn, langueDe, type Navigateur } from './langue.ts';

export type Vue = {
  readonly t: Translate;
  readonly langue: Langue;
  /** The same page in the other language. */
  readonly autreLangue: { readonly langue: Langue; readonly href: string };
};

/** The view of a request. */
export function vueDe(navigateur: Navigateur, cookieLangue: string): Vue {
  const langue = langueDe(navigateur, cookieLangue);
  const autre: Langue = langue === 'fr' ? 'en' : 'fr';
  return {
    t: textesDe(langue),
    langue,
    autreLangue: { langue: autre, href: adresseEn(autre, navigateur) },
  };
}
