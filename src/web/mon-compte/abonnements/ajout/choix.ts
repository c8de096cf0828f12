// What step 1 of « Ajouter un abonnement » reads from its address: the search, and an espace wished for.
import type { FiltreDeStructures } from '../../../../domain/abonnement/queries-ajout.ts';
import { lirePageVoulue, lireTexte } from '../../../commun/listes.ts';

/** `espace`: the code of the espace that the page of an espace, or the home page, asked for. */
export type Choix = FiltreDeStructures & { espace: string | null };

/** Up to so many structures are seen at a glance: no search. */
const PAR_PAGE = 20;

export function lireChoix(query: unknown): Choix {
  const espace = lireTexte(query, 'espace');
  return {
    texte: lireTexte(query, 'texte'),
    espace: /^[A-Z_]+$/.test(espace) ? espace : null,
    ...lirePageVoulue(query, PAR_PAGE),
  };
}
