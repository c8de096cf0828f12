// Which espaces the managers of a structure open on it (model §4, reference/chorus-pro.md §6).
import type { TypeStructure } from '../structure/structure.ts';
import type { EspaceTenu } from './espace.ts';

export type EspaceDuCatalogue = EspaceTenu & {
  id: number;
  pour: 'TOUS' | TypeStructure | 'GESTIONNAIRES';
  parDefaut: boolean;
};

/** An espace of the catalogue, as it stands on a structure. */
export type EspaceSurStructure = EspaceTenu & {
  id: number;
  /** Since when it is open; null: it is not. */
  ouvertLe: Date | null;
  /** Who opened it, if the account is still known. */
  ouvertPar: string | null;
};

/**
 * An espace that somebody must open: neither a default one, nor of the other type of structure. One for
 * managers is opened like the others; who manages the structure is then the only one to have it.
 */
export function peutOuvrir(
  { pour, parDefaut }: Pick<EspaceDuCatalogue, 'pour' | 'parDefaut'>,
  typeStructure: TypeStructure,
): boolean {
  return !parDefaut && ['TOUS', 'GESTIONNAIRES', typeStructure].includes(pour);
}
