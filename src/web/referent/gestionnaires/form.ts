// What a référent does to the managers of a structure (model §3): an act, a person, a reason; days for a delegation.
import { jourSaisi } from '../../../domain/demande/valeurs.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { lireIdentifiant } from '../../commun/identifiant.ts';
import { type ErreurDeMotif, lireSaisieDeMotif } from '../../commun/motif.ts';

export const ACTES_DU_REFERENT = [
  'NOMMER',
  'RETIRER',
  'SUSPENDRE',
  'REPRENDRE',
  'DETACHER',
  'DELEGUER',
] as const;
type ActeDuReferent = (typeof ACTES_DU_REFERENT)[number];

export type SaisieDuReferent = {
  personne: string;
  acte: string;
  dateDebut: string;
  dateFin: string;
  motif: string;
};

type ChampChoisi = 'personne' | 'acte' | 'dateDebut' | 'dateFin';
/** A field that is wrong; the reason has several ways to be. */
export type ErreurDuReferent = { champ: ChampChoisi } | { champ: 'motif'; erreur: ErreurDeMotif };

export type ActeLu = {
  acte: ActeDuReferent;
  rattachementId: number;
  motif: string;
  dateDebut: string;
  dateFin: string;
};

/** Reads the form; what was typed is given back with all that is wrong. */
export function lireActe(
  body: unknown,
): { saisie: SaisieDuReferent } & ({ lu: ActeLu } | { erreurs: ErreurDuReferent[] }) {
  const { personne = '', acte: nom = '', dateDebut = '', dateFin = '' } = lireSaisies(body);
  const { texte, motif, erreur } = lireSaisieDeMotif(body);
  const saisie = { personne, acte: nom, dateDebut, dateFin, motif: texte };
  const erreurs: ErreurDuReferent[] = [];
  const rattachementId = lireIdentifiant(personne);
  if (rattachementId === null) erreurs.push({ champ: 'personne' });
  const acte = ACTES_DU_REFERENT.find((connu) => connu === nom);
  if (!acte) erreurs.push({ champ: 'acte' });
  const jours = acte === 'DELEGUER' ? lireJours(dateDebut, dateFin, erreurs) : SANS_JOURS;
  if (erreur) erreurs.push({ champ: 'motif', erreur });
  if (erreurs.length > 0 || rattachementId === null || !acte || motif === null)
    return { saisie, erreurs };
  return { saisie, lu: { acte, rattachementId, motif, ...jours } };
}

const SANS_JOURS = { dateDebut: '', dateFin: '' };

function lireJours(dateDebut: string, dateFin: string, erreurs: ErreurDuReferent[]) {
  const debut = jourSaisi.safeParse(dateDebut);
  const fin = jourSaisi.safeParse(dateFin);
  if (!debut.success) erreurs.push({ champ: 'dateDebut' });
  if (!fin.success) erreurs.push({ champ: 'dateFin' });
  return debut.success && fin.success ? { dateDebut: debut.data, dateFin: fin.data } : SANS_JOURS;
}
