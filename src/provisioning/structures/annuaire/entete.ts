// The columns of the two files of Chorus Pro's public directory (reference/chorus-api.md §12.3; the services are ours).
import { entete } from '../../csv.ts';

export const STRUCTURES = entete([
  'TypeIdentifiant',
  'Identifiant',
  'RaisonSociale',
  'EmetteurEdi',
  'RecepteurEdi',
  'GestionStatutMiseEnPaiement',
  'GestionEngagement',
  'GestionService',
  'GestionServiceEngagement',
  'EstMOA',
  'EstMOAUniquement',
  'StructureActive',
  'Adresse',
  'ComplementAdresse1',
  'ComplementAdresse2',
  'CodePostal',
  'Ville',
  'NumTelephone',
  'Courriel',
  'CodePays',
  'LibellePays',
] as const);

export const SERVICES = entete([
  'identifiant',
  'code',
  'libelle',
  'debut',
  'fin',
  'engagement',
] as const);
