// How a file names a structure: the type and the identifier, and what is wrong with them.
import type { Cle } from '../../domain/structure/flux.ts';
import { bienForme } from '../../domain/structure/identifiant.ts';
import {
  normaliserIdentifiant,
  TYPES_IDENTIFIANT,
  type TypeIdentifiant,
} from '../../domain/structure/structure.ts';

// The directory has integers, of which the reference attests only 0, a SIRET; the others follow the official order.
const TYPES = new Map<string, TypeIdentifiant>(
  TYPES_IDENTIFIANT.flatMap((type, code): [string, TypeIdentifiant][] => [
    [type, type],
    [String(code), type],
  ]),
);

const FORMES: Partial<Record<TypeIdentifiant, string>> = {
  SIRET: '14 chiffres attendus',
  RIDET: 'chiffres attendus',
  TAHITI: '6 ou 9 caractères attendus',
};

export type Identite =
  | { kind: 'lue'; cle: Cle }
  | { kind: 'refusee'; champ: 'TypeIdentifiant' | 'Identifiant'; motif: string };

/** Reads the first two columns of a line. */
export function lireIdentite(type = '', identifiant = ''): Identite {
  const typeIdentifiant = TYPES.get(type.trim().toUpperCase());
  if (!typeIdentifiant) return { kind: 'refusee', champ: 'TypeIdentifiant', motif: 'type inconnu' };
  const normalise = normaliserIdentifiant(identifiant);
  if (bienForme(typeIdentifiant, normalise)) {
    return { kind: 'lue', cle: { typeIdentifiant, identifiant: normalise } };
  }
  return { kind: 'refusee', champ: 'Identifiant', motif: formeAttendue(typeIdentifiant) };
}

/** What an identifier of a type must look like, for the operator. */
export function formeAttendue(type: TypeIdentifiant): string {
  return FORMES[type] ?? '1 à 50 caractères attendus, sans espace ni accent';
}
