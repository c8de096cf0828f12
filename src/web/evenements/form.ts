// What narrows the feed, as its address says it; and up to which event the reader has read.
import { FAMILLES } from '../../domain/evenement/evenement.ts';
import type { FiltreDuFil } from '../../domain/evenement/fil.ts';
import { lireSaisies } from '../commun/formulaire.ts';
import { lireIdentifiant } from '../commun/identifiant.ts';

/** The filter that the address holds; what is not known narrows nothing. */
export function lireFiltre(query: unknown): FiltreDuFil {
  const { famille, structure } = query as { famille?: unknown; structure?: unknown };
  return {
    famille: FAMILLES.find((connue) => connue === famille) ?? null,
    structureId: lireIdentifiant(structure),
  };
}

/** True when the reader asked for less than everything. */
export function filtre({ famille, structureId }: FiltreDuFil): boolean {
  return famille !== null || structureId !== null;
}

/** The newest event that the page showed; null when the browser did not send it as it was. */
export function lireJusqua(body: unknown): number | null {
  return lireIdentifiant(lireSaisies(body)['jusqua']);
}
