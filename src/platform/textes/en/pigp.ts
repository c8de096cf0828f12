// The PIGP stand-in's pages, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { pigp as fr } from '../fr/pigp.ts';

export const pigp: Traduction<typeof fr> = {
  cadre: {
    nom: 'Public Management Portal',
    erreur: 'Error – ',
    evitement: 'Skip to content',
    doublure: "Demonstration site: this is not the DGFiP's real Public Management Portal (PIGP).",
    pied: 'This stand-in of PIGP serves tests and demonstrations. Never type a real password here.',
    autreLangue: 'Français',
  },
  civilite: { m: 'Mr', mme: 'Ms' },
  connexion: {
    onglet: 'Sign in',
    titre: 'Welcome to the Public Management Portal',
    sousTitre: 'Sign in',
    rappel:
      'By entering the information system of the Direction générale des Finances publiques, you undertake to follow:',
    charte: 'the charter on the use of information and communication technologies;',
    politique: "the information system's general security policy.",
    identifiant: 'Identifier',
    identifiantAide:
      'The left part (before the @) of your e-mail address, or your identifier ending in “-xt” if you are from outside.',
    motDePasse: 'Password',
    valider: 'Sign in',
    deconnecte: 'Your session is closed.',
    erreurs_one: 'You could not be signed in',
    erreurs_other: 'You could not be signed in: {{count}} fields to correct',
    identifiantVide: 'Enter your identifier.',
    motDePasseVide: 'Enter your password.',
    refuse_one: 'Wrong identifier or password. {{count}} try left before a one-hour lock.',
    refuse_other: 'Wrong identifier or password. {{count}} tries left before a one-hour lock.',
    verrouille:
      'After five failures this identifier is locked for one hour, until {{heure}} (Paris time).',
  },
  applications: {
    onglet: 'Available applications',
    titre: 'Applications available to {{personne}}',
    demat: 'Receive and follow invoices, manage your user account.',
    autre: 'Not part of this system.',
    expiration: 'Your password expires on: {{jour}} at {{heure}}',
    deconnexion: 'Sign out',
  },
  horsSysteme: {
    texte:
      'This application is not part of this system. It is listed so that the page looks like that of the real PIGP.',
    retour: 'Back to the list of applications',
  },
  fermeture: {
    onglet: 'Close the PIGP session',
    titre: 'Close your PIGP session too?',
    texte:
      'If you close it, you leave every application of the Public Management Portal open in this browser. Otherwise you can come back without typing your password again.',
    oui: 'Close my PIGP session',
    non: 'Keep my PIGP session open',
  },
  messages: {
    accueil: 'Back to the PIGP home page',
    code: 'Technical reason: {{code}}',
    fermee: {
      titre: 'Your session is closed',
      texte: 'You may close this window, or sign in again.',
    },
    refus: {
      titre: 'The request could not be completed',
      texte:
        'The application that sent you here made a request that PIGP cannot accept. Go back to it and try again.',
    },
    expiree: {
      titre: 'The sign-in request has expired',
      texte: 'Go back to the application and try again, or start from the PIGP home page.',
    },
    autreSite: {
      titre: 'The request was refused',
      texte: 'It does not come from this site. Open the page from PIGP itself, then try again.',
    },
    introuvable: {
      titre: 'Page not found',
      texte: 'There is no page at this address.',
    },
    panne: {
      titre: 'Something went wrong',
      texte: 'Your request was not processed. Try again in a moment.',
    },
  },
};
