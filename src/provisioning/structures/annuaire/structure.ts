// One line of Chorus Pro's public directory (reference/chorus-api.md §12.3), checked column by column.
import type { ColonneFiche, StructureFlux } from '../../../domain/structure/flux.ts';
import { siretValide } from '../../../domain/structure/structure.ts';
import { Champs } from '../../champs.ts';
import { lireCsv } from '../../csv.ts';
import type { LigneLue } from '../../lignes.ts';
import type { Lecture } from '../format.ts';
import { lireIdentite } from '../identifiants.ts';
import { lireCoordonnees } from './coordonnees.ts';
import { STRUCTURES } from './entete.ts';

/** What a line gives of a structure. */
export const COLONNES = [
  'typeStructure',
  'statut',
  'raisonSociale',
  'adresseLigne',
  'adresseComplement1',
  'adresseComplement2',
  'adresseCodePostal',
  'adresseVille',
  'adressePays',
  'departement',
  'telephone',
  'adresseElectronique',
  'codeServiceObligatoire',
  'numeroEngagementObligatoire',
  'serviceOuEngagementObligatoire',
  'miseEnPaiementNonRemontee',
  'emetteurEdi',
  'recepteurEdi',
  'estMoa',
  'estMoaUniquement',
] as const satisfies readonly ColonneFiche[];

/** Reads a line; all structures of the directory are public. */
export function lireStructure(ligne: LigneLue): Lecture<StructureFlux> {
  const lecture = lireCsv(ligne, STRUCTURES.noms);
  const identite = lireIdentite(...lecture.valeurs.slice(0, 2));
  const debut = identite.kind === 'lue' && {
    ...identite.cle,
    rang: ligne.numero,
    source: 'ANNUAIRE' as const,
  };
  const refuser = (motif: string): Lecture<StructureFlux> => ({
    kind: 'refusee',
    motif,
    reste: debut ? { ...debut, fiche: null } : null,
  });
  if (lecture.kind === 'refusee') return refuser(lecture.motif);
  const champs = new Champs(STRUCTURES.rangs, lecture.valeurs);
  if (identite.kind === 'refusee') champs.refuser(identite.champ, identite.motif);
  const fiche = lireFiche(champs);
  if (!debut || champs.motif !== null) return refuser(champs.motif ?? '');
  // The directory holds a few SIRETs without their key.
  if (debut.typeIdentifiant === 'SIRET' && !siretValide(debut.identifiant)) {
    champs.avertir('Identifiant', 'SIRET sans sa clé');
  }
  return { kind: 'lue', valeurs: [{ ...debut, fiche }], avertissements: champs.avertissements };
}

function lireFiche(champs: Champs<(typeof STRUCTURES.noms)[number]>) {
  return {
    typeStructure: 'PUBLIQUE' as const,
    statut: champs.booleen('StructureActive') ? ('ACTIF' as const) : ('INACTIF' as const),
    raisonSociale: champs.obligatoire('RaisonSociale', 300),
    ...lireCoordonnees(champs),
    codeServiceObligatoire: champs.booleen('GestionService'),
    numeroEngagementObligatoire: champs.booleen('GestionEngagement'),
    serviceOuEngagementObligatoire: champs.booleen('GestionServiceEngagement'),
    // The sheet says the contrary: that the payment's state is not sent back.
    miseEnPaiementNonRemontee: !champs.booleen('GestionStatutMiseEnPaiement'),
    emetteurEdi: champs.booleen('EmetteurEdi'),
    recepteurEdi: champs.booleen('RecepteurEdi'),
    estMoa: champs.booleen('EstMOA'),
    estMoaUniquement: champs.booleen('EstMOAUniquement'),
  };
}
