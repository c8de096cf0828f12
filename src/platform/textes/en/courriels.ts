// The mails of the portal, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { courriels as fr } from '../fr/courriels.ts';

export const courriels: Traduction<typeof fr> = {
  commun: {
    bonjour: 'Hello {{nomComplet}},',
    pied: 'This service message is sent by {{service}} for the account of {{nomComplet}}. It cannot be switched off.',
    demonstration: 'Demonstration: this is not the official Chorus Pro site.',
    motif: 'Reason: {{motif}}',
    fin: '• {{quoi}}: until {{jour}} included',
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
    lien: 'Read the help of the portal',
    suite: 'If this is a mistake, ask your DGFiP contact to reactivate it.',
  },
  DEMANDE_ACCEPTEE: {
    objet: 'Your attachment request is accepted',
    texte: 'Your request to be attached to “{{structure}}” is accepted: it counts from now on.',
    lien: 'See my request',
    suite: 'Your new rights show at the next page that you open.',
  },
  DEMANDE_REFUSEE: {
    objet: 'Your attachment request is refused',
    texte: 'Your request to be attached to “{{structure}}” is refused.',
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
};
