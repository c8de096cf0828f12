// What an identifier of each type looks like (reference/chorus-pro.md §7.1): asked of registers, never of a look-up.
import type { TypeIdentifiant } from './structure.ts';

const LIBRE = /^[!-;=?-~]{1,50}$/;
const FORMES: Record<TypeIdentifiant, RegExp> = {
  SIRET: /^\d{14}$/,
  UE_HORS_FRANCE: LIBRE,
  HORS_UE: LIBRE,
  RIDET: /^\d{1,50}$/,
  // The company's number, or an establishment's.
  TAHITI: /^[0-9A-Z]{6}(?:[0-9A-Z]{3})?$/,
  AUTRE: LIBRE,
  PARTICULIER: LIBRE,
};

/** True when an identifier, normalised, has the form of its type; the key of a SIRET is another question. */
export function bienForme(type: TypeIdentifiant, identifiant: string): boolean {
  return FORMES[type].test(identifiant);
}
