// The words of the account, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { compte as fr } from '../fr/compte.ts';

export const compte: Traduction<typeof fr> = {
  champs: {
    adresseElectronique: 'Contact e-mail address',
    nom: 'Last name',
    prenom: 'First name',
    adresseLigne: 'Address',
    adresseComplement: 'Address, second line',
    adresseCodePostal: 'Postcode',
    adresseVille: 'Town',
    adressePays: 'Country',
    telephone: 'Telephone',
    fax: 'Fax',
    identifiantConnexion: 'Sign-in identifier',
    langue: 'Language',
    recevoirNotifications: 'Receive notifications',
  },
  aides: {
    adresseElectronique: 'Your contact address will be used for all notifications.',
    telephone: 'With the country code, for example: +33\u00a01\u00a048\u00a096\u00a000\u00a012',
    identifiantConnexion: 'It comes from PIGP and cannot be changed here.',
    recevoirNotifications:
      'What happens on your account and the progress of your invoices, to your contact address. ' +
      'Service messages (security, decisions on your requests) are always sent.',
  },
  blocs: {
    informationsPersonnelles: 'My personal information',
    informationsGenerales: 'General information',
    adressePostale: 'Postal address',
    parametres: 'My settings',
    rattachements: 'My attachments to structures',
    abonnements: 'My subscriptions to espaces',
    piecesJointes: 'Files',
  },
  etat: { libelle: 'Account state', ACTIF: 'ACTIVE', INACTIF: 'INACTIVE' },
  dates: {
    creation: 'Creation date',
    activation: 'Activation date',
    desactivation: 'Deactivation date',
    modification: 'Modification date',
  },
  langues: { fr: 'French', en: 'English' },
  roles: {
    GESTIONNAIRE_PRINCIPAL: 'Main manager',
    GESTIONNAIRE_SECONDAIRE: 'Secondary manager',
    UTILISATEUR: 'User',
  },
  statuts: { VALIDEE: 'Approved', DESACTIVEE: 'Suspended', EXPIREE: 'Expired', A_VENIR: 'To come' },
  oui: 'Yes',
  non: 'No',
  nonRenseigne: 'Not given',
};
