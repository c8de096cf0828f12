// « Activités du gestionnaire », in English.
import type { Traduction } from '../dictionnaire.ts';
import type { gestion as fr } from '../fr/gestion.ts';

export const gestion: Traduction<typeof fr> = {
  titre: 'Manager’s activities',
  pages: {
    utilisateurs: 'Attached users',
    fiche: 'Structure sheet',
    services: 'Services',
    espaces: 'Espaces',
    historique: 'History',
  },
};
