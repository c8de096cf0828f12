// One account on one structure: a role, what it covers, a period (design §2).

export const ROLES = ['GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE', 'UTILISATEUR'] as const;
export type Role = (typeof ROLES)[number];
export type StatutLigne = 'VALIDEE' | 'DESACTIVEE' | 'SUPPRIMEE';

/** What the account's table shows of a line: stored states, and those read from the period (model §2). */
export type EtatAffiche = 'VALIDEE' | 'DESACTIVEE' | 'EXPIREE' | 'A_VENIR';

export type LigneAffichee = {
  id: number;
  role: Role;
  typeIdentifiant: string;
  identifiant: string;
  designation: string;
  /** null: the whole structure. */
  service: string | null;
  dateDebut: string;
  dateFin: string | null;
  statut: Exclude<StatutLigne, 'SUPPRIMEE'>;
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
