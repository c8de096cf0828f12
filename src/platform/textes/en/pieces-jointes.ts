// The drawer of files of an account, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { piecesJointes as fr } from '../fr/pieces-jointes.ts';

export const piecesJointes: Traduction<typeof fr> = {
  gestion: 'Managing files',
  legende: 'My files',
  ajouter: 'Add a file',
  telechargerChoisies: 'Download the selection',
  supprimerChoisies: 'Delete the selection',
  usage_one: '{{nombre}} file of {{fichiersMax}}, {{taille}} of {{quota}}.',
  usage_other: '{{nombre}} files of {{fichiersMax}}, {{taille}} of {{quota}}.',
  sansAnalyse: 'Files are not analysed',
  sansAnalyseTexte:
    'No antivirus is connected to this installation. Only open files whose origin you know.',
  enAnalyse_one: 'One file is being analysed',
  enAnalyse_other: '{{count}} files are being analysed',
  enAnalyseTexte: 'A file opens once the antivirus has checked it, most often within seconds.',
  actualiser: 'Refresh this page',
  chercher: 'Find a file',
  chercherAide: 'A few letters of the description or of the file’s name.',
  chercherBouton: 'Search',
  aucunFiltre: 'No file found',
  aucunFiltreTexte: 'No description and no file name holds these letters.',
  toutAfficher: 'Show all files',
  aucune: 'No file',
  aucuneTexte:
    'Keep here the files that you often join to your invoices: you will find them when you need them.',
  voirTout: 'See my {{nombre}} files',
  selectionner: 'Select the file {{designation}}, {{fichier}}',
  colonnes: {
    designation: 'Description',
    nom: 'File name',
    type: 'Type',
    taille: 'Size',
    ajoutee: 'Added on',
  },
  etats: {
    RECUE: 'Being analysed',
    EN_ANALYSE: 'Being analysed',
    DISPONIBLE: 'Available',
    REJETEE: 'Rejected',
  },
  rejets: { VIRUS: 'The antivirus found a virus in it: the file is erased.' },
  actions: { consulter: 'Open', telecharger: 'Download', supprimer: 'Delete' },
  absentes: {
    nom: 'files left out',
    texte: 'These files are not in the archive: they are still being analysed, or were rejected.',
  },
  archive: 'files',
  ajout: {
    obligatoire: 'All fields are required.',
    limites: 'What you can add',
    limiteTaille: 'A file of {{taille}} at most.',
    limiteNom: 'A name of {{nombre}} characters at most, extension included.',
    limitePlace_one: 'You have room for {{nombre}} more file, {{taille}} in all.',
    limitePlace_other: 'You have room for {{nombre}} more files, {{taille}} in all.',
    limiteFormats: 'One of these {{nombre}} formats: {{formats}}.',
    fichier: 'Choose the file',
    designation: 'Description',
    designationAide: '{{nombre}} characters at most. For instance: Tax certificate 2026.',
    type: 'Type of file',
    valider: 'Add',
    annuler: 'Cancel',
  },
  script: {
    deposer: 'You can also drop one or several files here.',
    designation: 'Description of {{nom}}',
    retirer: 'Remove',
    annuler: 'Cancel the upload',
    progression: 'Upload of {{nom}}',
    attend: 'Waiting.',
    ajoutee: 'Added.',
    annulee: 'Upload cancelled: nothing was kept.',
    echec: 'The upload failed. Press “Add” again to resume.',
    bilan_one: '{{nombre}} file added',
    bilan_other: '{{nombre}} files added',
    reste_one: '{{nombre}} not added',
    reste_other: '{{nombre}} not added',
    revenir: 'Back to the files',
    session: 'Your session is over: sign in again, then try again.',
  },
  refus: {
    fichierManquant: '“Choose the file”: choose a file.',
    aReprendre: '“Choose the file”: choose the file again, it was not kept.',
    nomCaracteres:
      'The file’s name holds a character that is not accepted: an invisible one, or one of / \\ : * ? " < > |. ' +
      'Rename the file, then try again.',
    nomPoints:
      'The file’s name is made of dots only: give it a name before its extension, then try again.',
    nomTropLong:
      'The file’s name is longer than {{nombre}} characters, extension included: shorten it, then try again.',
    extension:
      'The file’s name must end with an accepted extension, for instance .pdf or .odt: see the list of formats.',
    vide: 'This file is empty: check it, then try again.',
    tropGros: 'This file is larger than {{taille}}: make it smaller, or split it.',
    contenu:
      'The content of this file does not match its extension: save it again in the right format.',
    archive:
      'This archive holds far too much data once opened (more than 1 GB, or more than a hundred times its size): it is not accepted.',
    nombre: 'You already keep {{nombre}} files, the maximum: delete some before adding any.',
    quota: 'Your files would exceed {{quota}} in all: delete some before adding this one.',
    type: '“Type of file”: choose a type from the list.',
  },
  suppression: {
    titre: 'Delete files',
    question_one: 'Are you sure that you want to delete this file?',
    question_other: 'Are you sure that you want to delete these {{count}} files?',
    consequences: 'Their content is erased and cannot be found again.',
    legende: 'Files to delete',
    ok: 'Delete',
    annuler: 'Cancel',
  },
};
