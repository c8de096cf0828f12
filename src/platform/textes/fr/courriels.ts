// The mails of the portal (model §6): subject, paragraphs, and the link that they carry.
export const courriels = {
  commun: {
    bonjour: 'Bonjour {{nomComplet}},',
    pied: 'Ce message de service est envoyé par {{service}} pour le compte de {{nomComplet}}. Il ne peut pas être désactivé.',
    demonstration: "Démonstration\u00a0: ceci n'est pas le site officiel Chorus Pro.",
    motif: 'Motif\u00a0: {{motif}}',
    lienAbonnements: 'Voir mes abonnements',
    suiteDUnGain: 'Si cela ne vous concerne pas, adressez-vous aux gestionnaires de la structure.',
    debut: 'Ces droits commencent le {{jour}}.',
    reduite:
      'Le gestionnaire n’a pas accordé tout ce que vous demandiez\u00a0: la page de la demande montre ce qui est accordé.',
    avecEspaces_one: 'Avec cet espace\u00a0: {{espaces}}.',
    avecEspaces_other: 'Avec ces espaces\u00a0: {{espaces}}.',
    demandesCloses_one:
      'Votre demande d’espaces sur ce que vous n’avez plus est close\u00a0: elle est dans vos demandes.',
    demandesCloses_other:
      'Vos {{count}} demandes d’espaces sur ce que vous n’avez plus sont closes\u00a0: elles sont dans vos demandes.',
    fin: '• {{quoi}}\u00a0: jusqu’au {{jour}} inclus',
    demande: '• {{demandeur}} – {{structure}}, depuis le {{jour}}',
    piedNotification:
      '{{service}} envoie cette notification à {{adresse}}, adresse de contact du compte de {{nomComplet}}, parce que ce ' +
      'compte décide de ces demandes\u00a0:',
  },
  ADRESSE_A_CONFIRMER: {
    objet: 'Confirmez votre adresse de contact',
    texte:
      "Vous avez demandé que cette adresse devienne l'adresse de contact de votre compte. Pour la confirmer, ouvrez ce " +
      'lien dans l’heure, connecté à votre compte\u00a0:',
    lien: 'Confirmer mon adresse de contact',
    suite: "Si vous n'avez rien demandé, ne faites rien\u00a0: rien ne changera.",
  },
  ADRESSE_DEMANDEE: {
    objet: "Changement d'adresse de contact demandé",
    texte:
      "Une autre adresse de contact vient d'être demandée pour votre compte. L'adresse qui reçoit ce message continue de " +
      "servir tant que la nouvelle n'est pas confirmée.",
    lien: 'Voir mes informations personnelles',
    suite:
      'Si cette demande ne vient pas de vous, annulez-la avec ce lien et prévenez votre référent DGFiP.',
  },
  ADRESSE_CHANGEE: {
    objet: 'Votre adresse de contact a changé',
    texte:
      'La nouvelle adresse de contact de votre compte est confirmée. Celle qui reçoit ce message ne servira plus.',
    lien: 'Voir mes informations personnelles',
    suite: 'Si ce changement ne vient pas de vous, prévenez votre référent DGFiP.',
  },
  CONNEXION_REFUSEE: {
    objet: 'Une connexion à votre compte a été refusée',
    texte:
      "Quelqu'un s'est présenté avec votre identifiant de connexion, mais avec une autre identité PIGP que la vôtre. " +
      "L'accès lui a été refusé.",
    lien: 'Voir mon compte',
    suite:
      "Si votre identifiant PIGP vient d'être recréé, demandez à votre référent DGFiP de vérifier votre compte.",
  },
  COMPTE_DESACTIVE: {
    objet: 'Votre compte est désactivé',
    texte:
      "Votre compte vient d'être désactivé dans MADRHAS\u00a0: vous ne pouvez plus entrer dans le portail. Vos données sont " +
      'conservées.',
    parReferent:
      'Un référent DGFiP vient de désactiver votre compte\u00a0: vous ne pouvez plus entrer dans le portail. Vos données ' +
      'sont conservées.',
    lien: 'Lire l’aide du portail',
    suite: "S'il s'agit d'une erreur, demandez la réactivation à votre référent DGFiP.",
  },
  COMPTE_REACTIVE: {
    objet: 'Votre compte est réactivé',
    texte:
      'Un référent DGFiP vient de réactiver votre compte\u00a0: vous pouvez de nouveau entrer dans le portail.',
    lien: 'Voir mon compte',
    suite:
      'Si MADRHAS donne encore ce compte pour désactivé, il peut l’être de nouveau\u00a0: demandez à votre référent de le ' +
      'faire corriger dans MADRHAS.',
  },
  DEMANDE_ACCEPTEE: {
    objet: 'Votre demande de rattachement est acceptée',
    texte: 'Votre demande de rattachement à «\u00a0{{structure}}\u00a0» est acceptée.',
    objetAbonnement: 'Votre demande d’abonnement est acceptée',
    texteAbonnement: 'Votre demande d’abonnement sur «\u00a0{{structure}}\u00a0» est acceptée.',
    lien: 'Voir ma demande',
    suite: 'Vos nouveaux droits se voient à la prochaine page que vous ouvrez.',
  },
  DEMANDE_REFUSEE: {
    objet: 'Votre demande de rattachement est refusée',
    texte: 'Votre demande de rattachement à «\u00a0{{structure}}\u00a0» est refusée.',
    objetAbonnement: 'Votre demande d’abonnement est refusée',
    texteAbonnement: 'Votre demande d’abonnement sur «\u00a0{{structure}}\u00a0» est refusée.',
    lien: 'Voir ma demande',
    suite: 'Vous pouvez demander à nouveau, en tenant compte de ce motif.',
  },
  PRINCIPAL_RECU: {
    objet: 'Vous êtes gestionnaire principal',
    texte:
      'Le gestionnaire principal de «\u00a0{{structure}}\u00a0» vous a transmis son rôle. Les demandes en attente sur cette ' +
      'structure vous sont désormais adressées.',
    lien: 'Voir mes rattachements',
    suite:
      'Si vous quittez vos fonctions, transmettez ce rôle à votre tour depuis «\u00a0Mes rattachements aux structures\u00a0».',
  },
  RATTACHEMENTS_BIENTOT_FINIS: {
    objet: 'Vos rattachements arrivent à leur fin',
    texte:
      'Ces rattachements se terminent bientôt. Après leur dernier jour, ils ne donnent plus aucun droit\u00a0:',
    lien: 'Voir mes rattachements',
    suite: 'Pour continuer, demandez dès maintenant une période plus longue.',
  },
  DEMANDE_EXPIREE: {
    objet: 'Votre demande a expiré sans réponse',
    texte:
      'Personne n’a décidé à temps de votre demande sur «\u00a0{{structure}}\u00a0»\u00a0: elle a expiré.',
    lien: 'Voir ma demande',
    suite:
      'Vous pouvez demander à nouveau. Votre référent DGFiP peut vous dire à qui vous adresser.',
  },
  RATTACHEMENT_ACCORDE: {
    objet: 'Vous avez de nouveaux droits sur une structure',
    texte: 'Vous avez de nouveaux droits sur «\u00a0{{structure}}\u00a0».',
    lien: 'Voir mes rattachements',
    suite:
      'Si cela ne vous concerne pas, adressez-vous aux gestionnaires de la structure, ou supprimez ce rattachement depuis ' +
      'cette page.',
  },
  DROITS_RETIRES: {
    objet: 'Vos droits sur une structure ont changé',
    texte: 'Vos droits sur «\u00a0{{structure}}\u00a0» ont changé.',
    lien: 'Voir mes rattachements',
    suite: 'Pour comprendre ce changement, adressez-vous aux gestionnaires de la structure.',
  },
  REPRISE_SIGNALEE: {
    objet: 'Demande de reprise du rôle de gestionnaire principal',
    texte:
      'Une personne rattachée à «\u00a0{{structure}}\u00a0» demande à en devenir gestionnaire principal. Vous pouvez vous y ' +
      'opposer jusqu’au {{jour}} inclus.',
    lien: 'Voir cette demande',
    suite: 'Sans opposition, un référent DGFiP décidera.',
  },
  REPRISE_OPPOSEE: {
    objet: 'Opposition à votre demande de reprise',
    texte: 'Un gestionnaire de «\u00a0{{structure}}\u00a0» s’oppose à votre demande de reprise.',
    lien: 'Voir ma demande',
    suite: 'Un référent DGFiP peut encore passer outre, en disant pourquoi.',
  },
  REPRISE_ACCEPTEE: {
    objet: 'Vous êtes gestionnaire principal',
    texte:
      'Votre demande de reprise est acceptée\u00a0: vous êtes gestionnaire principal de «\u00a0{{structure}}\u00a0».',
    lien: 'Voir ma demande',
    suite:
      'Nommez un gestionnaire secondaire, pour que la structure ne dépende pas d’une seule personne.',
  },
  REPRISE_REFUSEE: {
    objet: 'Votre demande de reprise est refusée',
    texte:
      'Votre demande de reprise du rôle de gestionnaire principal de «\u00a0{{structure}}\u00a0» est refusée.',
    lien: 'Voir ma demande',
    suite: 'Vous restez rattaché à cette structure.',
  },
  PRINCIPAL_REMPLACE: {
    objet: 'Nouveau gestionnaire principal',
    texte:
      'Le rôle de gestionnaire principal de «\u00a0{{structure}}\u00a0» a été repris par une autre personne.',
    lien: 'Voir mes rattachements',
    suite: 'Si c’est une erreur, adressez-vous à votre référent DGFiP.',
  },
  DEMANDES_EN_ATTENTE: {
    objet_one: 'Une demande attend votre décision',
    objet_other: 'Des demandes attendent votre décision',
    texte_one: '{{count}} demande attend votre décision\u00a0:',
    texte_other: '{{count}} demandes attendent votre décision. Les plus anciennes\u00a0:',
    lien: 'Voir les demandes',
    suite_one: 'Sans décision, elle ira au référent DGFiP, puis expirera.',
    suite_other: 'Sans décision, elles iront au référent DGFiP, puis expireront.',
  },
  DEMANDES_ESCALADEES: {
    objet_one: 'Une demande sans gestionnaire pour décider',
    objet_other: 'Des demandes sans gestionnaire pour décider',
    texte_one: '{{count}} demande de vos départements attend votre décision\u00a0:',
    texte_other:
      '{{count}} demandes de vos départements attendent votre décision. Les plus anciennes\u00a0:',
    lien: 'Voir les demandes',
    suite_one: 'Ses gestionnaires n’ont pas répondu, ou la structure n’en a plus.',
    suite_other: 'Leurs gestionnaires n’ont pas répondu, ou la structure n’en a plus.',
  },
  gains: {
    ESPACE_one:
      'Un gestionnaire de «\u00a0{{structure}}\u00a0» vous a donné un espace\u00a0: {{espaces}}. Son onglet est déjà là.',
    ESPACE_other:
      'Un gestionnaire de «\u00a0{{structure}}\u00a0» vous a donné des espaces\u00a0: {{espaces}}. Leurs onglets sont déjà là.',
    RATTACHEMENT:
      'Un gestionnaire vous a rattaché à «\u00a0{{structure}}\u00a0». Vos services et leur période sont dans vos rattachements.',
    ETENDU:
      'Un gestionnaire a étendu votre rattachement à «\u00a0{{structure}}\u00a0». Vos services et leur période sont dans vos ' +
      'rattachements.',
    REPRIS:
      'Votre rattachement à «\u00a0{{structure}}\u00a0» n’est plus suspendu\u00a0: vos droits vous sont rendus.',
    SECONDAIRE:
      'Vous êtes nommé gestionnaire secondaire de «\u00a0{{structure}}\u00a0»\u00a0: vous décidez des demandes et gérez les ' +
      'utilisateurs.',
    DELEGATION:
      'Une délégation vous est donnée sur «\u00a0{{structure}}\u00a0»\u00a0: du {{debut}} au {{fin}} inclus, vous y agissez comme ' +
      'gestionnaire secondaire.',
  },
  pertes: {
    ESPACE_RETIRE_one:
      'Un espace vous a été retiré sur «\u00a0{{structure}}\u00a0»\u00a0: {{espaces}}.',
    ESPACE_RETIRE_other:
      'Des espaces vous ont été retirés sur «\u00a0{{structure}}\u00a0»\u00a0: {{espaces}}.',
    ESPACE_FINI_one:
      'Un espace a pris fin sur «\u00a0{{structure}}\u00a0», avec le rattachement qui le portait\u00a0: {{espaces}}.',
    ESPACE_FINI_other:
      'Des espaces ont pris fin sur «\u00a0{{structure}}\u00a0», avec le rattachement qui les portait\u00a0: {{espaces}}.',
    DEMANDE_CLOSE:
      'Votre demande d’espaces sur «\u00a0{{structure}}\u00a0» est close\u00a0: le rattachement qu’il y fallait a pris fin.',
    SUSPENDU:
      'Votre rattachement à «\u00a0{{structure}}\u00a0» est suspendu\u00a0: il ne donne plus aucun droit pour le moment.',
    DETACHE:
      'Vous n’êtes plus rattaché à «\u00a0{{structure}}\u00a0». Vos abonnements sur cette structure ont pris fin aussi.',
    REDUIT:
      'Les services ou la période de votre rattachement à «\u00a0{{structure}}\u00a0» ont été réduits.',
    ROLE: 'Vous n’êtes plus gestionnaire secondaire de «\u00a0{{structure}}\u00a0». Vous y restez utilisateur.',
    DELEGATION: 'Votre délégation sur «\u00a0{{structure}}\u00a0» a pris fin.',
    SERVICE_FERME:
      'Un service de «\u00a0{{structure}}\u00a0» ferme\u00a0: les droits que vous y avez, ou la demande que vous y aviez faite, prennent fin avec lui.',
    ESPACE_FERME:
      'Un espace est fermé sur «\u00a0{{structure}}\u00a0»\u00a0: les abonnements que vous y aviez, ou la demande que vous en aviez faite, ont pris fin.',
  },
} as const;
