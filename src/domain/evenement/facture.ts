// The statuses of an invoice (reference/chorus-pro.md §9.1), and which side is told of each.

/** Until it is deposited, an invoice is its emitter's business. */
const AVANT_DEPOT = [
  'BROUILLON',
  'A_VALIDER_1',
  'ERREUR_FOURNISSEUR_SUR_VALIDEUR',
  'REFUSEE_1',
  'VALIDEE_1',
  'ABSENCE_VALIDATION_1_HORS_DELAI',
  'A_VALIDER_2',
  'ERREUR_COTRAITANT_SUR_VALIDEUR',
  'REFUSEE_2',
  'VALIDEE_2',
  'ABSENCE_VALIDATION_2_HORS_DELAI',
  'ERREUR_FOURNISSEUR_SUR_MOE',
] as const;

export const STATUTS_DE_FACTURE = [
  ...AVANT_DEPOT,
  'DEPOSEE',
  'EN_COURS_ACHEMINEMENT',
  'MISE_A_DISPOSITION',
  'PRISE_EN_COMPTE_DESTINATAIRE',
  'TRANSMISE_MOA',
  'A_RECYCLER',
  'SUSPENDUE',
  'COMPLETEE',
  'REJETEE',
  // Written so in the official list.
  'SERVICE-FAIT',
  'MANDATEE',
  'MISE_A_DISPOSITION_COMPTABLE',
  'COMPTABILISEE',
  'MISE_EN_PAIEMENT',
] as const;
export type StatutDeFacture = (typeof STATUTS_DE_FACTURE)[number];

/** True of a status that only the emitter is told of. */
export function estAvantDepot(statut: StatutDeFacture): boolean {
  return (AVANT_DEPOT as readonly string[]).includes(statut);
}

/** On which side of the invoice an event is read, and by the holders of which espace. */
export const ESPACE_DU_ROLE = {
  EMETTEUR: 'FACTURES_EMISES',
  DESTINATAIRE: 'FACTURES_RECUES',
} as const;
export type RoleDeFacture = keyof typeof ESPACE_DU_ROLE;

/**
 * What an event of an invoice keeps; the parties by the names under which the directory shows them.
 */
export type DetailsDeFacture = {
  numero: string;
  statut: StatutDeFacture;
  role: RoleDeFacture;
  emetteur: string;
  destinataire: string;
  /** The recipient's service, if the invoice goes to one. */
  service?: string;
  montantTtc?: number;
  motif?: string;
};
