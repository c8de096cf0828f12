// The queue of the requests that wait for a decision (screens §9): one object and one screen for every nature.
import { jourCivil } from '../../platform/clock.ts';
import type { PageLue, PageVoulue } from '../../platform/postgres/pages.ts';
import type { Mode } from '../abonnement/abonnement.ts';
import type { EspaceTenu } from '../espace/espace.ts';
import type { Role } from '../rattachement/rattachement.ts';
import type { EtatDemande } from './demande.ts';

/** What managers decide; the take-over of a vacant role is the référents' (model §3). */
export const NATURES_A_DECIDER = ['RATTACHEMENT', 'ABONNEMENT'] as const;
type NatureADecider = (typeof NATURES_A_DECIDER)[number];

/** The ages, in civil days, from which requests may be looked at; they are those of the reminders. */
export const AGES_JOURS = [3, 7, 14, 21] as const;

/** The orders of the queue; the oldest first unless told. */
export const TRIS_DE_FILE = ['ancien', 'recent', 'demandeur', 'structure'] as const;
export type TriDeFile = (typeof TRIS_DE_FILE)[number];

/** What narrows the queue, and which page of it. */
export type FiltreDeFile = PageVoulue & {
  structureId: number | null;
  nature: NatureADecider | null;
  /** At least so many civil days old. */
  ageJours: number | null;
  /** Words of the requester's name or identifiant; '' for all. */
  texte: string;
  tri: TriDeFile;
};

/** Nobody goes through more pages than these rows fill: beyond, filters narrow. */
export const DEMANDES_COMPTEES_MAX = 1_000;

/** A count made up to one above the bound, as it is told. */
export function borner(compte: number): { nombre: number; plus: boolean } {
  return {
    nombre: Math.min(compte, DEMANDES_COMPTEES_MAX),
    plus: compte > DEMANDES_COMPTEES_MAX,
  };
}

/** A line of a request in the queue; null service: the whole structure. */
export type LigneEnFile = {
  service: string | null;
  /** Of a request for abonnements. */
  espace: EspaceTenu | null;
  mode: Mode | null;
  dateDebut: string | null;
  dateFin: string | null;
};

/** A request that waits, one row of the queue. */
export type DemandeEnFile = {
  id: number;
  nature: NatureADecider;
  structureId: number;
  identifiant: string;
  designation: string;
  demandeur: string;
  identifiantConnexion: string;
  /** The requester's role on the structure, when attached to it already. */
  role: Role | null;
  demandeeLe: Date;
  escaladeeLe: Date | null;
  commentaire: string | null;
  /** The first lines, and how many there are. */
  lignes: LigneEnFile[];
  nombreDeLignes: number;
};

/** A request that was ticked, whatever became of it since. */
export type DemandeChoisie = DemandeEnFile & {
  etat: EtatDemande;
  /** Who decided; null: nobody yet, its author, or the portal. */
  decideePar: string | null;
  /** The reader decided. */
  parMoi: boolean;
};

/** A page of the queue; `plus`: there are more than the total says. */
export type PageDeFile = PageLue<DemandeEnFile> & { plus: boolean };

/** A request that went up to the référents, or a take-over, which is theirs from the start. */
export type DemandeMontee = Omit<DemandeEnFile, 'nature'> & {
  nature: NatureADecider | 'REPRISE';
  /** When a manager opposed the take-over. */
  opposeeLe: Date | null;
};
export type PageDeMontees = PageLue<DemandeMontee> & { plus: boolean };

/** What waits for somebody, in a few numbers. */
export type NombreDeDemandes = {
  /** Up to {@link DEMANDES_COMPTEES_MAX}; `plus`: there are more. */
  nombre: number;
  plus: boolean;
  /** When the oldest was asked. */
  depuis: Date | null;
};

/** The same for a manager. */
export type CompteDesDemandes = NombreDeDemandes & {
  /** How many structures the account manages. */
  structures: number;
};

const JOUR_MS = 86_400_000;

/** The age of a request in civil days: 0 on the day it was asked. */
export function ageEnJours(demandeeLe: Date, jour: string): number {
  return Math.round((Date.parse(jour) - Date.parse(jourCivil(demandeeLe))) / JOUR_MS);
}
