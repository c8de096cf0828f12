// Legal pages, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { mentions as fr } from '../fr/mentions.ts';

export const mentions: Traduction<typeof fr> = {
  accessibilite: {
    titre: 'Accessibility',
    intro: 'This portal aims at RGAA 4 and WCAG 2.2, level AA.',
    etat: 'State of conformity',
    etatTexte:
      'No third party has audited it yet: no rate is claimed. Each page is checked by an automatic tool, by keyboard and ' +
      'without JavaScript at each change, which does not replace an audit.',
    signaler: 'Report a difficulty',
    signalerTexte:
      'Write to the operator of this portal, or to your DGFiP contact, naming the page and what stopped you.',
  },
  legales: {
    titre: 'Legal notices',
    intro: 'This software is free; it is not the official Chorus Pro site.',
    exploitant: 'Operator',
    exploitantTexte:
      'The body that puts this portal into service answers for it; it completes this page with its contact details.',
    marques: 'Trade marks',
    marquesTexte:
      'Chorus Pro is a service of the French State. This portal carries neither its marks nor the State’s.',
  },
  donnees: {
    titre: 'Personal data',
    intro: 'What the portal keeps about you, why and how long.',
    quoi: 'What is kept',
    quoiTexte:
      'Your identity and contact details, from MADRHAS and corrected by you; your attachments, subscriptions and ' +
      'requests; the journal of acts, without their content. The names of the managers of a structure are on its sheet.',
    cookies: 'Cookies',
    cookiesTexte:
      'Necessary ones only: your session, the sign-in in progress and the language. No audience measurement.',
    durees: 'How long',
    dureesTexte:
      'Sessions and confirmations: one day after their end. Events and import reports: 13 months. Closed requests: 24 ' +
      'months, then anonymous. Journal: 6 years at least.',
    droits: 'Your rights',
    droitsTexte:
      'You correct your data yourself in “My account”. For any other request, ask the operator.',
  },
};
