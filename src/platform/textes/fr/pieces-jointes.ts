// The drawer of files of an account (screens §8): list, form, refusals, what the script of the form says.
export const piecesJointes = {
  gestion: 'Gestion pièces jointes',
  legende: 'Mes pièces jointes',
  ajouter: 'Ajouter une pièce jointe',
  telechargerChoisies: 'Télécharger la sélection',
  supprimerChoisies: 'Supprimer la sélection',
  usage_one: '{{nombre}} fichier sur {{fichiersMax}}, {{taille}} sur {{quota}}.',
  usage_other: '{{nombre}} fichiers sur {{fichiersMax}}, {{taille}} sur {{quota}}.',
  sansAnalyse: 'Les fichiers ne sont pas analysés',
  sansAnalyseTexte:
    'Aucun antivirus n’est branché sur cette installation. N’ouvrez que des fichiers dont vous connaissez l’origine.',
  enAnalyse_one: 'Un fichier est en cours d’analyse',
  enAnalyse_other: '{{count}} fichiers sont en cours d’analyse',
  enAnalyseTexte:
    'Un fichier s’ouvre quand l’antivirus l’a vérifié, le plus souvent en quelques secondes.',
  actualiser: 'Actualiser cette page',
  chercher: 'Chercher une pièce jointe',
  chercherAide: 'Quelques lettres de la désignation ou du nom du fichier.',
  chercherBouton: 'Chercher',
  aucunFiltre: 'Aucune pièce jointe trouvée',
  aucunFiltreTexte: 'Aucune désignation, aucun nom de fichier ne contient ces lettres.',
  toutAfficher: 'Afficher toutes les pièces jointes',
  aucune: 'Aucune pièce jointe',
  aucuneTexte:
    'Gardez ici les fichiers que vous joignez souvent à vos factures\u00a0: vous les retrouverez au moment de la saisie.',
  voirTout: 'Voir mes {{nombre}} pièces jointes',
  selectionner: 'Sélectionner la pièce jointe {{designation}}, {{fichier}}',
  colonnes: {
    designation: 'Désignation',
    nom: 'Nom du fichier',
    type: 'Type',
    taille: 'Taille',
    ajoutee: 'Ajoutée le',
  },
  etats: {
    RECUE: 'En analyse',
    EN_ANALYSE: 'En analyse',
    DISPONIBLE: 'Disponible',
    REJETEE: 'Rejetée',
  },
  rejets: { VIRUS: 'L’antivirus y a trouvé un virus\u00a0: le fichier est effacé.' },
  actions: { consulter: 'Consulter', telecharger: 'Télécharger', supprimer: 'Supprimer' },
  absentes: {
    nom: 'pièces absentes',
    texte:
      'Ces pièces jointes ne sont pas dans l’archive\u00a0: elles sont encore en analyse, ou ont été rejetées.',
  },
  archive: 'pieces-jointes',
  ajout: {
    obligatoire: 'Tous les champs sont obligatoires.',
    limites: 'Ce que vous pouvez ajouter',
    limiteTaille: 'Un fichier de {{taille}} au plus.',
    limiteNom: 'Un nom de {{nombre}} caractères au plus, extension comprise.',
    limitePlace_one: 'Il vous reste de la place pour {{nombre}} fichier, {{taille}} en tout.',
    limitePlace_other: 'Il vous reste de la place pour {{nombre}} fichiers, {{taille}} en tout.',
    limiteFormats: 'Un de ces {{nombre}} formats\u00a0: {{formats}}.',
    fichier: 'Sélection de la pièce jointe',
    designation: 'Désignation',
    designationAide: '{{nombre}} caractères au plus. Par exemple\u00a0: Attestation fiscale 2026.',
    type: 'Type de pièce jointe',
    valider: 'Ajouter',
    annuler: 'Annuler',
  },
  // The script of the page writes the name of a file in its place.
  script: {
    deposer: 'Vous pouvez aussi déposer ici un ou plusieurs fichiers.',
    designation: 'Désignation de {{nom}}',
    retirer: 'Retirer',
    annuler: 'Annuler l’envoi',
    progression: 'Envoi de {{nom}}',
    attend: 'En attente.',
    ajoutee: 'Ajoutée.',
    annulee: 'Envoi annulé\u00a0: rien n’a été gardé.',
    echec: 'L’envoi n’a pas abouti. Appuyez de nouveau sur «\u00a0Ajouter\u00a0» pour reprendre.',
    bilan_one: '{{nombre}} fichier ajouté',
    bilan_other: '{{nombre}} fichiers ajoutés',
    reste_one: '{{nombre}} non ajouté',
    reste_other: '{{nombre}} non ajoutés',
    revenir: 'Revenir aux pièces jointes',
    session: 'Votre session a pris fin\u00a0: reconnectez-vous, puis recommencez.',
  },
  refus: {
    fichierManquant: '«\u00a0Sélection de la pièce jointe\u00a0»\u00a0: choisissez un fichier.',
    aReprendre:
      '«\u00a0Sélection de la pièce jointe\u00a0»\u00a0: choisissez de nouveau le fichier, il n’a pas été gardé.',
    nomCaracteres:
      'Le nom du fichier contient un caractère qui n’est pas accepté\u00a0: caractère invisible, ou l’un de / \\\u00a0: *\u00a0? " < > |. ' +
      'Renommez le fichier, puis recommencez.',
    nomPoints:
      'Le nom du fichier n’est fait que de points\u00a0: donnez-lui un nom avant l’extension, puis recommencez.',
    nomTropLong:
      'Le nom du fichier dépasse {{nombre}} caractères, extension comprise\u00a0: raccourcissez-le, puis recommencez.',
    extension:
      'Le nom du fichier doit finir par une extension acceptée, par exemple .pdf ou .odt\u00a0: voyez la liste des formats.',
    vide: 'Ce fichier est vide\u00a0: vérifiez-le, puis recommencez.',
    tropGros: 'Ce fichier dépasse {{taille}}\u00a0: réduisez-le, ou découpez-le.',
    contenu:
      'Le contenu de ce fichier ne correspond pas à son extension\u00a0: enregistrez-le de nouveau au bon format.',
    archive:
      'Cette archive contient beaucoup trop de données une fois ouverte (plus de 1 Go, ou plus de cent fois sa taille)\u00a0: elle n’est pas acceptée.',
    nombre:
      'Vous gardez déjà {{nombre}} fichiers, le maximum\u00a0: supprimez-en avant d’en ajouter.',
    quota:
      'Vos fichiers dépasseraient {{quota}} en tout\u00a0: supprimez-en avant d’ajouter celui-ci.',
    type: '«\u00a0Type de pièce jointe\u00a0»\u00a0: choisissez un type de la liste.',
  },
  suppression: {
    titre: 'Supprimer des pièces jointes',
    question_one: 'Êtes-vous sûr de vouloir supprimer cette pièce jointe\u00a0?',
    question_other: 'Êtes-vous sûr de vouloir supprimer ces {{count}} pièces jointes\u00a0?',
    consequences: 'Leur contenu est effacé et ne peut pas être retrouvé.',
    legende: 'Pièces jointes à supprimer',
    ok: 'Supprimer',
    annuler: 'Annuler',
  },
} as const;
