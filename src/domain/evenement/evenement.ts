// The fil d'événements (screens §4): what happened to an account, each with its sentence in the dictionaries.

/** The events addressed to one account, each in its family (model §2). */
const FAMILLES = {
  COMPTE_VERIFIE: 'COMPTE',
  INFORMATIONS_MODIFIEES: 'COMPTE',
  PARAMETRES_MODIFIES: 'COMPTE',
  ADRESSE_DEMANDEE: 'COMPTE',
  ADRESSE_CONFIRMEE: 'COMPTE',
  ADRESSE_ANNULEE: 'COMPTE',
  RATTACHEMENT_DEMANDE: 'RATTACHEMENT',
  RATTACHEMENT_ETENDU: 'RATTACHEMENT',
  RATTACHEMENT_SUPPRIME: 'RATTACHEMENT',
  RATTACHEMENT_BIENTOT_FINI: 'RATTACHEMENT',
  DEMANDE_RETIREE: 'RATTACHEMENT',
  DEMANDE_ACCEPTEE: 'RATTACHEMENT',
  DEMANDE_REFUSEE: 'RATTACHEMENT',
  PRINCIPAL_TRANSMIS: 'RATTACHEMENT',
  PRINCIPAL_RECU: 'RATTACHEMENT',
} as const;

export type EvenementDeCompte = keyof typeof FAMILLES;
export const EVENEMENTS_DE_COMPTE = Object.keys(FAMILLES) as EvenementDeCompte[];

/** The family of an event: COMPTE or RATTACHEMENT so far. */
export function familleDe(quoi: EvenementDeCompte): (typeof FAMILLES)[EvenementDeCompte] {
  return FAMILLES[quoi];
}

export type Evenement = {
  id: number;
  quoi: EvenementDeCompte;
  survenuLe: Date;
  /** The structure that it is about, if any. */
  designation: string | null;
};
