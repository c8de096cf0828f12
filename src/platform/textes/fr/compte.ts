// The words of the account (guide p.5–13): labels that people know, states, events.
export const compte = {
  champs: {
    adresseElectronique: 'Adresse électronique de contact',
    nom: 'Nom',
    prenom: 'Prénom',
    adresseLigne: 'Adresse',
    adresseComplement: "Complément d'adresse",
    adresseCodePostal: 'Code postal',
    adresseVille: 'Ville',
    adressePays: 'Pays',
    telephone: 'Téléphone',
    fax: 'Fax',
    identifiantConnexion: 'Identifiant de connexion',
    langue: 'Langue',
    recevoirNotifications: 'Recevoir des notifications',
  },
  aides: {
    adresseElectronique: 'Votre adresse de contact sera utilisée pour toutes les notifications.',
    telephone:
      "Avec l'indicatif du pays, par exemple\u00a0: +33\u00a01\u00a048\u00a096\u00a000\u00a012",
    identifiantConnexion: 'Il vient du PIGP et ne se modifie pas ici.',
    recevoirNotifications:
      "Les événements de votre compte et l'avancement de vos factures, à votre adresse de contact. " +
      'Les messages de service (sécurité, décisions sur vos demandes) partent toujours.',
  },
  blocs: {
    informationsPersonnelles: 'Mes informations personnelles',
    informationsGenerales: 'Informations générales',
    adressePostale: 'Adresse postale',
    parametres: 'Mes paramètres',
    rattachements: 'Mes rattachements aux structures',
    abonnements: 'Mes abonnements aux espaces',
    piecesJointes: 'Pièces jointes',
  },
  etat: { libelle: 'État du compte', ACTIF: 'ACTIF', INACTIF: 'INACTIF' },
  dates: {
    creation: 'Date de création',
    activation: 'Date activation',
    desactivation: 'Date de désactivation',
    modification: 'Date modification',
  },
  langues: { fr: 'français', en: 'anglais' },
  roles: {
    GESTIONNAIRE_PRINCIPAL: 'Gestionnaire principal',
    GESTIONNAIRE_SECONDAIRE: 'Gestionnaire secondaire',
    UTILISATEUR: 'Utilisateur',
  },
  statuts: {
    VALIDEE: 'Validé',
    DESACTIVEE: 'Désactivé',
    EXPIREE: 'Expiré',
    A_VENIR: 'À venir',
  },
  oui: 'Oui',
  non: 'Non',
  nonRenseigne: 'Non renseigné',
} as const;
