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
  etapes: {
    etat: 'Step {{numero}} of {{total}}',
    suivante: 'Next step: ',
  },
  chronologie: { date: '{{jour}} at {{heure}}' },
  limite: {
    restants_one: '{{nombre}} character left',
    restants_other: '{{nombre}} characters left',
    enTrop_one: '{{nombre}} character too many',
    enTrop_other: '{{nombre}} characters too many',
  },
  tableau: {
    trierPar: 'Sort by',
    triable: '. Column headings that are links sort the table.',
    selection: 'Selection',
    toutSelectionner: 'Select all',
    selectionnees_one: '{{nombre}} row selected',
    selectionnees_other: '{{nombre}} rows selected',
    actions: 'Actions',
  },
  resultats: {
    tous_one: '{{nombre}} result',
    tous_other: '{{nombre}} results',
    tranche: '{{debut}} to {{fin}} of {{total}}',
    dernier: '{{fin}} of {{total}}',
    plusDe: 'more than {{nombre}}',
  },
  pagination: {
    plusAnciens: 'Older',
    plusRecents: 'Newer',
    titre: 'Pagination',
    premiere: 'First',
    precedente: 'Previous',
    page: 'Page ',
    suivante: 'Next',
    derniere: 'Last',
    lignesParPage: 'Rows per page:',
    lignes: ' rows per page',
  },
  pied: {
    titre: 'About this site',
    accessibilite: 'Accessibility: audit to come',
    mentionsLegales: 'Legal notices',
    donneesPersonnelles: 'Personal data',
    aide: 'Help',
  },
};
