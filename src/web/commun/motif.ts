// The reason of an act, that the person concerned reads: typed in a form, refused with its sentence (`gestion.refus`).
import { motif as schema } from '../../domain/demande/valeurs.ts';
import { lireSaisies } from './formulaire.ts';

const ERREURS = ['motifManquant', 'commentaire', 'commentaireCaracteres'] as const;
export type ErreurDeMotif = (typeof ERREURS)[number];

/** A reason as it will be stored, or why it is refused. */
export function lireMotif(saisi: string): { motif: string } | { erreur: ErreurDeMotif } {
  const lu = schema.safeParse(saisi);
  if (lu.success) return { motif: lu.data };
  const message = lu.error.issues[0]?.message;
  return { erreur: ERREURS.find((connue) => connue === message) ?? 'commentaireCaracteres' };
}

/** The reason of a form as it stands: what was typed, what it is, what is wrong. */
export type SaisieDeMotif = { texte: string; motif: string | null; erreur: ErreurDeMotif | null };

/** Reads the field `motif` of a form; unless it is wanted, an empty one is no error. */
export function lireSaisieDeMotif(body: unknown, { voulu = true } = {}): SaisieDeMotif {
  const texte = lireSaisies(body)['motif'] ?? '';
  if (!voulu && texte.trim() === '') return { texte, motif: null, erreur: null };
  const lu = lireMotif(texte);
  return 'motif' in lu
    ? { texte, motif: lu.motif, erreur: null }
    : { texte, motif: null, erreur: lu.erreur };
}
