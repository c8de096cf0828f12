// The structure's sheet, services and espaces, as its managers edit them.
export const ficheGestion = {
  titre: 'Modifier la fiche',
  registre: {
    titre: 'Ce qui ne se modifie pas ici',
    texte: 'Ces données identifient la structure. Leur origine\u00a0: {{origine}}.',
    insee: 'Non diffusible par l’INSEE',
  },
  blocs: { contact: 'Contact', adresse: 'Adresse', parametres: 'Paramètres' },
  champs: {
    adresseElectronique: 'Adresse électronique',
    telephone: 'Téléphone',
    fax: 'Fax',
    adresseLigne: 'Adresse',
    adresseComplement1: 'Complément d’adresse 1',
    adresseComplement2: 'Complément d’adresse 2',
    adresseCodePostal: 'Code postal',
    adresseVille: 'Ville',
    adressePays: 'Pays',
  },
  aides: {
    adresseElectronique: 'Celle de la structure, que lisent les personnes qui y sont rattachées.',
    parametres:
      'Ce que les factures adressées à la structure doivent porter, et comment elle travaille.',
    serviceOuEngagementObligatoire:
      'L’un des deux suffit\u00a0: cette case l’emporte sur les deux précédentes.',
    changees:
      'Ce que vous modifiez ici est conservé\u00a0: les mises à jour de l’annuaire n’y toucheront plus.',
  },
  lire: 'Lire la fiche',
  modifier: 'Modifier la fiche',
  valider: 'Valider',
  annuler: 'Annuler',
  conflitTexte:
    'Une autre personne, un autre onglet ou une mise à jour de l’annuaire a enregistré d’autres valeurs pendant que vous ' +
    'remplissiez ce formulaire. Votre saisie est conservée ci-dessous, avec les valeurs enregistrées en regard. ' +
    'Choisissez, puis validez de nouveau.',
  unSeulGestionnaire: {
    titre: 'Cette structure n’a qu’un seul gestionnaire',
    texte:
      'S’il s’absente ou quitte ses fonctions, plus personne ne pourra décider des demandes. Il vaut mieux être deux.',
    nommer: 'Nommer un gestionnaire secondaire',
  },
  services: {
    titre: 'Services',
    intro: 'Les services orientent les factures dans la structure et les droits des personnes.',
    creer: 'Créer un service',
    modifier: 'Modifier',
    fermer: 'Fermer',
    rouvrir: 'Rouvrir',
    champs: {
      code: 'Code',
      libelle: 'Nom',
      description: 'Description',
      dateDebut: 'Date de début',
      engagementObligatoire: 'Numéro d’engagement exigé sur les factures de ce service',
    },
    aides: {
      code: '100 caractères au plus, unique dans la structure. Les fournisseurs l’inscrivent sur leurs factures.',
      codeDuRegistre: 'Il vient de l’annuaire des structures et ne se modifie pas ici.',
      description: '1\u00a0000 caractères au plus.',
      dateDebut: 'Le premier jour où il reçoit des factures.',
      changees:
        'Ce service vient de l’annuaire des structures. Ce que vous modifiez ici est conservé\u00a0: les mises à jour de ' +
        'l’annuaire n’y toucheront plus.',
    },
    facultatif: '(facultatif)',
    titreCreation: 'Créer un service',
    titreService: 'Service\u00a0: {{service}}',
    fin: {
      titre: 'Ouverture et fermeture',
      ouvert: 'Ce service est ouvert, sans date de fin.',
      fermeLe: 'Ce service est fermé depuis son dernier jour, le {{jour}}.',
      fermeraLe: 'Son dernier jour est le {{jour}}.',
      fermer: 'Fermer ce service',
      changer: 'Changer le dernier jour',
      rouvrir: 'Rouvrir ce service',
      annulerLaFin: 'Annuler cette fin',
    },
    refus: {
      codePris:
        '«\u00a0Code\u00a0»\u00a0: un autre service de la structure a déjà ce code, ouvert ou fermé.',
      debutApresFin:
        '«\u00a0Date de début\u00a0»\u00a0: elle vient après le dernier jour de ce service.',
      structureInactive: 'Cette structure est inactive\u00a0: rien ne peut plus y être ouvert.',
      jour: '«\u00a0Dernier jour\u00a0»\u00a0: saisissez une date, par exemple 31/12/2026.',
      jourPasse:
        '«\u00a0Dernier jour\u00a0»\u00a0: cette date est passée. Le plus tôt possible est aujourd’hui.',
      avantOuverture:
        '«\u00a0Dernier jour\u00a0»\u00a0: ce service n’est pas encore ouvert ce jour-là. Changez d’abord sa date de début.',
      principalSeul:
        'Le gestionnaire principal n’est rattaché que par ce service, et son rattachement ne peut pas avoir de fin. ' +
        'Rattachez-le d’abord à toute la structure, ou à un autre service.',
      derniersGestionnaires:
        'Après ce jour, plus aucun gestionnaire ne serait actif\u00a0: tous ne sont rattachés que par ce service. ' +
        'Rattachez d’abord l’un d’eux à toute la structure, ou à un autre service.',
    },
    fermeture: {
      titre: 'Fermer le service',
      titreDocument: 'Fermer le service {{code}} – {{designation}}',
      question: 'Vous allez fermer le service «\u00a0{{service}}\u00a0» ({{code}}).',
      dernierJour: 'Dernier jour',
      dernierJourAide: 'Compris\u00a0: le service reçoit encore des factures ce jour-là.',
      lignes:
        'Les rattachements à ce service prennent fin ce jour-là\u00a0; ceux qui devaient commencer après disparaissent.',
      abonnements: 'Les abonnements accordés sur ce service prennent fin ce jour-là.',
      demandes: 'Les demandes en attente sur ce service expirent dès maintenant.',
      prevenus: 'Chaque personne touchée est prévenue par courriel.',
      bouton: 'Fermer le service',
      impossible: 'Ce service ne peut pas être fermé',
    },
    reouverture: {
      titre: 'Rouvrir le service',
      titreDocument: 'Rouvrir le service {{code}} – {{designation}}',
      question:
        'Vous allez rouvrir le service «\u00a0{{service}}\u00a0» ({{code}}), sans date de fin.',
      rien:
        'Rouvrir ne rend rien\u00a0: les rattachements, les abonnements et les demandes qui ont pris fin avec lui le ' +
        'restent. Les personnes devront demander de nouveau, ou être rattachées de nouveau.',
      bouton: 'Rouvrir le service',
    },
    dernierJour: 'Dernier jour\u00a0: {{jour}}',
    premierJour: 'À partir du {{jour}}',
    aucunTexte: 'Cette structure n’est pas divisée en services.',
  },
  espaces: {
    titre: 'Espaces',
    intro:
      'Ouvrez ici les espaces auxquels les personnes rattachées pourront demander un abonnement. «\u00a0Factures ' +
      'émises\u00a0» et «\u00a0Factures reçues\u00a0» sont ouverts à tous par défaut.',
    espace: 'Espace',
    etat: 'État',
    ouvert: 'Ouvert',
    ferme: 'Fermé',
    ouverture: 'Ouverture',
    depuis: 'Le {{jour}}',
    depuisPar: 'Le {{jour}}, par {{personne}}',
    ouvrir: 'Ouvrir',
    fermer: 'Fermer',
    fermeture: {
      titre: 'Fermer l’espace',
      titreDocument: 'Fermer l’espace {{espace}} – {{designation}}',
      question:
        'Vous allez fermer l’espace «\u00a0{{espace}}\u00a0» sur cette structure, dès maintenant.',
      abonnements: 'Les abonnements accordés à cet espace prennent fin aussitôt.',
      demandes: 'Les demandes d’abonnement en attente expirent.',
      prevenus: 'Chaque personne touchée est prévenue par courriel.',
      rien: 'Rouvrir l’espace plus tard ne rendra pas ces abonnements.',
      bouton: 'Fermer l’espace',
    },
  },
  consequences: {
    titre: 'Qui est touché',
    personnes: 'Personnes touchées',
    abonnements: 'Abonnements accordés',
    demandes: 'Demandes en attente',
    aucune: 'Personne n’est touché.',
  },
} as const;
