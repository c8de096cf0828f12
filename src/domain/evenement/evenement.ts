// The events of the fil d'événements and of the digests (screens §4, model §2, §6): the names that
// one may have.
import type { EspaceTenu } from '../espace/espace.ts';
import type { DetailsDeFacture } from './facture.ts';

export const FAMILLES = [
  'COMPTE',
  'RATTACHEMENT',
  'ABONNEMENT',
  'STRUCTURE',
  'FACTURE',
  'SOLLICITATION',
] as const;
export type Famille = (typeof FAMILLES)[number];

/**
 * The family of each event; `releve: false`: digests leave it out, because the person did it or
 * because a service mail told it at once.
 */
const EVENEMENTS = {
  COMPTE_VERIFIE: { famille: 'COMPTE', releve: false },
  COMPTE_REACTIVE: { famille: 'COMPTE', releve: false },
  INFORMATIONS_MODIFIEES: { famille: 'COMPTE', releve: false },
  PARAMETRES_MODIFIES: { famille: 'COMPTE', releve: false },
  ADRESSE_DEMANDEE: { famille: 'COMPTE', releve: false },
  ADRESSE_CONFIRMEE: { famille: 'COMPTE', releve: false },
  ADRESSE_ANNULEE: { famille: 'COMPTE', releve: false },
  PIECE_REJETEE: { famille: 'COMPTE', releve: true },
  RATTACHEMENT_DEMANDE: { famille: 'RATTACHEMENT', releve: false },
  RATTACHEMENT_ETENDU: { famille: 'RATTACHEMENT', releve: false },
  RATTACHEMENT_SUPPRIME: { famille: 'RATTACHEMENT', releve: false },
  RATTACHEMENT_BIENTOT_FINI: { famille: 'RATTACHEMENT', releve: false },
  DEMANDE_RETIREE: { famille: 'RATTACHEMENT', releve: false },
  DEMANDE_ACCEPTEE: { famille: 'RATTACHEMENT', releve: false },
  DEMANDE_REFUSEE: { famille: 'RATTACHEMENT', releve: false },
  DEMANDE_RELANCEE: { famille: 'RATTACHEMENT', releve: false },
  DEMANDE_ESCALADEE: { famille: 'RATTACHEMENT', releve: true },
  DEMANDE_EXPIREE: { famille: 'RATTACHEMENT', releve: false },
  DEMANDE_RECUE: { famille: 'RATTACHEMENT', releve: true },
  DEMANDE_RECUE_EXPIREE: { famille: 'RATTACHEMENT', releve: true },
  RATTACHEMENT_ACCORDE: { famille: 'RATTACHEMENT', releve: false },
  RATTACHEMENT_MODIFIE: { famille: 'RATTACHEMENT', releve: false },
  RATTACHEMENT_SUSPENDU: { famille: 'RATTACHEMENT', releve: false },
  RATTACHEMENT_REPRIS: { famille: 'RATTACHEMENT', releve: false },
  RATTACHEMENT_RETIRE: { famille: 'RATTACHEMENT', releve: false },
  ROLE_MODIFIE: { famille: 'RATTACHEMENT', releve: false },
  DELEGATION_RECUE: { famille: 'RATTACHEMENT', releve: false },
  DELEGATION_TERMINEE: { famille: 'RATTACHEMENT', releve: false },
  PRINCIPAL_TRANSMIS: { famille: 'RATTACHEMENT', releve: false },
  PRINCIPAL_RECU: { famille: 'RATTACHEMENT', releve: false },
  PRINCIPAL_REPRIS: { famille: 'RATTACHEMENT', releve: false },
  PRINCIPAL_REMPLACE: { famille: 'RATTACHEMENT', releve: false },
  REPRISE_DEMANDEE: { famille: 'RATTACHEMENT', releve: false },
  REPRISE_SIGNALEE: { famille: 'RATTACHEMENT', releve: false },
  REPRISE_OPPOSEE: { famille: 'RATTACHEMENT', releve: false },
  REPRISE_ACCEPTEE: { famille: 'RATTACHEMENT', releve: false },
  REPRISE_REFUSEE: { famille: 'RATTACHEMENT', releve: false },
  /** What a request for espaces was for is the person's no more. */
  DEMANDE_CLOSE: { famille: 'ABONNEMENT', releve: false },
  ABONNEMENT_DEMANDE: { famille: 'ABONNEMENT', releve: false },
  ABONNEMENT_ACCORDE: { famille: 'ABONNEMENT', releve: false },
  ABONNEMENT_REFUSE: { famille: 'ABONNEMENT', releve: false },
  ABONNEMENT_RETIRE: { famille: 'ABONNEMENT', releve: false },
  ABONNEMENT_SUPPRIME: { famille: 'ABONNEMENT', releve: false },
  SERVICE_FERME: { famille: 'STRUCTURE', releve: false },
  // By a register, or the day given ahead: no mail told it.
  SERVICE_ARRETE: { famille: 'STRUCTURE', releve: true },
  ESPACE_FERME: { famille: 'STRUCTURE', releve: false },
  FACTURE: { famille: 'FACTURE', releve: true },
} as const satisfies Record<string, { famille: Famille; releve: boolean }>;

/** What happened, by its name. */
export type Quoi = keyof typeof EVENEMENTS;
export const QUOIS = Object.keys(EVENEMENTS) as Quoi[];

/** The family of an event. */
export function familleDe(quoi: Quoi): Famille {
  return EVENEMENTS[quoi].famille;
}

/** The events that digests tell. */
export const QUOIS_RELEVES = QUOIS.filter((quoi) => EVENEMENTS[quoi].releve);

/** What an event keeps beside its name: codes and ids that its sentence and its link need. */
export type Details = Partial<DetailsDeFacture> & {
  /** The code of the espace that it is about. */
  espace?: string;
  demandeId?: number;
};

export type Evenement = {
  id: number;
  famille: Famille;
  quoi: Quoi;
  survenuLe: Date;
  structureId: number | null;
  /** The structure that it is about, if any. */
  designation: string | null;
  /** The espace that it is about, or whose holders are told. */
  espace: EspaceTenu | null;
  details: Details;
};
