// The mails of the portal (model §6): each nature, what it needs to be written, to whom it goes.
import type { Langue } from '../../platform/textes/index.ts';
import type { EspaceTenu } from '../espace/espace.ts';

/** Service mails, which cannot be switched off, and the reminders to managers. */
export type Courriel =
  | { nature: 'ADRESSE_A_CONFIRMER'; jeton: string }
  | { nature: 'ADRESSE_DEMANDEE' }
  | { nature: 'ADRESSE_CHANGEE' }
  | { nature: 'CONNEXION_REFUSEE' }
  /** `motif`: of the référent who did it; without one, MADRHAS did. */
  | { nature: 'COMPTE_DESACTIVE'; motif?: string }
  | { nature: 'COMPTE_REACTIVE'; motif: string }
  /** `reduite`: less was granted than asked. `debut`: the first day of the rights, when it is yet to come. */
  | ({ nature: 'DEMANDE_ACCEPTEE'; reduite: boolean; debut?: string } & DemandeDecidee)
  | ({ nature: 'DEMANDE_REFUSEE'; motif: string } & DemandeDecidee)
  | { nature: 'PRINCIPAL_RECU'; structure: string }
  | { nature: 'RATTACHEMENTS_BIENTOT_FINIS'; fins: FinAnnoncee[] }
  | { nature: 'DEMANDE_EXPIREE'; demandeId: number; structure: string }
  | ((DroitsAccordes | DroitsRetires) & { structure: string; motif: string | null })
  | { nature: 'REPRISE_SIGNALEE'; demandeId: number; structure: string; jour: string }
  | { nature: 'REPRISE_OPPOSEE'; demandeId: number; structure: string; motif: string }
  | { nature: 'REPRISE_ACCEPTEE'; demandeId: number; structure: string }
  | { nature: 'REPRISE_REFUSEE'; demandeId: number; structure: string; motif: string }
  /** The role of gestionnaire principal, vacant or not, went to somebody else than the reader. */
  | { nature: 'PRINCIPAL_REMPLACE'; structure: string }
  | Rappel;

/** Reminders are notifications: their rhythm is the reader's, within model §6. */
export type Rappel =
  | ({ nature: 'DEMANDES_EN_ATTENTE' } & Attente)
  | ({ nature: 'DEMANDES_ESCALADEES' } & Attente);

/** What a reminder says of the requests that wait for somebody: how many, and the oldest ones. */
export type Attente = { nombre: number; demandes: DemandeEnAttente[] };

/** True of a reminder, which is read again before it is sent. */
export function estRappel(courriel: CourrielEnFile): courriel is CourrielEnFile & Rappel {
  return courriel.nature === 'DEMANDES_EN_ATTENTE' || courriel.nature === 'DEMANDES_ESCALADEES';
}

/** A request that was answered; of espaces, or else of a rattachement. */
type DemandeDecidee = { demandeId: number; structure: string; abonnement: boolean };

/** What a manager, or a référent, gives somebody on a structure; `gain` says what. */
export type DroitsAccordes = { nature: 'RATTACHEMENT_ACCORDE' } & (
  | { gain: 'RATTACHEMENT' | 'ETENDU'; avecEspaces?: EspaceTenu[] }
  | { gain: 'REPRIS' | 'SECONDAIRE' }
  | { gain: 'DELEGATION'; debut: string; fin: string }
  | { gain: 'ESPACE'; espaces: EspaceTenu[] }
);

/**
 * Loss of one of one's rights; `perte` says which. `demandesCloses`: requests for espaces that are over by it too.
 */
export type DroitsRetires = { nature: 'DROITS_RETIRES'; demandesCloses?: number } & (
  | { perte: PerteDeDroits }
  /** Withdrawn by a manager, or ended with what carried them. */
  | { perte: 'ESPACE_RETIRE' | 'ESPACE_FINI'; espaces: EspaceTenu[] }
);

/** What somebody loses on a structure. */
type PerteDeDroits =
  | 'SUSPENDU'
  | 'DETACHE'
  | 'REDUIT'
  /** A request for espaces is over: what it was for is theirs no more. */
  | 'DEMANDE_CLOSE'
  | 'ROLE'
  | 'DELEGATION'
  | 'SERVICE_FERME'
  | 'ESPACE_FERME';

/** A request that waits for the reader's decision; the oldest first in a mail, a few of them. */
type DemandeEnAttente = { demandeur: string; structure: string; jour: string };

/** A rattachement that ends soon: the structure, the service if it is only that, the last civil day. */
type FinAnnoncee = { structure: string; service: string | null; jour: string };

/** A mail in the queue: the job needs nothing else to send it, and sends it as this same mail if tried again. */
export type CourrielEnFile = Courriel & {
  envoiId: number;
  messageId: string;
  destinataire: string;
  langue: Langue;
  /** Whom the mail greets. */
  nomComplet: string;
};
