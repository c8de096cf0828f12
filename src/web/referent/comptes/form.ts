// What a référent sends about an account: the state that it is to have, and why.
import type { EtatCompte } from '../../../domain/compte/compte.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { lireSaisieDeMotif, type SaisieDeMotif } from '../../commun/motif.ts';

/** `etat` null: none of ours. */
export type SaisieDEtat = SaisieDeMotif & { etat: EtatCompte | null };

export function lireSaisieDEtat(body: unknown): SaisieDEtat {
  const { etat } = lireSaisies(body);
  const connu = etat === 'ACTIF' || etat === 'INACTIF' ? etat : null;
  return { ...lireSaisieDeMotif(body), etat: connu };
}
