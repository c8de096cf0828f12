// What every act of a person on their own account shares: the lock, the journal line, the event.
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { Quoi } from '../evenement/evenement.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { journaliser } from '../journal/queries.ts';
import type { Destinataire } from '../notification/queries.ts';
import type { Compte } from './compte.ts';
import { verrouillerCompte } from './queries.ts';

/** The answer when the account was deactivated between the page and the act. */
export type CompteIndisponible = { kind: 'indisponible' };

/** Locks the account; nothing when it is no longer active: the right to act on it is the account itself (model §3). */
export async function verrouillerActif(
  tx: Transaction,
  compteId: number,
  instant: Date,
): Promise<Compte | undefined> {
  const compte = await verrouillerCompte(tx, compteId, instant);
  return compte?.etat === 'ACTIF' ? compte : undefined;
}

/** The journal line of somebody who acts on their own account. */
export function surCompte(compteId: number, instant: Date): Omit<LigneDeJournal, 'acte'> {
  return { instant, acteurCompteId: compteId, objet: 'compte', objetId: compteId, compteId };
}

/** Writes what was done to the journal and to the person's fil d'événements. */
export async function raconter(
  tx: Transaction,
  compte: Compte,
  quoi: Extract<Quoi, LigneDeJournal['acte']>,
  instant: Date,
  details: NonNullable<LigneDeJournal['details']> = {},
): Promise<void> {
  await journaliser(tx, { ...surCompte(compte.id, instant), acte: quoi, details });
  await annoncerAuCompte(tx, compte.id, quoi, instant);
}

/** Where mail about an account goes, and how it greets. */
export function destinataireDe(
  { id: compteId, langue, prenom, nom }: Compte,
  adresse: string,
): Destinataire {
  return { compteId, adresse, langue, nomComplet: `${prenom} ${nom}` };
}
