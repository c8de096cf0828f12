// The sheet as its managers change it: what differs from what is stored, field by field (design §6.8).
import { departementDuCodePostal } from './departement.ts';
import type { SourceValeur, StatutStructure, TypeIdentifiant, TypeStructure } from './structure.ts';
import { CHAMPS_DE_FICHE, type ChampDeFiche, type FicheModifiable } from './valeurs.ts';

/** The sheet as stored: what managers change, and what only says where the rest comes from. */
export type FicheGeree = FicheModifiable & {
  id: number;
  typeIdentifiant: TypeIdentifiant;
  identifiant: string;
  designation: string;
  typeStructure: TypeStructure;
  statut: StatutStructure;
  raisonSociale: string | null;
  libelle: string | null;
  departement: string | null;
  nonDiffusibleInsee: boolean;
  source: SourceValeur;
  version: number;
};

/** A field that another tab, or a register, stored otherwise than what was typed. */
export type Conflit<C extends string> = { champ: C; enregistree: string | boolean | null };

/** The fields where two sets of values differ, with those of the second. */
export function conflitsDe<C extends string>(
  champs: readonly C[],
  saisie: Record<C, string | boolean | null>,
  stockee: Record<C, string | boolean | null>,
): Conflit<C>[] {
  return champs
    .filter((champ) => saisie[champ] !== stockee[champ])
    .map((champ) => ({ champ, enregistree: stockee[champ] }));
}

export function conflitsDeFiche(
  saisie: FicheModifiable,
  stockee: FicheGeree,
): Conflit<ChampDeFiche>[] {
  return conflitsDe(CHAMPS_DE_FICHE, saisie, stockee);
}

/**
 * The département that a new address gives to a structure that has none. One that a register gave stays: it says which
 * référents answer for the structure, and nobody chooses their own.
 */
export function departementGagne(
  { adressePays, adresseCodePostal }: FicheModifiable,
  { departement }: Pick<FicheGeree, 'departement'>,
): string | null {
  if (departement !== null || adressePays !== 'FR' || adresseCodePostal === null) return null;
  return departementDuCodePostal(adresseCodePostal);
}
