// The history of a structure, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { historique as fr } from '../fr/historique.ts';

export const historique: Traduction<typeof fr> = {
  titre: 'History',
};
