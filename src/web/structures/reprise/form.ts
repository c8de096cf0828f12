// The form of a « Demande de reprise »: a reason, that référents and managers read.
import { motif } from '../../../domain/demande/valeurs.ts';
import { lireSaisies } from '../../commun/formulaire.ts';

/** Why a reason is refused: a key of `continuite.refus`. */
export type MotifRefuse = 'motif' | 'motifLong' | 'motifCaracteres';

const CLES: Record<string, MotifRefuse> = {
  commentaire: 'motifLong',
  commentaireCaracteres: 'motifCaracteres',
};

export type SaisieDeMotif = { texte: string; motif: string | null; erreur: MotifRefuse | null };

/** Reads the reason of a form; an empty one is refused when it is wanted. */
export function lireMotif(body: unknown, { voulu = true, champ = 'motif' } = {}): SaisieDeMotif {
  const texte = lireSaisies(body)[champ] ?? '';
  if (!voulu && texte.trim() === '') return { texte, motif: null, erreur: null };
  const lu = motif.safeParse(texte);
  if (lu.success) return { texte, motif: lu.data, erreur: null };
  const [probleme] = lu.error.issues;
  return { texte, motif: null, erreur: CLES[probleme?.message ?? ''] ?? 'motif' };
}
