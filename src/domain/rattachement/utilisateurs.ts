// The people attached to a structure, as its managers see them (screens §9).
import type { EtatCompte } from '../compte/compte.ts';
import type { Delegation } from './gestion.ts';
import type { EtatAffiche, LigneAffichee, Role } from './rattachement.ts';

/** Who somebody is, to those who manage them. */
type Personne = {
  id: number;
  compteId: number;
  nom: string;
  prenom: string;
  identifiantConnexion: string;
  etatCompte: EtatCompte;
  role: Role;
};

/** A row of the list; `id` is the rattachement's. */
export type UtilisateurListe = Personne & {
  /** The best state of the lines. */
  etat: EtatAffiche;
  /** The first of the lines, the whole structure before services. */
  lignes: LigneAffichee[];
  nombreLignes: number;
  /** Stands in as a gestionnaire secondaire until that day. */
  delegueJusquAu: string | null;
};

/** What narrows the list. */
export type FiltreUtilisateurs = {
  /** Words, or parts of words, of the name or of the identifiant; '' for all. */
  texte: string;
  role: Role | null;
  etat: EtatAffiche | null;
};

export type LigneUtilisateur = LigneAffichee & {
  id: number;
  serviceId: number | null;
  code: string | null;
};

/** Somebody attached, whole. */
export type Utilisateur = Personne & {
  version: number;
  etat: EtatAffiche;
  lignes: LigneUtilisateur[];
  /** Present and to come. */
  delegations: Delegation[];
  /** Granted abonnements that hang on the rattachement. */
  abonnements: number;
};

/** A stand-in of the structure, present or to come. */
export type DelegationListee = Delegation & {
  nom: string;
  prenom: string;
  compteId: number;
  /** null: no longer attached. */
  rattachementId: number | null;
};

/** Somebody whom an act on many names; `attache` false: it ended meanwhile. */
export type PersonneChoisie = Personne & { attache: boolean };

/** The list is counted, and shown, up to here; an export has them all. */
export const UTILISATEURS_MAX = 1_000;
/** The rows of one export at most. */
export const EXPORT_UTILISATEURS_MAX = 100_000;
