// English texts of the shared components and of the frame of every page (screens §3).
import type { Traduction } from '../dictionnaire.ts';
import type { composants as reference } from '../fr/composants.ts';

export const composants: Traduction<typeof reference> = {
  page: { erreur: 'Error – ' },
  acces: {
    titre: 'Skip to',
    contenu: 'Content',
    menu: 'Menu',
    piedDePage: 'Footer',
  },
  entete: {
    accroche: 'Your account for public electronic invoicing',
    demonstration: 'Demonstration: this is not the official Chorus Pro site.',
    monCompte: 'My account: ',
    seConnecter: 'Sign in',
    seDeconnecter: 'Sign out',
  },
  espaces: 'Workspaces',
  filAriane: 'You are here',
  alerte: {
    info: 'Information: ',
    success: 'Success: ',
    warning: 'Warning: ',
    error: 'Error: ',
  },
  erreurs: {
    titre_one: 'One error needs correcting',
    titre_other: '{{count}} errors need correcting',
  },
  pied: {
    titre: 'About this site',
    accessibilite: 'Accessibility: audit to come',
    mentionsLegales: 'Legal notices',
    donneesPersonnelles: 'Personal data',
    aide: 'Help',
  },
};
