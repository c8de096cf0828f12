// Notifications by mail, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { notifications as fr } from '../fr/notifications.ts';

export const notifications: Traduction<typeof fr> = {
  sujets: {
    COMPTE: 'My account',
    RATTACHEMENT: 'Attachments to structures',
    ABONNEMENT: 'Subscriptions to espaces',
    STRUCTURE: 'Life of structures',
    FACTURE: 'Progress of invoices',
    FACTURE_BLOQUEE: 'Rejected or suspended invoices',
    SOLLICITATION: 'Enquiries',
    DEMANDES_A_DECIDER: 'Requests to decide on',
    ACTUALITE: 'News',
    RECAPITULATIF: 'Recap of my structures',
  },
  rythmes: {
    IMMEDIAT: 'At once',
    QUOTIDIEN: 'Once each working day',
    HEBDOMADAIRE: 'Once a week',
    JAMAIS: 'Never',
  },
  choix: {
    titre: 'When to receive each subject',
    aide:
      '“At once”: within minutes. “Once each working day”: one single message, from 7:00 on, Paris time. “Once a week”: in ' +
      'that same message, on Monday, or the first working day after it. Nothing leaves when there is nothing to tell.',
    seulGestionnaire:
      'You are the only manager of a structure: you are always reminded of the requests that wait for you.',
    apercu: 'See my next digest',
    silence: 'No notification',
    resume_one: '{{rythme}} ({{count}} subject)',
    resume_other: '{{rythme}} ({{count}} subjects)',
  },
  aides: {
    RECAPITULATIF: 'Arrivals, departures, requests, services and espaces of your structures.',
    DEMANDES_A_DECIDER: 'Requests received, and reminders of those that wait.',
  },
  apercu: {
    titre: 'Preview of the digest',
    part: 'This message would leave on {{jour}}, from 7:00 on, to the address {{adresse}}. It will also tell what happens until then.',
    vide: 'Nothing to tell for now: no digest would leave.',
    videTexte:
      'The next one may leave on {{jour}}, from 7:00 on, if there is something to tell by then.',
    eteint: 'You receive no notifications: no digest leaves.',
    sansAdresse: 'No contact address is confirmed for your account: no digest leaves.',
    objet: 'Subject: {{objet}}',
    retour: 'Choose what I receive',
  },
  releve: {
    objet: 'Your notifications of {{jour}}',
    objetAlerte: 'News on your account',
    texte: 'This is what happened since your last digest.',
    texteAlerte: 'This is what just happened.',
    fois: '{{phrase}} ({{nombre}} times)',
    surLeCompte: 'My account',
    autres_one: 'and {{count}} more event',
    autres_other: 'and {{count}} more events',
    plusDe: 'and more than {{nombre}} more events',
    autresStructures_one: '{{count}} more structure has news',
    autresStructures_other: '{{count}} more structures have news',
    lien: 'See all my events',
    suite: 'Each line leads to the page that it is about.',
    actualites: 'News',
  },
  mouvements: {
    titre: 'The week of “{{designation}}”',
    rattaches_one: '{{count}} attachment created or extended',
    rattaches_other: '{{count}} attachments created or extended',
    detaches_one: '{{count}} attachment ended',
    detaches_other: '{{count}} attachments ended',
    modifies_one: '{{count}} attachment changed, suspended or resumed',
    modifies_other: '{{count}} attachments changed, suspended or resumed',
    demandesRecues_one: '{{count}} request received',
    demandesRecues_other: '{{count}} requests received',
    demandesDecidees_one: '{{count}} request closed',
    demandesDecidees_other: '{{count}} requests closed',
    roles_one: '{{count}} change of role or delegation',
    roles_other: '{{count}} changes of role or delegation',
    services_one: '{{count}} change of a service',
    services_other: '{{count}} changes of services',
    espaces_one: '{{count}} espace opened or closed',
    espaces_other: '{{count}} espaces opened or closed',
    abonnements_one: '{{count}} subscription given or ended',
    abonnements_other: '{{count}} subscriptions given or ended',
    enAttente_one: '{{count}} request waits for a decision',
    enAttente_other: '{{count}} requests wait for a decision',
    autres_one: '{{count}} more structure had changes this week',
    autres_other: '{{count}} more structures had changes this week',
  },
  pied: {
    releve:
      '{{service}} sends this notification to {{adresse}}, the contact address of the account of {{nomComplet}}, because ' +
      'this account receives a digest of these subjects:',
    alerte:
      '{{service}} sends this notification to {{adresse}}, the contact address of the account of {{nomComplet}}, because ' +
      'this account receives these subjects at once:',
    sujet: '{{sujet}}: manage my preferences',
    desabonner: 'Stop receiving these messages',
  },
  desabonnement: {
    titre: 'Stop receiving these messages',
    texte:
      'This link stops the notifications of the message that carried it. Service messages (security, decisions on your ' +
      'requests) still leave.',
    bouton: 'Stop receiving them',
    faitTitre: 'It is done',
    fait:
      'These notifications will not leave any more. The only manager of a structure is still told, once a week, of the ' +
      'requests that wait.',
    preferences: 'Choose what I receive',
    preferencesTexte: 'To receive them again, or at another rhythm:',
  },
};
