// One account on one structure: a role, what it covers, a period (design §2).
import type { StatutStructure } from '../structure/structure.ts';

export const ROLES = ['GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE', 'UTILISATEUR'] as const;
export type Role = (typeof ROLES)[number];
export type StatutLigne = 'VALIDEE' | 'DESACTIVEE' | 'SUPPRIMEE';

/** What the account's table shows of a line: stored states, and those read from the period (model §2). */
export const ETATS_AFFICHES = ['VALIDEE', 'A_VENIR', 'EXPIREE', 'DESACTIVEE'] as const;
export type EtatAffiche = (typeof ETATS_AFFICHES)[number];

/** A line as the list shows it. */
export type LigneAffichee = {
  /** null: the whole structure. */
  service: string | null;
  dateDebut: string;
  dateFin: string | null;
  statut: Exclude<StatutLigne, 'SUPPRIMEE'>;
};

/** A rattachement of an account, one row of the list. */
export type RattachementAffiche = {
  id: number;
  role: Role;
  structureId: number;
  typeIdentifiant: string;
  identifiant: string;
  designation: string;
  statutStructure: StatutStructure;
  /** The best state of its lines. */
  etat: EtatAffiche;
  /** An active line covers the whole structure: its sheet is open. */
  entiere: boolean;
  lignes: LigneAffichee[];
};

/** The state of a line on a civil day: both ends of its period included. */
export function etatAffiche(
  ligne: Pick<LigneAffichee, 'statut' | 'dateDebut' | 'dateFin'>,
  jour: string,
): EtatAffiche {
  if (ligne.statut === 'DESACTIVEE') return 'DESACTIVEE';
  if (jour < ligne.dateDebut) return 'A_VENIR';
  return ligne.dateFin !== null && ligne.dateFin < jour ? 'EXPIREE' : 'VALIDEE';
}
