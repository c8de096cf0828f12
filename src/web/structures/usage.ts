// The same search serves two pages (screens §6.1): the directory, to look, and a request, to select.
import { adresses } from '../../domain/adresses.ts';
import type { Criteres } from '../../domain/structure/recherche.ts';
import { lireRecherche } from './form.ts';

export type Usage = {
  kind: 'annuaire' | 'demande';
  /** Where the search stands. */
  adresse: string;
  /** Private structures and particuliers can be looked for. */
  prives: boolean;
};

/** « Rechercher structure publique » of the home page. */
export const ANNUAIRE: Usage = { kind: 'annuaire', adresse: adresses.structures, prives: false };
/** Step 1 of a request for a rattachement. */
export const DEMANDE: Usage = {
  kind: 'demande',
  adresse: adresses.demanderRattachement,
  prives: true,
};

/** The search that a sheet was opened from: the way back, and what a request made from it comes back to. */
export type Origine = { usage: Usage; criteres: Criteres };

/** What the address of a sheet keeps of the search; `origineDe` reads it. */
export function parametresDe({ usage, criteres }: Origine) {
  return { ...criteres, depuis: usage.kind === 'demande' ? 'demande' : null };
}

/** The search that the address of a sheet holds; none: the directory, blank. */
export function origineDe(query: unknown): Origine {
  const { depuis } = query as { depuis?: unknown };
  const { criteres } = lireRecherche(query);
  return { usage: depuis === 'demande' ? DEMANDE : ANNUAIRE, criteres };
}
