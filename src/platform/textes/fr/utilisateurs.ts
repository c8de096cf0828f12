// The people attached to a structure, as its managers see and change them.
import { refus } from './utilisateurs-refus.ts';

export const utilisateurs = {
  titre: 'Utilisateurs rattachés',
  titreStructure: 'Utilisateurs rattachés – {{designation}}',
  rattacher: 'Rattacher une personne',
  annuler: 'Annuler',
  facultatif: '(facultatif)',
  delegue: 'Délégué jusqu’au {{jour}}',
  compteInactif: 'Compte désactivé',
  liste: {
    legende: 'Personnes rattachées',
    chercher: 'Nom, prénom ou identifiant',
    role: 'Rôle',
    tousLesRoles: 'Tous les rôles',
    statut: 'Statut',
    tousLesEtats: 'Tous les statuts',
    filtrer: 'Afficher',
    toutAfficher: 'Afficher toutes les personnes',
    personne: 'Personne',
    services: 'Services et période',
    selectionner: 'Sélectionner {{nom}}, {{identifiant}}',
    autres_one: 'et {{nombre}} autre service',
    autres_other: 'et {{nombre}} autres services',
    aucun: 'Personne n’est rattaché à cette structure',
    aucunTexte: 'Rattachez une personne par son identifiant de connexion.',
    aucunFiltre: 'Personne ne correspond',
    aucunFiltreTexte: 'Cherchez avec d’autres mots, ou affichez toutes les personnes.',
    trop: 'Plus de {{nombre}} personnes correspondent',
    tropTexte:
      'Les {{nombre}} premières par ordre alphabétique sont montrées. Cherchez par le nom pour trouver les autres. L’export, ' +
      'lui, les contient toutes.',
    cochees: 'Agir sur les personnes cochées\u00a0:',
    toutes: 'Prendre toute la liste\u00a0: {{nombre}} personnes, pages suivantes comprises',
    exporter: 'Exporter cette liste',
    exporterAide: 'Dans un fichier pour tableur, une ligne par service, avec les mêmes filtres.',
    exporterCsv: 'Exporter (CSV)',
    exporterXlsx: 'Exporter (XLSX)',
  },
  export: {
    fichier: 'utilisateurs',
    feuille: 'Utilisateurs',
    compte: 'Compte',
    code: 'Code service',
    service: 'Service',
    delegue: 'Délégué jusqu’au',
  },
  delegations: {
    titre: 'Délégations',
    texte:
      'Pendant sa délégation, une personne agit comme gestionnaire secondaire\u00a0: pour des congés, par exemple.',
    aucune: 'Aucune délégation en cours ni à venir.',
    legende: 'Délégations en cours et à venir',
    periode: 'Période',
    terminer: 'Mettre fin à la délégation',
  },
  personne: {
    identite: 'La personne',
    nom: 'Nom',
    prenom: 'Prénom',
    identifiant: 'Identifiant de connexion',
    compte: 'Compte',
    role: 'Rôle',
    statut: 'Statut',
    abonnements: 'Abonnements accordés',
    droits: 'Ses droits sur la structure',
    code: 'Code',
    service: 'Service',
    dateDebut: 'Date de début',
    dateFin: 'Date de fin',
    actes: 'Ce que vous pouvez faire',
    principal:
      'C’est le gestionnaire principal\u00a0: son rôle ne change que par transmission, depuis «\u00a0Mes rattachements aux ' +
      'structures\u00a0» de cette personne.',
    soi: 'C’est vous\u00a0: personne ne décide de son propre rattachement. Un autre gestionnaire peut le faire.',
    reserve:
      'C’est un gestionnaire secondaire ou un délégué\u00a0: seul le gestionnaire principal peut changer ses droits.',
    services: 'Changer les services et la période',
    nommer: 'Nommer gestionnaire secondaire',
    retirer: 'Retirer le rôle de gestionnaire secondaire',
    entiereRequise:
      'Pour être nommée gestionnaire secondaire, la personne doit avoir aujourd’hui toute la structure, sans suspension.',
    donnerEntiere: 'Lui donner toute la structure',
    deleguer: 'Déléguer',
    copier: 'Copier ses droits vers une autre personne',
  },
  champs: {
    identifiant: 'Identifiant de connexion',
    identifiantAide:
      'Celui par lequel la personne se connecte au PIGP\u00a0: le début de son adresse, ou un identifiant en -xt.',
    periode: 'Période',
    dateDebut: 'Date de début',
    dateDebutGardee_one: 'Laissez vide pour n’y rien changer.',
    dateDebutGardee_other: 'Laissez vide pour que chacun garde la sienne.',
    dateFin: 'Date de fin',
    dateFinAide: 'Laissez vide pour un rattachement sans fin.',
    dateFinIncluse: 'Ce jour est compris. Un an au plus.',
    dateFinOuSans_one: 'Ce jour est compris. Ensuite, ses droits s’arrêtent.',
    dateFinOuSans_other: 'Ce jour est compris. Ensuite, leurs droits s’arrêtent.',
    sansFin: 'Sans date de fin',
    sansFinAide_one:
      'À cocher au lieu d’une date\u00a0: la date de fin que la personne a aujourd’hui est effacée, ses droits durent jusqu’à ce ' +
      'que quelqu’un les retire.',
    sansFinAide_other:
      'À cocher au lieu d’une date\u00a0: les dates de fin qu’ils ont aujourd’hui sont effacées, leurs droits durent jusqu’à ce ' +
      'que quelqu’un les retire.',
    services: 'Services',
    entiere: 'Toute la structure',
    entiereAide: 'Avec tous ses services, présents et à venir.',
    ouServices: 'Sinon, cochez seulement les services où la personne intervient.',
    cocherService: 'Donner le service {{service}}',
  },
  nouveau: {
    intro: 'Sans attendre sa demande. La personne est prévenue par courriel.',
    valider: 'Rattacher',
  },
  services: {
    titre: 'Changer les services et la période',
    titreDocument: 'Changer les services et la période – {{nom}}',
    intro:
      'Ce qui est coché remplace ce que {{nom}} a aujourd’hui, avec une même période pour tout. Les abonnements sur un ' +
      'service retiré prennent fin.',
    suspendu: 'Ce rattachement est suspendu\u00a0: il le restera.',
    conflit: 'Ce rattachement a changé entre-temps',
    conflitTexte:
      'Quelqu’un d’autre l’a modifié pendant que vous remplissiez cette page. Rien n’a été enregistré. Les droits actuels sont ' +
      'rappelés ci-dessous\u00a0; votre saisie est gardée\u00a0: relisez-la, puis validez.',
    valider: 'Valider',
  },
  role: {
    titreNommer: 'Nommer gestionnaire secondaire',
    titreRetirer: 'Retirer le rôle de gestionnaire secondaire',
    documentNommer: 'Nommer gestionnaire secondaire – {{nom}}',
    documentRetirer: 'Retirer le rôle de gestionnaire secondaire – {{nom}}',
    nommer:
      '{{nom}} pourra décider des demandes et gérer les utilisateurs, la fiche, les services et les espaces de cette structure.',
    retirer: '{{nom}} restera rattaché comme utilisateur, avec les mêmes services.',
    validerNommer: 'Nommer',
    validerRetirer: 'Retirer le rôle',
  },
  delegation: {
    titre: 'Déléguer',
    titreDocument: 'Déléguer – {{nom}}',
    intro:
      'Du premier au dernier jour, {{nom}} agira comme gestionnaire secondaire. La délégation prend fin seule\u00a0; vous pouvez ' +
      'aussi y mettre fin avant.',
    valider: 'Déléguer',
    titreFin: 'Mettre fin à la délégation',
    titreFinDocument: 'Mettre fin à la délégation – {{nom}}',
    fin: '{{nom}}\u00a0: {{periode}}.',
    validerFin: 'Mettre fin',
  },
  copie: {
    titre: 'Copier les droits de {{nom}}',
    intro:
      'La personne que vous nommez reçoit ces droits en plus des siens. Le rôle de gestionnaire n’est pas copié.',
    abonnements_one: '{{nombre}} abonnement accordé sera copié aussi.',
    abonnements_other: '{{nombre}} abonnements accordés seront copiés aussi.',
    vers: 'Identifiant de connexion de la personne qui reçoit ces droits',
    versAide: 'Déjà rattachée ou non à cette structure.',
    valider: 'Copier',
  },
  actes: {
    espaces: {
      bouton: 'Donner un espace',
      titre_one: 'Donner un espace à une personne',
      titre_other: 'Donner un espace à {{count}} personnes',
      texte_one:
        'Sans attendre sa demande. Ses droits comptent aussitôt, et elle est prévenue par courriel.',
      texte_other:
        'Sans attendre leur demande. Leurs droits comptent aussitôt, et elles sont prévenues par courriel.',
      valider: 'Donner',
    },
    suspension: {
      bouton: 'Suspendre',
      titre_one: 'Suspendre une personne',
      titre_other: 'Suspendre {{count}} personnes',
      texte_one:
        'Ses droits sur la structure s’arrêtent aussitôt, jusqu’à ce que vous les repreniez. Services, périodes et abonnements ' +
        'sont gardés. Une délégation, elle, prend fin.',
      texte_other:
        'Leurs droits sur la structure s’arrêtent aussitôt, jusqu’à ce que vous les repreniez. Services, périodes et abonnements ' +
        'sont gardés. Une délégation, elle, prend fin.',
      valider: 'Suspendre',
    },
    reprise: {
      bouton: 'Reprendre',
      titre_one: 'Mettre fin à la suspension d’une personne',
      titre_other: 'Mettre fin à la suspension de {{count}} personnes',
      texte_one: 'Ses droits lui sont rendus aussitôt, chacun dans sa période.',
      texte_other: 'Leurs droits leur sont rendus aussitôt, chacun dans sa période.',
      valider: 'Reprendre',
    },
    detachement: {
      bouton: 'Détacher',
      titre_one: 'Détacher une personne',
      titre_other: 'Détacher {{count}} personnes',
      texte_one:
        'Son rattachement prend fin, avec ses abonnements, ses délégations et ses demandes en cours sur cette structure. ' +
        'Pour y revenir, il faudra une nouvelle demande, ou la rattacher de nouveau.',
      texte_other:
        'Leur rattachement prend fin, avec leurs abonnements, leurs délégations et leurs demandes en cours sur cette structure. ' +
        'Pour y revenir, il faudra une nouvelle demande, ou les rattacher de nouveau.',
      valider: 'Détacher',
    },
    periode: {
      bouton: 'Changer la période',
      titre_one: 'Changer la période d’une personne',
      titre_other: 'Changer la période de {{count}} personnes',
      texte_one:
        'La nouvelle période vaut pour tous ses services en cours ou à venir. Ce qui a déjà pris fin ne reprend pas\u00a0; sur un ' +
        'service qui ferme, la fin reste au plus tard le jour de sa fermeture.',
      texte_other:
        'La nouvelle période vaut pour tous leurs services en cours ou à venir. Ce qui a déjà pris fin ne reprend pas\u00a0; sur un ' +
        'service qui ferme, la fin reste au plus tard le jour de sa fermeture.',
      valider: 'Changer la période',
    },
    legende_one: 'Personne concernée',
    legende_other: 'Personnes concernées',
  },
  rapport: {
    titre: 'Compte rendu',
    titres: {
      espaces: 'Compte rendu – Donner un espace',
      suspension: 'Compte rendu – Suspendre',
      reprise: 'Compte rendu – Reprendre',
      detachement: 'Compte rendu – Détacher',
      periode: 'Compte rendu – Changer la période',
    },
    faits_one: '{{nombre}} personne traitée',
    faits_other: '{{nombre}} personnes traitées',
    aucun: 'Rien n’a été changé',
    refus_one: '{{nombre}} personne n’a pas été traitée\u00a0: la raison est dite sur sa ligne.',
    refus_other:
      '{{nombre}} personnes n’ont pas été traitées\u00a0: la raison est dite sur leur ligne.',
    legende: 'Suite pour chaque personne',
    suite: 'Suite',
    retour: 'Revenir à la liste',
  },
  suites: {
    donne: 'Espaces donnés',
    dejaAcquis: 'Avait déjà tout cela, dans ce mode ou plus.',
    nonRattache:
      'Son rattachement ne compte pas aujourd’hui\u00a0: suspendu, terminé ou pas commencé.',
    horsDePortee: 'Son rattachement ne couvre pas cela.',
    espaceFerme: 'Un des espaces n’est plus ouvert sur la structure.',
    espaceParDefaut: 'Un des espaces est accordé par défaut.',
    espaceReserve: 'Un des espaces est réservé aux gestionnaires.',
    espaceManquant: 'Aucun espace choisi.',
    suspendu: 'Suspendu',
    repris: 'Repris',
    detache: 'Détaché',
    modifie: 'Période changée',
    inchange: 'Cette période était déjà la sienne.',
    dejaSuspendu: 'Déjà suspendu\u00a0: rien à changer.',
    pasSuspendu: 'N’était pas suspendu\u00a0: rien à changer.',
    introuvable: 'N’est plus rattaché à cette structure.',
    interdit: 'Vous ne pouvez pas agir sur cette personne.',
    principal: 'Gestionnaire principal\u00a0: le rôle ne change que par transmission.',
    indisponible: 'Votre compte n’est plus actif.',
    motifRequis: 'Un motif est nécessaire.',
    conflit: 'Modifié entre-temps par quelqu’un d’autre.',
    droitsFinis:
      'Ses droits ont déjà pris fin\u00a0: pour les redonner, changez ses services et sa période.',
    dernierGestionnaire:
      'Dernier gestionnaire actif de la structure\u00a0: nommez-en d’abord un autre.',
    entiereRequise: 'Un gestionnaire secondaire garde toute la structure.',
    structureInactive: 'La structure est inactive.',
    compteInactif: 'Son compte est désactivé.',
    rienDeDemande: 'Aucun service\u00a0: rien à changer.',
    tropDeServices: 'Plus de 200 services.',
    serviceInconnu: 'Un de ses services n’existe plus.',
    serviceFerme: 'Un de ses services est fermé.',
    finAvantDebut: 'La fin viendrait avant le début.',
    periodePassee: 'Cette période est déjà passée.',
  },
  refus,
} as const;
