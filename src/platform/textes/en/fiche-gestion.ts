// The structure's sheet as managers edit it, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { ficheGestion as fr } from '../fr/fiche-gestion.ts';

export const ficheGestion: Traduction<typeof fr> = {
  titre: 'Structure sheet',
};
