// How a word of the help, or of a question, is compared: without case, accent nor plural; words
// that say nothing drop out.
import type { Langue } from '../../platform/textes/index.ts';

const MOT = /[\p{L}\p{N}]+/gu;

/** The words of a text; an apostrophe parts two: « l'abonnement » is « l » and « abonnement ». */
export function motsDe(texte: string): string[] {
  return texte.normalize('NFC').match(MOT) ?? [];
}

/** Each word of a text and where it begins. */
export function placesDesMots(texte: string): { mot: string; debut: number }[] {
  return [...texte.matchAll(MOT)].map((trouve) => ({ mot: trouve[0], debut: trouve.index }));
}

const VIDES: Record<Langue, Set<string>> = {
  fr: new Set(
    (
      'a ai as au aux avec avoir c ca ce ces cet cette chez comment d dans de des du elle en es est et etre eu faire ' +
      'fait faut il ils j je jusqu l la le les leur leurs lorsqu lui m ma me mes moi mon n ne nos notre nous on ont ou ' +
      'par pas peut peux plus pour pourquoi puis puisqu qu quand que quel quelle quelles quels qui quoi s sa sans se ' +
      'ses si son sont suis sur t ta te tes toi ton tout tu un une veux vos votre vous y'
    ).split(' '),
  ),
  en: new Set(
    (
      'a about am an and are as at be been but by can cannot could d did do does for from had has have how i if in ' +
      'into is it its ll m me my no not of on or our out re s should so t than that the their them then there these ' +
      'they this to too up us ve was we what when where which who why will with would you your'
    ).split(' '),
  ),
};

const PLURIELS: Record<Langue, [fin: RegExp, par: string][]> = {
  fr: [
    [/eaux$/, 'eau'],
    [/aux$/, 'al'],
    [/[sx]$/, ''],
  ],
  en: [
    [/ies$/, 'y'],
    [/(s|x|ch|sh)es$/, '$1'],
    [/([^s])s$/, '$1'],
  ],
};
/** Shorter words keep their end: « pas », « bis », « tic ». */
const PLURIEL_MIN = 5;

/** What stands for a word in the index of a language; null for a word that says nothing. */
export function termeDe(langue: Langue): (mot: string) => string | null {
  const vides = VIDES[langue];
  return (mot) => {
    const plie = plier(mot);
    if (vides.has(plie)) return null;
    if (plie.length < PLURIEL_MIN) return plie;
    const pluriel = PLURIELS[langue].find(([fin]) => fin.test(plie));
    return pluriel ? plie.replace(...pluriel) : plie;
  };
}

function plier(mot: string): string {
  return mot
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}
