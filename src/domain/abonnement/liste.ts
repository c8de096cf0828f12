// « Mes abonnements aux espaces » (screens §7): one row a structure – service – espace, whatever became of it.
import type { PageVoulue } from '../../platform/postgres/pages.ts';
import type { EspaceTenu } from '../espace/espace.ts';
import type { Mode } from './abonnement.ts';

/** What a row is today. */
export const ETATS_D_ABONNEMENT = [
  'EN_COURS_DE_VALIDATION',
  'REFUSE',
  'VALIDE',
  'PAR_DEFAUT',
  /** The rattachement that carries it has not begun, or is suspended: it gives no right that day. */
  'A_VENIR',
  'SUSPENDU',
  /** What carried it is over: it gives no right any more. */
  'TERMINE',
] as const;
export type EtatDAbonnement = (typeof ETATS_D_ABONNEMENT)[number];

/** A row of the list. */
export type Abonnement = EspaceTenu & {
  etat: EtatDAbonnement;
  /** Of a granted one. */
  id: number | null;
  /** Of one that is asked, or was refused. */
  demandeId: number | null;
  /** null: « Mon compte », which is on no structure. */
  structureId: number | null;
  identifiant: string | null;
  designation: string | null;
  serviceId: number | null;
  service: string | null;
  mode: Mode;
  /** When it was granted, asked or refused; for a default one, the day on which its line began. */
  depuis: Date | null;
  depuisJour: string | null;
  /** Who granted or refused it. */
  par: string | null;
  motif: string | null;
  /** Granted at once by a choice of the person: the espace needs no decision. */
  sansDecision: boolean;
  /** Of a refused one: it may be asked again; its espace and its service are still open. */
  demandable: boolean;
};

/** What narrows the list, and which page of it. */
export type FiltreDAbonnements = PageVoulue & {
  /** Words of the designation, or the beginning of the identifier; '' for all. */
  texte: string;
  etat: EtatDAbonnement | null;
};
