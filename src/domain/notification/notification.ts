// The mails of the portal (model §6): each nature, what it needs to be written, to whom it goes.
import type { Langue } from '../../platform/textes/index.ts';

/** Service mails: they cannot be switched off. */
export type Courriel =
  | { nature: 'ADRESSE_A_CONFIRMER'; jeton: string }
  | { nature: 'ADRESSE_DEMANDEE' }
  | { nature: 'ADRESSE_CHANGEE' }
  | { nature: 'CONNEXION_REFUSEE' }
  | { nature: 'COMPTE_DESACTIVE' }
  | { nature: 'DEMANDE_ACCEPTEE'; demandeId: number; structure: string }
  | { nature: 'DEMANDE_REFUSEE'; demandeId: number; structure: string; motif: string }
  | { nature: 'PRINCIPAL_RECU'; structure: string }
  | { nature: 'RATTACHEMENTS_BIENTOT_FINIS'; fins: FinAnnoncee[] };

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
