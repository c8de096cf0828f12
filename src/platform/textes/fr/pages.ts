// Texts of the pages, one group a page.
export const pages = {
  accueil: {
    ajouterEspace: '+ Ajouter un espace',
    ajouterEspaceTexte: 'Un onglet de plus, parmi les espaces ouverts sur vos structures.',
    chercherStructure: 'Rechercher structure publique',
    chercherStructureTexte:
      'Toutes les structures publiques, leurs services et leurs gestionnaires.',
    titre: 'Accueil connecté',
    bonjour: 'Bonjour {{prenom}}',
    acces: 'Accès directs',
    monCompteTexte: 'Vos données, vos paramètres, vos rattachements et vos abonnements.',
  },
  premiereConnexion: {
    titre: 'Mes informations personnelles',
    titreDocument: 'Mes informations personnelles – Première connexion',
    intro:
      'Votre compte a été créé à partir de MADRHAS. Vérifiez ces données, corrigez-les au besoin, puis validez\u00a0: ' +
      'vous accéderez ensuite au portail.',
  },
  monCompte: {
    titre: 'Mon compte',
    menu: 'Mon compte',
    modifier: 'Modifier',
    voir: 'Voir',
    legendeObligatoire: 'Les champs suivis de * sont obligatoires.',
    valider: 'Valider',
    annuler: 'Annuler',
    adresseEnAttente: '{{adresse}} attend votre confirmation',
    adresseEnAttenteTexte:
      'Un lien a été envoyé à cette adresse. Elle servira dès que vous aurez ouvert ce lien et confirmé\u00a0; ' +
      "d'ici là, l'adresse actuelle continue de servir.",
    adresseEnAttenteAnnuler: 'Annuler ce changement',
    desactivation:
      'Pour désactiver ou réactiver votre compte, adressez-vous à votre référent DGFiP\u00a0: cela se fait dans MADRHAS, ' +
      'ou par lui sur ce portail.',
    enregistreMaintenant: 'Enregistré entre-temps\u00a0:',
    conflitTitre: 'Ces données ont changé entre-temps',
    conflitTexte:
      "Un autre onglet a enregistré d'autres valeurs pendant que vous remplissiez ce formulaire. Votre saisie est " +
      'conservée ci-dessous, avec les valeurs enregistrées en regard. Choisissez, puis validez de nouveau.',
    saisieRetrouveeTitre: 'Votre saisie a été retrouvée',
    saisieRetrouveeTexte:
      "Elle n'a pas été enregistrée\u00a0: votre session avait pris fin. Relisez-la, puis validez.",
    aucunRattachement: "Vous n'êtes rattaché à aucune structure",
    aucunRattachementTexte:
      'Sans rattachement, seul «\u00a0Mon compte\u00a0» vous est ouvert. Cherchez votre structure et demandez à y être rattaché\u00a0: ' +
      'son gestionnaire décidera.',
  },
  rattachements: {
    legende: 'Mes rattachements',
    role: 'Rôle',
    identifiant: 'Identifiant structure',
    designation: 'Désignation',
    statut: 'Statut',
    servicesEtPeriode: 'Services et période',
    structureEntiere: 'Toute la structure',
    depuis: 'Depuis le {{debut}}',
    aPartirDu: 'À partir du {{debut}}',
    duAu: 'Du {{debut}} au {{fin}}',
  },
  abonnements: {
    voirTout: 'Voir mes {{nombre}} abonnements',
  },
  confirmationAdresse: {
    titre: 'Confirmer mon adresse de contact',
    texte: 'Votre nouvelle adresse de contact sera\u00a0:',
    bouton: 'Confirmer cette adresse',
    perimeTitre: 'Ce lien ne sert plus',
    perimeTexte:
      "Il a déjà servi, il a plus d'une heure, une demande plus récente l'a remplacé, ou il est destiné à un autre " +
      'compte. Vous pouvez redemander le changement depuis vos informations personnelles.',
    retour: 'Mes informations personnelles',
  },
  deconnexion: {
    titre: 'Vous êtes déconnecté',
    texte: 'Votre session sur ce portail est fermée. Vos données enregistrées sont conservées.',
    pigpTexte: 'Votre session PIGP, elle, est peut-être encore ouverte sur cet ordinateur.',
    pigp: 'Fermer aussi ma session PIGP',
    seReconnecter: 'Se reconnecter',
  },
  refus: {
    titre: 'Accès impossible',
    inconnu: "Le PIGP vous connaît, mais aucun compte n'existe ici à votre nom.",
    inconnuSuite:
      'Les comptes viennent de MADRHAS. Demandez à votre référent DGFiP (correspondant dématérialisation de votre ' +
      'direction) de vous y déclarer, puis revenez.',
    inactif: 'Votre compte est désactivé.',
    inactifSuite:
      'Si c’est une erreur, demandez sa réactivation à votre référent DGFiP\u00a0; vos données sont conservées.',
    lieAAutrui:
      "Ce compte est déjà lié à une autre identité PIGP que celle que vous venez d'utiliser.",
    lieAAutruiSuite:
      "Si votre identifiant PIGP a été recréé ou repris d'une autre personne, demandez à votre référent DGFiP de " +
      'vérifier votre compte dans MADRHAS. Le titulaire du compte en est averti s’il a une adresse de contact.',
    reponse: 'La réponse du PIGP ne correspond à aucune connexion en cours.',
    reponseSuite:
      'La connexion a peut-être duré trop longtemps, a déjà servi, ou a été ouverte dans un autre navigateur. ' +
      'Recommencez\u00a0: rien ne vous sera redemandé si votre session PIGP est ouverte.',
    recommencer: 'Recommencer la connexion',
    fermerPigp: 'Pour essayer avec une autre identité, quittez d’abord le PIGP.',
    quitterPigp: 'Se déconnecter du PIGP',
  },
  sessionTerminee: {
    titre: 'Votre session a pris fin',
    texte:
      "Vous êtes resté trop longtemps sans activité, ou vous avez été déconnecté. Ce que vous veniez d'envoyer n'a pas " +
      'été enregistré.',
    conservee:
      'Votre saisie est gardée 15 minutes\u00a0: connectez-vous avec le même compte et elle vous sera présentée de nouveau, à relire ' +
      'avant de valider.',
    seConnecter: 'Se connecter et retrouver ma saisie',
    seConnecterSimple: 'Se connecter',
  },
  messages: {
    abonnementDemande:
      'Votre demande est envoyée aux gestionnaires. Suivez-la ci-dessous\u00a0: elle est en tête de liste.',
    abonnementAccorde: 'C’est fait\u00a0: vos espaces sont accordés, leurs onglets sont là.',
    abonnementDemandeEtAccorde:
      'Une partie est accordée aussitôt\u00a0; le reste attend la décision des gestionnaires.',
    abonnementSupprime: 'Votre abonnement est supprimé.',
    abonnementsSupprimes: 'Vos abonnements sont supprimés.',
    abonnementsIndisponibles: 'Ces abonnements n’existent plus\u00a0: rien n’a été changé.',
    abonnementsACocher: 'Cochez d’abord, dans la liste, les abonnements à supprimer.',
    utilisateurEspacesDonnes: 'Les espaces sont donnés. La personne en est prévenue.',
    utilisateurEspaceRetire: 'L’abonnement est retiré. Le motif est communiqué à la personne.',
    utilisateurEspaceFini: 'Cet abonnement avait déjà pris fin\u00a0: rien n’a été changé.',
    acteDuReferent: 'C’est fait. La personne est prévenue.',
    compteChangeSansCourriel:
      'C’est fait. Ce compte n’a pas d’adresse de contact\u00a0: prévenez la personne vous-même.',
    etatDuCompteInchange: 'Ce compte était déjà dans cet état\u00a0: rien n’a été changé.',
    roleRepris: 'Vous êtes maintenant gestionnaire principal.',
    repriseDemandee: 'Votre demande de reprise est envoyée au référent DGFiP.',
    repriseOpposee: 'Votre opposition est enregistrée.',
    repriseAcceptee: 'La reprise est acceptée\u00a0: la personne est gestionnaire principal.',
    repriseRefusee: 'La reprise est refusée.',
    demandeRelancee: 'Ceux qui décident sont relancés.',
    relanceSansPersonne:
      'Personne ne peut être relancé pour le moment\u00a0: votre demande attend toujours. Adressez-vous à votre référent DGFiP.',
    demandeAcceptee: 'La demande est acceptée. La personne en est avertie.',
    demandeRefusee: 'La demande est refusée. La personne en est avertie.',
    demandesACocher: 'Cochez d’abord, dans la liste, les demandes sur lesquelles décider.',
    utilisateurRattache: 'La personne est rattachée. Elle en est prévenue.',
    utilisateurModifie: 'Le rattachement est modifié.',
    utilisateurInchange: 'Rien n’était à changer.',
    utilisateurSuspendu: 'Le rattachement est suspendu.',
    utilisateurRepris: 'Le rattachement n’est plus suspendu.',
    utilisateurDetache: 'La personne est détachée. Le motif lui est communiqué.',
    utilisateurRole: 'Le rôle est changé.',
    utilisateurDelegation: 'La délégation est donnée. La personne en est prévenue.',
    utilisateurDelegationFin: 'La délégation a pris fin.',
    utilisateurDelegationFinie: 'Cette délégation avait déjà pris fin.',
    utilisateurCopie: 'Les droits sont copiés. Voici la personne qui les a reçus.',
    utilisateurInterdit:
      'Vous ne pouvez pas, ou plus, agir sur cette personne\u00a0: rien n’a été changé.',
    utilisateurPrincipal:
      'Le rôle de gestionnaire principal ne change que par transmission\u00a0: rien n’a été changé.',
    utilisateursACocher: 'Cochez d’abord, dans la liste, les personnes concernées.',
    rattachementsACocher: 'Cochez d’abord, dans la liste, les rattachements à supprimer.',
    structureASelectionner: 'Sélectionnez une structure dans cette liste avant de continuer.',
    pasPrincipal:
      'Vous n’êtes plus gestionnaire principal de cette structure\u00a0: il n’y a rien à transmettre.',
    demandeEnvoyee:
      'Votre demande est envoyée. Suivez-la plus bas, dans «\u00a0Mes demandes\u00a0».',
    demandeEnvoyeeSuite: 'Votre demande est envoyée. Choisissez la structure suivante.',
    rattachementEtendu: 'Votre rattachement est étendu.',
    demandeRetiree: 'Votre demande est retirée.',
    demandeTerminee: "Cette demande n'était plus en attente\u00a0: rien n'a été changé.",
    rattachementSupprime: 'Votre rattachement est supprimé.',
    rattachementsSupprimes: 'Vos rattachements sont supprimés.',
    rattachementsIndisponibles: "Ces rattachements n'existent plus\u00a0: rien n'a été changé.",
    dernierGestionnaire:
      'Vous êtes le dernier gestionnaire actif d’une de ces structures\u00a0: ce rattachement est conservé.',
    roleTransmis: 'Votre rôle est transmis. Vous restez rattaché comme utilisateur.',
    informationsEnregistrees: 'Vos informations sont enregistrées.',
    adresseAConfirmer:
      "Vos informations sont enregistrées. Un lien de confirmation vient d'être envoyé à votre nouvelle adresse de " +
      'contact\u00a0: ouvrez-le dans l’heure.',
    parametresEnregistres: 'Vos paramètres sont enregistrés.',
    adresseConfirmee: 'Votre nouvelle adresse de contact est confirmée.',
    adresseAnnulee:
      "Le changement d'adresse est annulé\u00a0: l'adresse actuelle continue de servir.",
    rienAAnnuler: "Aucun changement d'adresse n'était en attente.",
    ficheEnregistree: 'La fiche est enregistrée.',
    serviceCree: 'Le service est créé.',
    serviceEnregistre: 'Le service est enregistré.',
    serviceFerme:
      'La fermeture du service est enregistrée. S’il y a des personnes touchées, elles sont prévenues.',
    serviceRouvert: 'Le service est rouvert.',
    serviceDejaFerme: 'Ce service était déjà fermé\u00a0: rien n’a été changé.',
    serviceDejaOuvert: 'Ce service n’avait pas de fin\u00a0: rien n’a été changé.',
    espaceOuvert: 'L’espace est ouvert.',
    espaceDejaOuvert: 'Cet espace était déjà ouvert\u00a0: rien n’a été changé.',
    espaceFerme: 'L’espace est fermé. S’il y a des personnes touchées, elles sont prévenues.',
    espaceDejaFerme: 'Cet espace était déjà fermé\u00a0: rien n’a été changé.',
    structureSansOuverture:
      'Cette structure est inactive\u00a0: rien ne peut plus y être ouvert. Rien n’a été changé.',
    pieceAjoutee: 'Votre pièce jointe est ajoutée.',
    pieceAjouteeDouble:
      'Votre pièce jointe est ajoutée. Vous aviez déjà un fichier de même contenu\u00a0: les deux sont gardés.',
    piecesAjoutees: 'Vos pièces jointes sont ajoutées.',
    piecesAjouteesDouble:
      'Vos pièces jointes sont ajoutées. L’une au moins a le même contenu qu’une autre\u00a0: toutes sont gardées.',
    pieceSupprimee: 'La pièce jointe est supprimée.',
    piecesSupprimees: 'Les pièces jointes sont supprimées.',
    piecesIndisponibles: 'Ces pièces jointes n’existent plus\u00a0: rien n’a été changé.',
    piecesACocher: 'Cochez d’abord, dans la liste, les pièces jointes concernées.',
    pieceEnAnalyse:
      'Cette pièce jointe est en cours d’analyse\u00a0: elle s’ouvrira quand l’analyse sera finie.',
    pieceRejetee: 'Cette pièce jointe contenait un virus\u00a0: son fichier est effacé.',
    piecesSansFichier:
      'Aucune des pièces jointes cochées n’est disponible\u00a0: il n’y a rien à télécharger pour l’instant.',
    evenementsLus: 'Les événements sont marqués comme lus.',
    bienvenue: 'Votre compte est vérifié. Bienvenue\u00a0!',
    bienvenueAdresse:
      "Votre compte est vérifié. Un lien de confirmation vient d'être envoyé à votre nouvelle adresse de contact\u00a0: " +
      'ouvrez-le dans l’heure.',
  },
} as const;
