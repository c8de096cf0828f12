// The same search serves two pages (screens §6.1): the directory, to look, and a request, to select.
import { adresses } from '../../domain/adresses.ts';

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
