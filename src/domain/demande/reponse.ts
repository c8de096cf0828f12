// What the answer to a request tells its author, by its nature: in the journal, in the fil, by mail.
import type { Quoi } from '../evenement/evenement.ts';
import type { ActeJournalise } from '../journal/journal.ts';
import type { Courriel } from '../notification/notification.ts';

/** How a request ends; `motif` is what who decided said. */
export type Fin =
  /** `debut`: the first day of the rights, when it is yet to come. */
  | { etat: 'ACCEPTEE'; motif: string | null; reduite: boolean; debut?: string }
  | { etat: 'REFUSEE'; motif: string };

export type Reponse = { acte: ActeJournalise; evenement: Quoi; courriel: Courriel };

/** The words of an answer. */
export function reponseDe(
  nature: 'RATTACHEMENT' | 'ABONNEMENT' | 'REPRISE',
  fin: Fin,
  sujet: { demandeId: number; structure: string },
): Reponse {
  if (nature === 'REPRISE' && fin.etat === 'REFUSEE') {
    const courriel = { nature: 'REPRISE_REFUSEE', ...sujet, motif: fin.motif } as const;
    return { acte: 'DEMANDE_REFUSEE', evenement: 'REPRISE_REFUSEE', courriel };
  }
  const abonnement = nature === 'ABONNEMENT';
  const quoi = { ...sujet, abonnement };
  if (fin.etat === 'ACCEPTEE') {
    const { reduite, debut } = fin;
    const quand = debut === undefined ? {} : { debut };
    const courriel = { nature: 'DEMANDE_ACCEPTEE', ...quoi, reduite, ...quand } as const;
    const evenement = abonnement ? 'ABONNEMENT_ACCORDE' : 'DEMANDE_ACCEPTEE';
    return { acte: 'DEMANDE_ACCEPTEE', evenement, courriel };
  }
  const courriel = { nature: 'DEMANDE_REFUSEE', ...quoi, motif: fin.motif } as const;
  const evenement = abonnement ? 'ABONNEMENT_REFUSE' : 'DEMANDE_REFUSEE';
  return { acte: 'DEMANDE_REFUSEE', evenement, courriel };
}

/** The first day of what is granted, when none of it counts yet. */
export function aVenir(lignes: readonly { dateDebut: string }[], jour: string): { debut?: string } {
  const [debut] = lignes.map(({ dateDebut }) => dateDebut).toSorted();
  return debut !== undefined && debut > jour ? { debut } : {};
}
