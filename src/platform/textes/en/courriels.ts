// The mails of the portal, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { courriels as fr } from '../fr/courriels.ts';

export const courriels: Traduction<typeof fr> = {
  commun: {
    bonjour: 'Hello {{nomComplet}},',
    pied: 'This service message is sent by {{service}} for the account of {{nomComplet}}. It cannot be switched off.',
    demonstration: 'Demonstration: this is not the official Chorus Pro site.',
    motif: 'Reason: {{motif}}',
    lienAbonnements: 'See my subscriptions',
    suiteDUnGain: 'If this is not for you, ask the managers of the structure.',
    debut: 'These rights begin on {{jour}}.',
    reduite:
      'The manager did not grant all that you asked for: the page of the request shows what is granted.',
    avecEspaces_one: 'With this espace: {{espaces}}.',
    avecEspaces_other: 'With these espaces: {{espaces}}.',
    demandesCloses_one:
      'Your request for espaces on what you no longer have is closed: you find it among your requests.',
    demandesCloses_other:
      'Your {{count}} requests for espaces on what you no longer have are closed: you find them among your requests.',
    fin: '• {{quoi}}: until {{jour}} included',
    demande: '• {{demandeur}} – {{structure}}, since {{jour}}',
    piedNotification:
      '{{service}} sends this notification to {{adresse}}, the contact address of the account of {{nomComplet}}, because ' +
      'this account decides on these requests:',
  },
  ADRESSE_A_CONFIRMER: {
    objet: 'Confirm your contact address',
    texte:
      'You asked for this address to become the contact address of your account. To confirm it, open this link within ' +
      'the hour, signed in to your account:',
    lien: 'Confirm my contact address',
    suite: 'If you asked for nothing, do nothing: nothing will change.',
  },
  ADRESSE_DEMANDEE: {
    objet: 'Change of contact address requested',
    texte:
      'Another contact address was just requested for your account. The address that receives this message stays in use ' +
      'until the new one is confirmed.',
    lien: 'See my personal information',
    suite: 'If this request is not yours, cancel it with this link and tell your DGFiP contact.',
  },
  ADRESSE_CHANGEE: {
    objet: 'Your contact address has changed',
    texte:
      'The new contact address of your account is confirmed. The one that receives this message will no longer be used.',
    lien: 'See my personal information',
    suite: 'If this change is not yours, tell your DGFiP contact.',
  },
  CONNEXION_REFUSEE: {
    objet: 'A sign-in to your account was refused',
    texte:
      'Somebody came with your sign-in identifier, but with another PIGP identity than yours. They were refused.',
    lien: 'See my account',
    suite:
      'If your PIGP identifier was just made anew, ask your DGFiP contact to check your account.',
  },
  COMPTE_DESACTIVE: {
    objet: 'Your account is deactivated',
    texte:
      'Your account was just deactivated in MADRHAS: you can no longer enter the portal. Your data are kept.',
    parReferent:
      'A DGFiP contact just deactivated your account: you can no longer enter the portal. Your data are kept.',
    lien: 'Read the help of the portal',
    suite: 'If this is a mistake, ask your DGFiP contact to reactivate it.',
  },
  COMPTE_REACTIVE: {
    objet: 'Your account is reactivated',
    texte: 'A DGFiP contact just reactivated your account: you can enter the portal again.',
    lien: 'See my account',
    suite:
      'If MADRHAS still says that it is deactivated, it may be so again: ask your DGFiP contact to have it corrected in ' +
      'MADRHAS.',
  },
  DEMANDE_ACCEPTEE: {
    objet: 'Your attachment request is accepted',
    texte: 'Your request to be attached to “{{structure}}” is accepted.',
    objetAbonnement: 'Your subscription request is accepted',
    texteAbonnement: 'Your request for a subscription on “{{structure}}” is accepted.',
    lien: 'See my request',
    suite: 'Your new rights show at the next page that you open.',
  },
  DEMANDE_REFUSEE: {
    objet: 'Your attachment request is refused',
    texte: 'Your request to be attached to “{{structure}}” is refused.',
    objetAbonnement: 'Your subscription request is refused',
    texteAbonnement: 'Your request for a subscription on “{{structure}}” is refused.',
    lien: 'See my request',
    suite: 'You may ask again, taking this reason into account.',
  },
  PRINCIPAL_RECU: {
    objet: 'You are main manager',
    texte:
      'The main manager of “{{structure}}” handed the role over to you. The requests that wait on this structure are now ' +
      'addressed to you.',
    lien: 'See my attachments',
    suite:
      'If you leave your post, hand the role over in turn from “My attachments to structures”.',
  },
  RATTACHEMENTS_BIENTOT_FINIS: {
    objet: 'Your attachments are coming to an end',
    texte: 'These attachments end soon. After their last day they give no right any more:',
    lien: 'See my attachments',
    suite: 'To go on, ask now for a longer period.',
  },
  DEMANDE_EXPIREE: {
    objet: 'Your request expired without an answer',
    texte: 'Nobody decided in time on your request on “{{structure}}”: it has expired.',
    lien: 'See my request',
    suite: 'You may ask again. Your DGFiP contact can tell you whom to ask.',
  },
  RATTACHEMENT_ACCORDE: {
    objet: 'You have new rights on a structure',
    texte: 'You have new rights on “{{structure}}”.',
    lien: 'See my attachments',
    suite:
      'If this does not concern you, contact the managers of the structure, or delete this attachment from that page.',
  },
  DROITS_RETIRES: {
    objet: 'Your rights on a structure have changed',
    texte: 'Your rights on “{{structure}}” have changed.',
    lien: 'See my attachments',
    suite: 'To understand this change, ask the managers of the structure.',
  },
  REPRISE_SIGNALEE: {
    objet: 'Somebody asks to take over as main manager',
    texte:
      'Somebody attached to “{{structure}}” asks to become its main manager. You may oppose it until {{jour}} included.',
    lien: 'See this request',
    suite: 'Without opposition, a DGFiP contact will decide.',
  },
  REPRISE_OPPOSEE: {
    objet: 'Your take-over request is opposed',
    texte: 'A manager of “{{structure}}” opposes your take-over request.',
    lien: 'See my request',
    suite: 'A DGFiP contact may still override it, saying why.',
  },
  REPRISE_ACCEPTEE: {
    objet: 'You are main manager',
    texte: 'Your take-over request is accepted: you are main manager of “{{structure}}”.',
    lien: 'See my request',
    suite: 'Appoint a secondary manager, so that the structure does not depend on one person.',
  },
  REPRISE_REFUSEE: {
    objet: 'Your take-over request is refused',
    texte: 'Your request to take over as main manager of “{{structure}}” is refused.',
    lien: 'See my request',
    suite: 'You remain attached to this structure.',
  },
  PRINCIPAL_REMPLACE: {
    objet: 'New main manager',
    texte: 'Somebody else took over as main manager of “{{structure}}”.',
    lien: 'See my attachments',
    suite: 'If this is a mistake, ask your DGFiP contact.',
  },
  DEMANDES_EN_ATTENTE: {
    objet_one: 'A request waits for your decision',
    objet_other: 'Requests wait for your decision',
    texte_one: '{{count}} request waits for your decision:',
    texte_other: '{{count}} requests wait for your decision. The oldest:',
    lien: 'See the requests',
    suite_one: 'Without a decision it will go to the DGFiP contact, then expire.',
    suite_other: 'Without a decision they will go to the DGFiP contact, then expire.',
  },
  DEMANDES_ESCALADEES: {
    objet_one: 'A request without a manager to decide',
    objet_other: 'Requests without a manager to decide',
    texte_one: '{{count}} request of your départements waits for your decision:',
    texte_other: '{{count}} requests of your départements wait for your decision. The oldest:',
    lien: 'See the requests',
    suite_one: 'Its managers did not answer, or the structure has none left.',
    suite_other: 'Their managers did not answer, or the structure has none left.',
  },
  gains: {
    ESPACE_one:
      'A manager of “{{structure}}” has given you an espace: {{espaces}}. Its tab is there.',
    ESPACE_other:
      'A manager of “{{structure}}” has given you espaces: {{espaces}}. Their tabs are there.',
    RATTACHEMENT:
      'A manager has attached you to “{{structure}}”. Your services and their dates are in your attachments.',
    ETENDU:
      'A manager has extended your attachment to “{{structure}}”. Your services and their dates are in your attachments.',
    REPRIS:
      'Your attachment to “{{structure}}” is no longer suspended: you have your rights again.',
    SECONDAIRE:
      'You have been appointed secondary manager of “{{structure}}”: you decide on requests and manage its users.',
    DELEGATION:
      'You are a stand-in manager of “{{structure}}”: from {{debut}} to {{fin}} included, you act there as a secondary manager.',
  },
  pertes: {
    ESPACE_RETIRE_one: 'An espace was withdrawn from you on “{{structure}}”: {{espaces}}.',
    ESPACE_RETIRE_other: 'Espaces were withdrawn from you on “{{structure}}”: {{espaces}}.',
    ESPACE_FINI_one:
      'An espace on “{{structure}}” has ended, with the attachment that carried it: {{espaces}}.',
    ESPACE_FINI_other:
      'Espaces on “{{structure}}” have ended, with the attachment that carried them: {{espaces}}.',
    DEMANDE_CLOSE:
      'Your request for espaces on “{{structure}}” is closed: the attachment that it needs has ended.',
    SUSPENDU:
      'Your attachment to “{{structure}}” is suspended: it gives no right for the time being.',
    DETACHE:
      'You are no longer attached to “{{structure}}”. Your subscriptions there have ended too.',
    REDUIT: 'The services or the period of your attachment to “{{structure}}” were reduced.',
    ROLE: 'You are no longer a secondary manager of “{{structure}}”. You remain a user there.',
    DELEGATION: 'You no longer stand in as a manager of “{{structure}}”.',
    SERVICE_FERME:
      'A service of “{{structure}}” closes: the rights that you have there, or the request that you had made, end with it.',
    ESPACE_FERME:
      'An espace is closed on “{{structure}}”: the subscriptions that you had there, or the request that you had made for it, have ended.',
  },
};
