// The journal (model §2): who did what, on what, when; account ids and codes only, never the content.

/** The acts written so far; each names the use case that writes it. */
export const ACTES_JOURNALISES = [
  'CONNEXION',
  'CONNEXION_REFUSEE',
  'DECONNEXION',
  'IDENTITE_LIEE',
  'COMPTE_VERIFIE',
  'INFORMATIONS_MODIFIEES',
  'PARAMETRES_MODIFIES',
  'LANGUE_CHANGEE',
  'ADRESSE_DEMANDEE',
  'ADRESSE_CONFIRMEE',
  'ADRESSE_ANNULEE',
  'COMPTE_CREE',
  'COMPTE_MODIFIE',
  'COMPTE_DESACTIVE',
  'COMPTE_REACTIVE',
  'RATTACHEMENT_CREE',
  'RATTACHEMENT_MODIFIE',
  'RATTACHEMENT_SUPPRIME',
  'RATTACHEMENT_DEMANDE',
  'RATTACHEMENT_ETENDU',
  'DEMANDE_RETIREE',
  'DEMANDE_ACCEPTEE',
  'DEMANDE_REFUSEE',
  'PRINCIPAL_TRANSMIS',
  'PRINCIPAL_RECU',
  'DEMANDE_RELANCEE',
  'DEMANDE_ESCALADEE',
  'DEMANDE_EXPIREE',
  'RATTACHEMENT_SUSPENDU',
  'RATTACHEMENT_REPRIS',
  'ROLE_MODIFIE',
  'DELEGATION_CREEE',
  'DELEGATION_TERMINEE',
  'PRINCIPAL_REPRIS',
  'PRINCIPAL_REMPLACE',
  'REPRISE_DEMANDEE',
  'REPRISE_OPPOSEE',
  'REPRISE_ACCEPTEE',
  'REPRISE_REFUSEE',
  'OPPOSITION_LEVEE',
  'FICHE_MODIFIEE',
  'SERVICE_CREE',
  'SERVICE_MODIFIE',
  'SERVICE_FERME',
  'SERVICE_ROUVERT',
  'ESPACE_OUVERT',
  'ESPACE_FERME',
  'PIECE_AJOUTEE',
  'PIECE_SUPPRIMEE',
  'PIECE_REJETEE',
  'JETON_CREE',
  'JETON_REVOQUE',
] as const;
export type ActeJournalise = (typeof ACTES_JOURNALISES)[number];

export type LigneDeJournal = {
  instant: Date;
  /** null: the portal itself, or an import. */
  acteurCompteId: number | null;
  enQualite?: string;
  acte: ActeJournalise;
  /** The table of the thing acted on. */
  objet:
    | 'compte'
    | 'rattachement'
    | 'demande'
    | 'delegation'
    | 'structure'
    | 'service'
    | 'espace'
    | 'piece_jointe'
    | 'jeton_api';
  objetId: number;
  /** Whom the act concerns, for their history. */
  compteId: number | null;
  structureId?: number;
  /** Codes, ids and names of fields: nothing that a person wrote. */
  details?: { [cle: string]: string | number | boolean | string[] };
};
