// The manager's decision on a request for abonnements: which lines are granted, in consultation only or as asked.
import type { OctroiDAbonnements, RefusAcceptation } from '../../domain/abonnement/acceptation.ts';
import type { AbonnementLu } from '../../domain/demande/queries-lecture.ts';
import { lireSaisies, type Saisies } from '../commun/formulaire.ts';
import { lireIdentifiant } from '../commun/identifiant.ts';
import type { ErreurDeMotif } from '../commun/motif.ts';

/** Each line's box has a name of its own: a form kept over a session holds one value a name. */
export const boiteDeLigne = (id: number) => `ligne-${id}`;
const BOITE = /^ligne-(\d+)$/;
/** Says that the form of the acceptance was sent, even with no box ticked. */
export const TEMOIN = 'octroi';

export type ErreurDAbonnement =
  | { champ: 'lignes'; motif: RefusAcceptation }
  | { champ: 'motif'; motif: ErreurDeMotif };

/** Both forms of the decision, as they are shown. */
export type EtatSurAbonnement = OctroiDAbonnements & {
  motif: string;
  erreurs: ErreurDAbonnement[];
};

/** The lines that still wait. */
export function lignesEnAttente({ lignes }: Pick<AbonnementLu, 'lignes'>): AbonnementLu['lignes'] {
  return lignes.filter(({ etat }) => etat === 'EN_COURS_DE_VALIDATION');
}

/** As first shown: all that is asked. */
export function decisionVierge(demande: Pick<AbonnementLu, 'lignes'>): EtatSurAbonnement {
  const lignes = lignesEnAttente(demande).map(({ id }) => id);
  return { lignes, consultation: false, motif: '', erreurs: [] };
}

/** What was typed over what is asked, as it was typed. */
export function decisionSaisie(vierge: EtatSurAbonnement, body: unknown): EtatSurAbonnement {
  const saisies = lireSaisies(body);
  const motif = saisies['motif'] ?? '';
  // The refusal has no boxes: those of the other form stay as they are.
  if (!(TEMOIN in saisies)) return { ...vierge, motif };
  const consultation = saisies['consultation'] === 'oui';
  return { ...vierge, motif, lignes: lignesDe(saisies), consultation };
}

function lignesDe(saisies: Saisies): number[] {
  const ids = Object.keys(saisies).map((nom) => lireIdentifiant(BOITE.exec(nom)?.[1]));
  return ids.filter((id) => id !== null);
}
