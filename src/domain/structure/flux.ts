// What a register's file does to the directory (model §1, §5), and when it must do nothing.
import type { Parametres, StatutStructure, TypeIdentifiant, TypeStructure } from './structure.ts';

/** The source of a row is the register that brought it; only that one touches or closes it. */
export const SOURCES_FLUX = ['ANNUAIRE', 'COMMUNES', 'GESTIONNAIRE'] as const;
export type SourceFlux = (typeof SOURCES_FLUX)[number];

/** How a file names a structure. */
export type Cle = { typeIdentifiant: TypeIdentifiant; identifiant: string };

/** The sheet as registers give it. */
export type FicheFlux = Parametres & {
  typeStructure: TypeStructure;
  statut: StatutStructure;
  raisonSociale: string;
  libelle: string | null;
  adresseLigne: string | null;
  adresseComplement1: string | null;
  adresseComplement2: string | null;
  adresseCodePostal: string | null;
  adresseVille: string | null;
  adressePays: string | null;
  departement: string | null;
  telephone: string | null;
  adresseElectronique: string | null;
  population: number | null;
};
export type ColonneFiche = keyof FicheFlux;

/** A structure as a line names it; without a sheet the line is refused, and only keeps its structure open. */
export type StructureFlux = Cle & {
  rang: number;
  source: SourceFlux;
  fiche: Partial<FicheFlux> | null;
};

/** A service as registers give it. */
export type FicheServiceFlux = {
  libelle: string;
  dateDebut: string | null;
  dateFin: string | null;
  engagementObligatoire: boolean;
};

/** A service as a line names it; without a type, the structure is the one that has the identifier. */
export type ServiceFlux = {
  rang: number;
  typeIdentifiant: TypeIdentifiant | null;
  identifiant: string;
  code: string;
  source: SourceFlux;
  fiche: FicheServiceFlux | null;
};

/** What becomes of a row of the directory; `absente`: a complete file no longer names it. */
export const EFFETS = [
  'creee',
  'modifiee',
  'rouverte',
  'fermee',
  'absente',
  'autreSource',
] as const;
export type Effet = (typeof EFFETS)[number];

/** What a file would do to a table. */
export type Prevision = {
  /** Lines that say something. */
  lignes: number;
  /** Rows of the file's source in force before it. */
  actives: number;
  effets: Record<Effet, number>;
};

/** How much a complete file may close. */
export type Garde = {
  /** The part of the rows in force. */
  seuil: number;
  forcer: boolean;
};

export type QuoiFlux = 'structures' | 'services';
export type Arret =
  | { kind: 'vide'; quoi: QuoiFlux }
  | { kind: 'tropDeFermetures'; quoi: QuoiFlux; fermees: number; actives: number };

/**
 * Why a complete file must not be applied; null when it may. What its lines close counts with what they leave out: a
 * shifted column is as bad as a cut file.
 */
export function decideArret(
  previsions: { quoi: QuoiFlux; prevision: Prevision }[],
  { seuil, forcer }: Garde,
): Arret | null {
  for (const { quoi, prevision } of previsions) {
    const { lignes, actives, effets } = prevision;
    if (lignes === 0) return { kind: 'vide', quoi };
    const fermees = effets.fermee + effets.absente;
    if (!forcer && fermees > seuil * actives) {
      return { kind: 'tropDeFermetures', quoi, fermees, actives };
    }
  }
  return null;
}
