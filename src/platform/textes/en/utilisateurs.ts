// The people attached to a structure, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { utilisateurs as fr } from '../fr/utilisateurs.ts';

export const utilisateurs: Traduction<typeof fr> = {
  titre: 'Attached users',
};
