// Continuity and référents, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { continuite as fr } from '../fr/continuite.ts';

export const continuite: Traduction<typeof fr> = {
  titre: 'Continuity',
};
