// What a format of structures' file is: its columns, and how each of its lines is read.
import type {
  ColonneFiche,
  ServiceFlux,
  SourceFlux,
  StructureFlux,
} from '../../domain/structure/flux.ts';
import type { LigneLue } from '../lignes.ts';

/** What a line says; `reste`, of a refused one: what it names all the same, which must not be closed. */
export type Lecture<V> =
  | { kind: 'lue'; valeurs: readonly V[]; avertissements?: readonly string[] }
  | { kind: 'refusee'; motif: string; reste: V | null };

/** A file, or several read as one. */
export type Entree<V> = {
  /** As messages call it. */
  nom: string;
  tailleOctets: number;
  /** Where its refused lines are written. */
  rejets: string;
  /** Its lines, numbered without a repetition, in order; `surOctets` follows the reading. */
  lignes(surOctets?: (lus: number) => void): AsyncIterable<LigneLue>;
  lire(ligne: LigneLue): Lecture<V>;
};

export type Format = {
  /** As the report calls what is imported. */
  nom: string;
  /** The register whose import this is: two of one do not run together. */
  source: Exclude<SourceFlux, 'GESTIONNAIRE'>;
  /** The file names all that its source has: what it leaves out is closed. */
  complet: boolean;
  /** What its lines carry; the other columns of a structure are not touched. */
  colonnes: readonly ColonneFiche[];
  structures: Entree<StructureFlux>;
  services: Entree<ServiceFlux> | null;
};
