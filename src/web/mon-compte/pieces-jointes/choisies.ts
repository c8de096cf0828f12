// The rows ticked in the list of pièces jointes (screens §8).
import { lireIdentifiants } from '../../commun/identifiant.ts';

/** One act takes the rows of a page of the list, or what an address names, at most. */
const SELECTION_MAX = 200;

export function lireChoisies(source: unknown): number[] {
  const { p } = (source ?? {}) as { p?: unknown };
  return lireIdentifiants(p).slice(0, SELECTION_MAX);
}
