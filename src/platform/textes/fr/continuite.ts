// Continuity (model §3): take-over, opposition, « Relancer », the pages of the référents DGFiP.
export const continuite = {
  motif: 'Motif',
  motifAide: 'Le motif est limité à 255 caractères. La personne le lira.',
  annuler: 'Annuler',
  refus: {
    departement: '«\u00a0Département\u00a0»\u00a0: saisissez son numéro, par exemple 76 ou 2A.',
    personne: '«\u00a0Personne concernée\u00a0»\u00a0: choisissez quelqu’un dans la liste.',
    acte: '«\u00a0Ce que vous faites\u00a0»\u00a0: choisissez un acte.',
    dateDebut: '«\u00a0Premier jour\u00a0»\u00a0: saisissez une date, par exemple 30/11/2026.',
    dateFin:
      '«\u00a0Dernier jour\u00a0»\u00a0: saisissez une date, par exemple 30/11/2026\u00a0; ou, pour une période sans fin, cochez seulement ' +
      '«\u00a0Sans date de fin\u00a0».',
    structureInactive: 'Cette structure est inactive\u00a0: elle n’a plus besoin de gestionnaire.',
    roleTenu: 'Cette structure a un gestionnaire principal\u00a0: le rôle n’est pas à reprendre.',
    secondairePresent:
      'Cette structure a encore un gestionnaire secondaire\u00a0: c’est à lui de reprendre le rôle.',
    pasEntiere:
      'Il faut être rattaché à toute la structure, aujourd’hui, pour demander à reprendre ce rôle.',
    dejaDemande: 'Vous avez déjà demandé à reprendre ce rôle\u00a0: votre demande suit son cours.',
    repreneurRefuse:
      'Cette personne ne peut plus recevoir le rôle\u00a0: son compte n’est plus actif, ou elle n’est plus rattachée à ' +
      'toute la structure.',
    opposable: 'Un gestionnaire peut encore s’y opposer jusqu’au {{jour}} inclus.',
    tropTard: 'On ne pouvait s’opposer que jusqu’au {{jour}} inclus.',
    dejaOpposee: 'Un autre gestionnaire s’est déjà opposé à cette demande.',
    tropTot: 'Vous pourrez relancer ceux qui décident à partir du {{jour}}.',
  },
  refusDActe: {
    interdit:
      'Vous ne pouvez pas faire cela pour cette personne\u00a0: seuls ses gestionnaires le peuvent.',
    principal: 'Le gestionnaire principal ne change que par une passation ou une reprise.',
    motifRequis: '«\u00a0Motif\u00a0»\u00a0: dites pourquoi, en quelques mots.',
    inchange: 'C’est déjà le cas\u00a0: rien n’a été changé.',
    entiereRequise:
      'Un gestionnaire secondaire doit être rattaché aujourd’hui à toute la structure.',
    dernierGestionnaire:
      'Cette personne est le dernier gestionnaire actif de la structure\u00a0: nommez-en d’abord un autre.',
    structureInactive: 'Cette structure est inactive.',
    compteInactif: 'Le compte de cette personne n’est pas actif.',
    dejaSuspendu: 'Ce rattachement est déjà suspendu.',
    pasSuspendu: 'Ce rattachement n’est pas suspendu.',
    dejaGestionnaire:
      'Cette personne est déjà gestionnaire\u00a0: elle n’a pas besoin de délégation.',
    sansDroits: 'Cette personne n’a pas de rattachement actif au début de la délégation.',
    finAvantDebut: '«\u00a0Dernier jour\u00a0»\u00a0: il vient avant le premier.',
    periodePassee:
      '«\u00a0Dernier jour\u00a0»\u00a0: il est passé. Pour arrêter tout de suite, suspendez ou détachez.',
    droitsFinis:
      'Tous les droits de cette personne ont pris fin\u00a0: il n’y a plus de période à changer.',
    rienDeDemande:
      'Tous les droits de cette personne ont pris fin\u00a0: il n’y a plus de période à changer.',
    tropDeServices:
      'Cette personne a trop de services pour les changer d’un coup\u00a0: ses gestionnaires le peuvent.',
    serviceInconnu: 'Les services de cette personne ont changé entre-temps\u00a0: recommencez.',
    serviceFerme:
      'Un des services de cette personne est fermé avant le premier jour de la période.',
    conflit: 'Ce rattachement a changé entre-temps\u00a0: recommencez.',
    delegationTropLongue: 'Une délégation dure un an au plus.',
    delegationChevauche: 'Cette personne a déjà une délégation sur une partie de cette période.',
  },
  vacance: {
    titre: 'Cette structure n’a plus de gestionnaire principal',
    texte: 'Vous y êtes rattaché\u00a0: vous pouvez faire en sorte qu’elle en retrouve un.',
    lien: 'Reprendre le rôle de gestionnaire principal',
  },
  reprise: {
    titre: 'Reprendre le rôle de gestionnaire principal',
    prendreTexte:
      'Le rôle de gestionnaire principal de «\u00a0{{designation}}\u00a0» n’est plus tenu. Comme gestionnaire secondaire, ' +
      'vous pouvez le reprendre en une fois\u00a0: les autres gestionnaires en sont prévenus.',
    prendre: 'Reprendre ce rôle',
    demanderTexte:
      'Plus personne ne gère «\u00a0{{designation}}\u00a0». Dites pourquoi vous demandez ce rôle\u00a0: un référent DGFiP ' +
      'de votre département décidera.',
    opposition_one:
      'Si un gestionnaire revient ou en remplace un autre, il a {{count}} jour pour s’opposer à votre demande.',
    opposition_other:
      'Si un gestionnaire revient ou en remplace un autre, il a {{count}} jours pour s’opposer à votre demande.',
    motifManquant: '«\u00a0Motif\u00a0»\u00a0: dites pourquoi vous demandez ce rôle.',
    motifAide:
      'En 255 caractères au plus, par exemple\u00a0: «\u00a0Mme Martin a pris sa retraite.\u00a0»',
    demander: 'Envoyer la demande de reprise',
    demande: 'Demande de reprise\u00a0: {{designation}}',
    objet: 'Reprise du rôle de gestionnaire principal',
    suivre: 'Suivre ma demande de reprise',
    sOpposer: 'S’opposer à cette reprise',
    sOpposerTexte:
      'Votre opposition arrête la demande, sauf si un référent DGFiP passe outre en disant pourquoi.',
    accepter: 'Accepter la reprise',
    accepterTexte:
      'Si vous acceptez, la personne devient gestionnaire principal de la structure, dès maintenant. Pour refuser, donnez un ' +
      'motif.',
    opposee: 'Un gestionnaire s’est opposé\u00a0: pour passer outre, donnez un motif.',
    refuser: 'Refuser la reprise',
    decision: 'Votre décision',
  },
  relance: {
    bouton: 'Relancer les gestionnaires',
    texte: 'Un message leur est envoyé. Vous pourrez relancer de nouveau dans quelques jours.',
  },
  referent: {
    titre: 'Référent DGFiP',
    intro:
      'Les demandes et les structures de vos départements qui n’ont plus personne pour décider.',
    demandes: 'Demandes à décider',
    voirDemandes: 'Voir les demandes à décider comme référent',
    aucuneDemande: 'Aucune demande n’attend votre décision',
    aucuneDemandeTexte:
      'Les demandes que les gestionnaires laissent sans réponse, et les demandes de reprise, apparaîtront ici.',
    demande: 'Demande',
    demandeur: 'Demandeur',
    structure: 'Structure',
    depuis: 'Depuis',
    nature: 'Nature',
    natures: {
      RATTACHEMENT: 'Rattachement',
      ABONNEMENT: 'Abonnement',
      REPRISE: 'Reprise du rôle de gestionnaire principal',
    },
    decider: 'Décider',
    structures: 'Structures sans gestionnaire',
    structuresTexte:
      'Des personnes y sont rattachées ou demandent à l’être, et aucun gestionnaire n’est actif.',
    departement: 'Département',
    departementAide: 'Son numéro, par exemple 76 ou 2A.',
    afficher: 'Afficher',
    aucuneStructure: 'Aucune structure sans gestionnaire dans ce département',
    sansDepartement: 'Structures dont le département n’est pas connu',
    aucuneSansDepartement:
      'Aucune structure sans gestionnaire parmi celles dont le département n’est pas connu',
    chercherDemande: 'Chercher',
    identifiant: 'Identifiant',
    rattaches: 'Personnes rattachées',
    demandesEnAttente: 'Demandes en attente',
    gerer: 'Voir les gestionnaires',
    gestionnaires: 'Gestionnaires\u00a0: {{designation}}',
    compteInactif: 'compte désactivé',
    personne: 'Aucun',
    principal: 'Gestionnaire principal',
    secondaires: 'Gestionnaires secondaires',
    agir: 'Agir sur un gestionnaire',
    agirTexte:
      'La personne est prévenue, avec votre motif. Le gestionnaire principal ne change que par une passation ou une reprise.',
    chercher: 'Chercher parmi les utilisateurs',
    aucunePersonne: 'Personne n’est rattaché à cette structure',
    aucuneTrouvee: 'Personne ne correspond à cette recherche',
    choisirPersonne: 'Personne concernée',
    choisirActe: 'Ce que vous faites',
    actes: {
      NOMMER: 'Nommer gestionnaire secondaire',
      RETIRER: 'Retirer le rôle de gestionnaire secondaire',
      PERIODE: 'Changer la période d’un gestionnaire secondaire',
      SUSPENDRE: 'Suspendre le rattachement d’un gestionnaire secondaire',
      REPRENDRE: 'Mettre fin à la suspension d’un gestionnaire secondaire',
      DETACHER: 'Détacher un gestionnaire secondaire de la structure',
      DELEGUER: 'Donner une délégation',
    },
    jours: 'Jours, pour une délégation ou un changement de période',
    premierJour: 'Premier jour',
    premierJourAide: 'D’une période\u00a0: laissez vide pour garder le premier jour actuel.',
    dernierJour: 'Dernier jour',
    dernierJourAide: 'Jour inclus. Une délégation dure un an au plus.',
    sansFin: 'Sans date de fin',
    sansFinAide:
      'Pour un changement de période\u00a0: laissez alors «\u00a0Dernier jour\u00a0» vide.',
    valider: 'Valider',
  },
  compte: {
    titre: 'Compte de {{personne}}',
    chercher: 'Chercher un compte',
    texte:
      'Quelqu’un est parti, ou revient, et MADRHAS ne le dit pas encore\u00a0? Désactivez ou réactivez son compte.',
    identifiant: 'Identifiant de connexion',
    identifiantAide: 'En entier, tel que la personne le saisit sur PIGP.',
    ouvrir: 'Ouvrir le compte',
    vide: '«\u00a0Identifiant de connexion\u00a0»\u00a0: saisissez-le en entier.',
    aucun: 'Aucun compte de votre ressort n’a cet identifiant',
    aucunTexte:
      'Il faut que la personne soit rattachée à une structure de votre ressort. Vérifiez l’identifiant auprès d’elle.',
    compte: 'Compte',
    etat: 'État',
    etats: { ACTIF: 'Actif', INACTIF: 'Désactivé' },
    creeLe: 'Date de création',
    desactiveLe: 'Date de désactivation',
    structures: 'Structures de votre ressort',
    aucuneStructure: 'Ce compte n’est rattaché à aucune structure',
    ailleurs_one: 'Ce compte est aussi rattaché à {{count}} structure d’un autre ressort.',
    ailleurs_other: 'Ce compte est aussi rattaché à {{count}} structures d’autres ressorts.',
    autres_one: 'Et {{count}} autre structure.',
    autres_other: 'Et {{count}} autres structures.',
    role: 'Rôle',
    seul: 'Seul gestionnaire',
    sansAutre: 'Sans gestionnaire actif',
    desactiver: 'Désactiver le compte',
    desactiverTexte:
      'La personne ne pourra plus entrer, et ses sessions se ferment. Ses données et ses rattachements sont gardés, ses ' +
      'pièces jointes 180 jours. Une structure qu’elle est seule à gérer n’aura plus de gestionnaire\u00a0: les demandes ' +
      'qui y attendent iront aux référents.',
    reactiver: 'Réactiver le compte',
    reactiverTexte:
      'La personne pourra de nouveau entrer, et retrouve les rattachements et les rôles qui sont encore les siens.',
    madrhas:
      'MADRHAS garde le dernier mot\u00a0: le compte prend l’état que lui donne une mise à jour.',
    refus: {
      soi: 'C’est votre compte\u00a0: seul un autre référent peut le désactiver.',
      rattache:
        'Vous êtes rattaché à une structure de cette personne\u00a0: un autre référent doit agir sur son compte.',
      referente:
        'Ce compte est celui d’un référent\u00a0: seul un référent national peut agir sur lui.',
    },
  },
} as const;
