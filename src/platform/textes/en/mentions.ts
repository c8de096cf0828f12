// Help and legal pages, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { mentions as fr } from '../fr/mentions.ts';

export const mentions: Traduction<typeof fr> = {
  aide: {
    titre: 'Help',
    intro: 'Everyday tasks, and whom to ask.',
    entrer: 'Enter the portal',
    entrerTexte:
      'Go through PIGP with your usual identifier, then choose “Démat. des factures”. At your first connection, check the ' +
      'data that MADRHAS gave your account.',
    adresse: 'Change the contact address',
    adresseTexte:
      'Open “My account”, then “My personal information”. A link goes to the new address: open it within the hour, signed ' +
      'in. The former address stays in use until then, and is told.',
    rattachement: 'Be attached to a structure',
    rattachementTexte:
      'Open “My attachments to structures”, then “Request an attachment”: search for the structure, select it, choose the ' +
      'whole structure or some services. Its managers decide; you follow your request, and may withdraw it while it waits.',
    quitter: 'Leave a structure, hand your role over',
    quitterTexte:
      'In the same list, “Delete the attachment” ends it. If you are the main manager, you first designate your successor ' +
      'among the people attached to the whole structure.',
    langue: 'Change the language',
    langueTexte: 'The banner changes the language at once; your mails follow it.',
    fermer: 'Deactivate or reactivate an account',
    fermerTexte: 'This goes through your DGFiP contact, who changes MADRHAS. The portal follows.',
    session: 'End of a session',
    sessionTexte:
      'A session ends after {{minutes}} minutes without activity, and after {{heures}} hours at most. Closing the browser ends it too.',
  },
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
