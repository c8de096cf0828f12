// The history of a structure (issue « Activités du gestionnaire »): the journal's acts by family, and what narrows it.
import { ACTES_JOURNALISES, type ActeJournalise } from './journal.ts';

/** The family of each act, by which people look for it. COMPTE: what somebody does alone, on no structure. */
const FAMILLE_DE: Record<ActeJournalise, FamilleDActe> = {
  CONNEXION: 'COMPTE',
  CONNEXION_REFUSEE: 'COMPTE',
  DECONNEXION: 'COMPTE',
  IDENTITE_LIEE: 'COMPTE',
  COMPTE_VERIFIE: 'COMPTE',
  INFORMATIONS_MODIFIEES: 'COMPTE',
  PARAMETRES_MODIFIES: 'COMPTE',
  LANGUE_CHANGEE: 'COMPTE',
  ADRESSE_DEMANDEE: 'COMPTE',
  ADRESSE_CONFIRMEE: 'COMPTE',
  ADRESSE_ANNULEE: 'COMPTE',
  COMPTE_CREE: 'COMPTE',
  COMPTE_MODIFIE: 'COMPTE',
  COMPTE_DESACTIVE: 'COMPTE',
  COMPTE_REACTIVE: 'COMPTE',
  RATTACHEMENT_CREE: 'RATTACHEMENTS',
  RATTACHEMENT_MODIFIE: 'RATTACHEMENTS',
  RATTACHEMENT_SUPPRIME: 'RATTACHEMENTS',
  RATTACHEMENT_DEMANDE: 'DEMANDES',
  RATTACHEMENT_ETENDU: 'RATTACHEMENTS',
  DEMANDE_RETIREE: 'DEMANDES',
  DEMANDE_ACCEPTEE: 'DEMANDES',
  DEMANDE_REFUSEE: 'DEMANDES',
  PRINCIPAL_TRANSMIS: 'GESTIONNAIRES',
  PRINCIPAL_RECU: 'GESTIONNAIRES',
  DEMANDE_RELANCEE: 'DEMANDES',
  DEMANDE_ESCALADEE: 'DEMANDES',
  DEMANDE_EXPIREE: 'DEMANDES',
  RATTACHEMENT_SUSPENDU: 'RATTACHEMENTS',
  RATTACHEMENT_REPRIS: 'RATTACHEMENTS',
  ROLE_MODIFIE: 'GESTIONNAIRES',
  DELEGATION_CREEE: 'GESTIONNAIRES',
  DELEGATION_TERMINEE: 'GESTIONNAIRES',
  PRINCIPAL_REPRIS: 'GESTIONNAIRES',
  PRINCIPAL_REMPLACE: 'GESTIONNAIRES',
  REPRISE_DEMANDEE: 'GESTIONNAIRES',
  REPRISE_OPPOSEE: 'GESTIONNAIRES',
  REPRISE_ACCEPTEE: 'GESTIONNAIRES',
  REPRISE_REFUSEE: 'GESTIONNAIRES',
  OPPOSITION_LEVEE: 'GESTIONNAIRES',
  FICHE_MODIFIEE: 'FICHE',
  SERVICE_CREE: 'FICHE',
  SERVICE_MODIFIE: 'FICHE',
  SERVICE_FERME: 'FICHE',
  SERVICE_ROUVERT: 'FICHE',
  ESPACE_OUVERT: 'FICHE',
  ESPACE_FERME: 'FICHE',
  PIECE_AJOUTEE: 'COMPTE',
  PIECE_SUPPRIMEE: 'COMPTE',
  PIECE_REJETEE: 'COMPTE',
  JETON_CREE: 'COMPTE',
  JETON_REVOQUE: 'COMPTE',
};

/** The families that a structure's history has. */
export const FAMILLES_D_ACTES = ['DEMANDES', 'RATTACHEMENTS', 'GESTIONNAIRES', 'FICHE'] as const;
type FamilleDActe = (typeof FAMILLES_D_ACTES)[number] | 'COMPTE';
export type FamilleDeStructure = (typeof FAMILLES_D_ACTES)[number];

/** The acts of a family, in the order of the journal's own list. */
export function actesDe(famille: FamilleDeStructure): ActeJournalise[] {
  return ACTES_JOURNALISES.filter((acte) => FAMILLE_DE[acte] === famille);
}

/** What narrows a history. */
export type FiltreDHistorique = {
  /** The acts wanted; empty: all. */
  actes: readonly ActeJournalise[];
  /** Words of the name of who acted or whom it concerns; '' for all. */
  personne: string;
  /** Civil days, both included. */
  du: string | null;
  au: string | null;
};

/** One line of a history, with names read at this moment: the journal itself holds ids. */
export type LigneDHistorique = {
  id: number;
  instant: Date;
  acte: ActeJournalise;
  /** Who acted: null for the portal itself. */
  acteurCompteId: number | null;
  /** Their name; null when the account is no longer known. */
  acteur: string | null;
  enQualite: string | null;
  compteId: number | null;
  personne: string | null;
  /** The service or the espace that the act is about, by name. */
  service: string | null;
  espaceFr: string | null;
  espaceEn: string | null;
  details: { [cle: string]: unknown };
};
