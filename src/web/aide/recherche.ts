// Full-text search of the help (ADR 033): one index a language, in memory; forgives accents, case,
// elisions, plurals and a slip.
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Langue } from '../../platform/textes/index.ts';
import type { PageDAide } from './entete.ts';
import { extraire, type Morceau } from './extrait.ts';
import { motsDe, termeDe } from './mots.ts';

/** Longer questions are cut. */
export const QUESTION_MAX = 100;
const RESULTATS_MAX = 20;
/** With fewer, the words may be those of another page than the one looked for. */
const ASSEZ = 5;

export type Trouvee = { page: PageDAide; extrait: Morceau[] };
export type Recherche = (question: string) => Trouvee[];

type Cherchable = Pick<PageDAide, 'slug' | 'titre' | 'resume' | 'mots' | 'texte'>;

/** The search over these pages; best first. */
export function rechercheDans(langue: Langue, pages: PageDAide[]): Recherche {
  const terme = termeDe(langue);
  const index = new MiniSearch<Cherchable>({
    idField: 'slug',
    fields: ['titre', 'mots', 'resume', 'texte'],
    tokenize: motsDe,
    processTerm: terme,
    searchOptions: {
      boost: { titre: 6, mots: 4, resume: 2 },
      prefix: (mot) => mot.length >= PREFIXE_MIN,
      fuzzy: ecartPermis,
      weights: { prefix: 0.4, fuzzy: 0.25 },
    },
  });
  index.addAll(pages);
  const parSlug = new Map(pages.map((page) => [page.slug, page]));
  return (question) => {
    const mots = question.slice(0, QUESTION_MAX);
    const demandes = new Set(motsDe(mots).flatMap((mot) => terme(mot) ?? []));
    return trouver(index, mots)
      .slice(0, RESULTATS_MAX)
      .flatMap((trouvee: SearchResult) => {
        const page = parSlug.get(String(trouvee.id));
        if (!page) return [];
        const termes = { trouves: new Set(trouvee.terms), demandes };
        const extrait = extraire(`${page.resume} ${page.texte}`, termes, terme);
        return [{ page, extrait }];
      });
  };
}

/** Pages that hold every word; when they are few, those that hold some come after them. */
function trouver(index: MiniSearch<Cherchable>, mots: string): SearchResult[] {
  const toutes = index.search(mots, { combineWith: 'AND' });
  if (toutes.length >= ASSEZ) return toutes;
  const deja = new Set(toutes.map(({ id }) => id));
  const autres = index.search(mots, { combineWith: 'OR' }).filter(({ id }) => !deja.has(id));
  return [...toutes, ...autres];
}

const PREFIXE_MIN = 3;
const UN_ECART_MIN = 5;
const DEUX_ECARTS_MIN = 8;

/** A letter wrong in a word, two in a long one: that is also two letters in the wrong order. */
function ecartPermis(mot: string): number | false {
  if (mot.length >= DEUX_ECARTS_MIN) return 2;
  return mot.length >= UN_ECART_MIN ? 1 : false;
}
