// The search of the directory (screens §6.1): its criteria, what makes them enough, and its columns.
import {
  normaliserIdentifiant,
  type StatutStructure,
  type TypeIdentifiant,
  type TypeStructure,
} from './structure.ts';

/** What is asked of the directory; null: not asked. The identifier is normalised. */
export type Criteres = {
  raisonSociale: string | null;
  typeStructure: TypeStructure | null;
  identifiant: string | null;
  typeIdentifiant: Exclude<TypeIdentifiant, 'PARTICULIER'> | null;
  libelle: string | null;
  statut: StatutStructure | null;
  codePostal: string | null;
  ville: string | null;
  /** ISO 3166-1. */
  pays: string | null;
};

/** A particulier is found by the whole identifier and the name, never otherwise. */
export type CriteresParticulier = { identifiant: string; nom: string; prenom: string | null };

/** No criterion at all. */
export const SANS_CRITERE: Criteres = {
  raisonSociale: null,
  typeStructure: null,
  identifiant: null,
  typeIdentifiant: null,
  libelle: null,
  statut: null,
  codePostal: null,
  ville: null,
  pays: null,
};

/** The columns by which results are sorted; without any, the best match comes first, then the name. */
export const COLONNES_DE_TRI = [
  'typeIdentifiant',
  'identifiant',
  'designation',
  'statut',
  'codePostal',
  'ville',
] as const;
export type ColonneDeTri = (typeof COLONNES_DE_TRI)[number];
export type Tri = { colonne: ColonneDeTri; sens: 'croissant' | 'decroissant' };

/** The results kept for paging: beyond, « plus de 1 000 ». */
export const RESULTATS_MAX = 1_000;
/** The rows of an export at most. */
export const EXPORT_MAX = 100_000;
const CODE_POSTAL_MIN = 2;

export type DecisionRecherche =
  | { kind: 'rechercher' }
  /** Nothing among the criteria narrows the directory down. */
  | { kind: 'tropVague' }
  | { kind: 'codePostalTropCourt' };

const MOT = /[\p{L}\p{N}]/u;

/** Decides whether the criteria are enough: one selective one at least. */
export function decideRecherche(criteres: Criteres): DecisionRecherche {
  const { raisonSociale, libelle, identifiant, codePostal, ville } = criteres;
  if (codePostal !== null && codePostal.replace(/[^\p{L}\p{N}]/gu, '').length < CODE_POSTAL_MIN)
    return { kind: 'codePostalTropCourt' };
  const selectif = [raisonSociale, libelle, identifiant, codePostal, ville].some(
    (critere) => critere !== null && MOT.test(critere),
  );
  return selectif ? { kind: 'rechercher' } : { kind: 'tropVague' };
}

/** A structure as the results show it. */
export type StructureTrouvee = {
  id: number;
  typeIdentifiant: TypeIdentifiant;
  identifiant: string;
  designation: string;
  typeStructure: TypeStructure;
  statut: StatutStructure;
  codePostal: string | null;
  ville: string | null;
};

/** One page of results. */
export type Resultats = {
  structures: StructureTrouvee[];
  /** Exact up to `RESULTATS_MAX`; `plus` says that there are more. */
  total: number;
  plus: boolean;
  /** Nothing held the very words: these hold close ones. */
  approches: boolean;
};

/** The first identifier after all those that begin with this one, in the order of bytes. */
export function finDePrefixe(identifiant: string): string {
  return `${normaliserIdentifiant(identifiant)}\u{10ffff}`;
}
