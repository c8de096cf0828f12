// Rattachements of the account (screens §6): list, requests, deletion, hand-over.
export const demandes = {
  liste: {
    demander: 'Demander un rattachement',
    supprimer: 'Supprimer rattachements',
    supprimerUn: 'Supprimer le rattachement',
    consulter: 'Consulter la structure',
    fiche: 'Accéder à la fiche structure',
    selectionner: 'Sélectionner le rattachement à {{designation}}',
    chercher: 'Chercher parmi mes rattachements',
    chercherAide: 'Par le nom ou par le début de l’identifiant.',
    filtrer: 'Afficher',
    tousLesEtats: 'Tous',
    aucunFiltre: 'Aucun rattachement ne correspond',
    aucunFiltreTexte: 'Cherchez avec d’autres mots, ou affichez-les tous.',
    toutAfficher: 'Afficher tous mes rattachements',
    inactive: 'Structure inactive',
    voirTout: 'Voir mes {{nombre}} rattachements',
  },
  mesDemandes: {
    titre: 'Mes demandes',
    titrePage: 'Toutes mes demandes',
    legende: 'Mes demandes',
    toutes: 'Toutes mes demandes ({{nombre}})',
    aucune: 'Aucune demande',
    aucuneTexte: 'Vos demandes et leur suite apparaîtront ici.',
    structure: 'Structure',
    objet: 'Demande',
    demandeeLe: 'Demandée le',
    suivre: 'Suivre la demande',
    retirer: 'Retirer la demande',
  },
  etats: {
    EN_COURS_DE_VALIDATION: 'En cours de validation',
    ACCEPTEE: 'Acceptée',
    REFUSEE: 'Refusée',
    RETIREE: 'Retirée',
    EXPIREE: 'Expirée',
  },
  etapes: {
    DEMANDEE: 'Demandée',
    RAPPELEE: 'Rappelée aux gestionnaires',
    RELANCEE: 'Relancée',
    ESCALADEE: 'Transmise au référent DGFiP',
    OPPOSEE: 'Opposition',
    OPPOSITION_LEVEE: 'Opposition levée',
    ACCEPTEE: 'Acceptée',
    REFUSEE: 'Refusée',
    RETIREE: 'Retirée par son auteur',
    EXPIREE: 'Expirée',
  },
  qualites: {
    DEMANDEUR: 'demandeur',
    GESTIONNAIRE_PRINCIPAL: 'gestionnaire principal',
    GESTIONNAIRE_SECONDAIRE: 'gestionnaire secondaire',
    DELEGUE: 'gestionnaire délégué',
    REFERENT: 'référent DGFiP',
  },
  lePortail: 'le portail',
  nouvelle: {
    titre: 'Demander un rattachement',
    etapes: { structure: 'Trouver la structure', nature: 'Préciser le rattachement' },
    titreStructure: 'Demander un rattachement – Trouver la structure',
    titreNature: 'Demander un rattachement – {{designation}}',
    intro: 'Cherchez la structure, sélectionnez-la, puis précisez ce que vous demandez.',
    structure: 'La structure',
    personne: 'Vous',
    nom: 'Nom',
    prenom: 'Prénom',
    adresseElectronique: 'Adresse électronique',
    statut: 'Statut',
    nature: 'Nature du rattachement',
    dateDebut: 'Date de début de validité',
    dateFin: 'Date de fin de validité',
    facultatif: '(facultatif)',
    commentaire: 'Commentaire',
    commentaireAide: 'Le commentaire est limité à 255 caractères. Le gestionnaire le lira.',
    services: 'Liste des services',
    entiere: 'Rattacher à la structure',
    entiereAide: 'À toute la structure, avec tous ses services.',
    ouServices: 'Sinon, cochez seulement les services où vous intervenez.',
    statutRattachement: 'Statut du rattachement',
    selectionner: 'Demander le service {{service}}',
    statuts: { acquis: 'Déjà rattaché', demande: 'Demande en cours', aucun: '–' },
    destinataires: 'Votre demande ira aux gestionnaires de la structure\u00a0:',
    sansGestionnaire:
      'Cette structure n’a pas de gestionnaire actif\u00a0: votre demande ira au référent DGFiP.',
    gestion:
      'Vous gérez cette structure\u00a0: ce que vous demandez pour vous-même compte dès que vous validez, et reste inscrit à ' +
      "l'historique. Prolonger votre propre rattachement demande l'accord d'un autre gestionnaire.",
    dejaRefusee: 'Une demande précédente a été refusée le {{jour}}. Motif\u00a0: {{motif}}',
    annuler: 'Annuler',
    valider: 'Valider',
    continuer: 'Valider et rattacher à une autre structure',
  },
  refus: {
    structureInactive: 'Cette structure est inactive\u00a0: on ne peut plus s’y rattacher.',
    rienDeDemande:
      'Cochez «\u00a0Rattacher à la structure\u00a0», ou au moins un service de la liste.',
    entiereManquante: 'Cochez «\u00a0Rattacher à la structure\u00a0».',
    tropDeServices: 'Cochez 200 services au plus, ou demandez toute la structure.',
    serviceInconnu: "Un des services cochés n'est pas de cette structure\u00a0: cochez de nouveau.",
    serviceFerme: 'Un des services cochés est fermé, ou le sera avant le début demandé.',
    finAvantDebut:
      '«\u00a0Date de fin de validité\u00a0»\u00a0: elle ne peut pas venir avant la date de début.',
    periodePassee: '«\u00a0Date de fin de validité\u00a0»\u00a0: cette date est passée.',
    finDePrincipal:
      '«\u00a0Date de fin de validité\u00a0»\u00a0: un gestionnaire principal n’a pas de date de fin. Laissez-la vide.',
    dejaRattache: 'Vous êtes déjà rattaché à tout ce que vous demandez, pour toute cette période.',
    dejaDemande:
      'Vous avez déjà une demande en cours pour cela\u00a0: elle attend la décision du gestionnaire.',
    dateDebut:
      '«\u00a0Date de début de validité\u00a0»\u00a0: saisissez une date, par exemple 30/11/2026.',
    dateFin: '«\u00a0Date de fin de validité\u00a0»\u00a0: saisissez une date, ou laissez vide.',
    commentaire: '«\u00a0Commentaire\u00a0»\u00a0: 255 caractères au plus.',
    commentaireCaracteres:
      '«\u00a0Commentaire\u00a0»\u00a0: retirez les caractères < et > et les caractères invisibles.',
    critere:
      'Donnez au moins un critère parmi la raison sociale, le libellé, l’identifiant, le code postal et la ville.',
    codePostalCourt:
      '«\u00a0Code postal\u00a0»\u00a0: saisissez au moins ses deux premiers chiffres.',
    particulierIdentifiant:
      "«\u00a0Identifiant\u00a0»\u00a0: l'identifiant complet est nécessaire pour trouver un particulier.",
    particulierNom: '«\u00a0Nom\u00a0»\u00a0: il est nécessaire pour trouver un particulier.',
    successeur: 'Choisissez la personne qui devient gestionnaire principal.',
    successeurRefuse:
      "Cette personne ne peut plus recevoir le rôle\u00a0: son compte n'est plus actif, ou elle n'est plus rattachée à toute " +
      'la structure. Rien n’a été changé. Choisissez quelqu’un d’autre.',
  },
  suivi: {
    titre: 'Demande de rattachement\u00a0: {{designation}}',
    demande: 'La demande',
    demandeur: 'Demandeur',
    structure: 'Structure',
    etat: 'État',
    objet: 'Rattachement demandé',
    commentaire: 'Commentaire',
    motif: 'Motif du refus',
    chronologie: 'Suivi',
    gestionnaires: 'Qui décide',
    retirer: 'Retirer la demande',
    demanderANouveau: 'Demander à nouveau',
    retour: 'Mes rattachements aux structures',
  },
  suppression: {
    titre: 'Fenêtre de confirmation',
    titreDocument: 'Fenêtre de confirmation – Supprimer des rattachements',
    question_one:
      'Êtes-vous sûr de vouloir supprimer votre rattachement à la structure suivante\u00a0?',
    question_other:
      'Êtes-vous sûr de vouloir supprimer vos rattachements aux structures suivantes\u00a0?',
    legende: 'Rattachements à supprimer',
    identifiant: 'Identifiant',
    structure: 'Structure',
    statut: 'Statut',
    suite: 'Ce qui se passera',
    fin: 'Le rattachement prend fin.',
    passation: 'Vous désignerez un nouveau gestionnaire principal et resterez utilisateur.',
    dernier: 'Impossible\u00a0: vous en êtes le dernier gestionnaire actif.',
    sansSuccesseur: 'Impossible\u00a0: personne à qui transmettre le rôle.',
    consequences:
      'Quand un rattachement prend fin, vos abonnements et vos demandes en cours sur la structure prennent fin aussi. ' +
      'Pour y revenir, il faudra une nouvelle demande.',
    gestion: 'Vous êtes gestionnaire principal',
    gestionTexte:
      'Après cette confirmation, vous désignerez votre successeur. Les demandes en attente sur la structure lui seront ' +
      'adressées.',
    dernierTitre: 'Une structure ne reste jamais sans gestionnaire',
    dernierTexte:
      'Faites d’abord désigner un autre gestionnaire, par votre référent DGFiP ou par un gestionnaire principal, puis ' +
      'revenez.',
    ok: 'OK',
    annuler: 'Annuler',
  },
  passation: {
    titre: 'Désigner un nouveau gestionnaire principal',
    titreDocument: 'Désigner un nouveau gestionnaire principal – {{designation}}',
    texte:
      'Vous transmettez votre rôle et restez rattaché à «\u00a0{{designation}}\u00a0» comme utilisateur. Les demandes en ' +
      'attente sur cette structure seront adressées à la personne désignée, qui est prévenue.',
    legende: 'Nouveau gestionnaire principal',
    chercher: 'Chercher une personne',
    chercherAide:
      'Par son nom, son prénom ou son identifiant, parmi les personnes actives rattachées à toute la structure.',
    bouton: 'Chercher',
    plus: 'Les {{nombre}} premières personnes sur {{total}} sont montrées\u00a0: cherchez par le nom.',
    aucun: 'Personne ne peut recevoir ce rôle',
    aucunTexte:
      'Il faut une personne active, rattachée à toute la structure. Demandez à un collègue de se rattacher à toute la ' +
      'structure et acceptez sa demande, ou adressez-vous à votre référent DGFiP. Rien n’a été changé.',
    aucunFiltre: 'Personne ne correspond à cette recherche.',
    designer: 'Désigner',
    annuler: 'Annuler',
  },
} as const;
