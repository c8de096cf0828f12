// The fil d'événements (screens §4): what happened that concerns an account, newest first.

/** What can happen to an account; each has its sentence in the dictionaries (`evenements.*`). */
export const EVENEMENTS_DE_COMPTE = [
  'COMPTE_VERIFIE',
  'INFORMATIONS_MODIFIEES',
  'PARAMETRES_MODIFIES',
  'ADRESSE_DEMANDEE',
  'ADRESSE_CONFIRMEE',
  'ADRESSE_ANNULEE',
] as const;
export type EvenementDeCompte = (typeof EVENEMENTS_DE_COMPTE)[number];

export type Evenement = { id: number; quoi: EvenementDeCompte; survenuLe: Date };
