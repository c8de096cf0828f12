// A legal entity that invoices go to or come from (reference/chorus-pro.md §7.2): its facts and its
// identifier.

export const TYPES_IDENTIFIANT = [
  'SIRET',
  'UE_HORS_FRANCE',
  'HORS_UE',
  'RIDET',
  'TAHITI',
  'AUTRE',
  'PARTICULIER',
] as const;
export type TypeIdentifiant = (typeof TYPES_IDENTIFIANT)[number];
export const TYPES_STRUCTURE = ['PUBLIQUE', 'PRIVEE'] as const;
export type TypeStructure = (typeof TYPES_STRUCTURE)[number];
export type StatutStructure = 'ACTIF' | 'INACTIF';
/** Where a value comes from (model §1). */
export type SourceValeur =
  | 'MADRHAS'
  | 'ANNUAIRE'
  | 'COMMUNES'
  | 'GESTIONNAIRE'
  | 'PERSONNE'
  | 'REFERENT';

/** What an invoice sent to this structure must carry, and how it works: its managers set it. */
export const PARAMETRES_MODIFIABLES = [
  'codeServiceObligatoire',
  'numeroEngagementObligatoire',
  'serviceOuEngagementObligatoire',
  'miseEnPaiementNonRemontee',
  'emetteurEdi',
  'recepteurEdi',
  'estMoa',
  'estMoaUniquement',
  'estValideurDelegue',
] as const;

/** All parameters; what INSEE says is nobody's to change. */
export const PARAMETRES = [...PARAMETRES_MODIFIABLES, 'nonDiffusibleInsee'] as const;
export type Parametres = Record<(typeof PARAMETRES)[number], boolean>;

/** An identifier as it is kept: no spaces, capitals. */
export function normaliserIdentifiant(identifiant: string): string {
  return identifiant.replace(/\s+/g, '').toUpperCase();
}

const SIRET = /^\d{14}$/;
const SIREN_LA_POSTE = '356000000';

/**
 * True when a SIRET has its 14 digits and its key (Luhn; La Poste's establishments: sum of digits
 * by 5, INSEE).
 */
export function siretValide(siret: string): boolean {
  if (!SIRET.test(siret)) return false;
  const chiffres = [...siret].map(Number);
  if (siret.startsWith(SIREN_LA_POSTE) && chiffres.reduce((a, b) => a + b) % 5 === 0) return true;
  return cleDeLuhn(chiffres.slice(0, -1)) === chiffres.at(-1);
}

/** The Luhn key that ends a SIREN or a SIRET, from the digits before it. */
export function cleDeLuhn(chiffres: number[]): number {
  const somme = [...chiffres].reverse().reduce((total, chiffre, rang) => {
    const double = chiffre * (rang % 2 === 0 ? 2 : 1);
    return total + (double > 9 ? double - 9 : double);
  }, 0);
  return (10 - (somme % 10)) % 10;
}
