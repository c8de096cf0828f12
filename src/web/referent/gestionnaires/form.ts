// What a référent does to the managers of a structure (model §3): an act, a person, a reason; days for some acts.
import { jourSaisi } from '../../../domain/demande/valeurs.ts';
import type { PeriodeDeDelegation } from '../../../domain/rattachement/gestion-delegation.ts';
import type { NouvellePeriode } from '../../../domain/rattachement/gestion-lignes.ts';
import { lireSaisies, type Saisies } from '../../commun/formulaire.ts';
import { lireIdentifiant } from '../../commun/identifiant.ts';
import { type ErreurDeMotif, lireSaisieDeMotif } from '../../commun/motif.ts';

export const ACTES_DU_REFERENT = [
  'NOMMER',
  'RETIRER',
  'PERIODE',
  'SUSPENDRE',
  'REPRENDRE',
  'DETACHER',
  'DELEGUER',
] as const;
type ActeDuReferent = (typeof ACTES_DU_REFERENT)[number];
type ActeSansJours = Exclude<ActeDuReferent, 'DELEGUER' | 'PERIODE'>;

export type SaisieDuReferent = {
  personne: string;
  acte: string;
  dateDebut: string;
  dateFin: string;
  /** 'oui' when the box is ticked: a period without an end. */
  sansFin: string;
  motif: string;
};

type ChampChoisi = 'personne' | 'acte' | 'dateDebut' | 'dateFin';
/** A field that is wrong; the reason has several ways to be. */
export type ErreurDuReferent = { champ: ChampChoisi } | { champ: 'motif'; erreur: ErreurDeMotif };

type QuoiEtQuand =
  | { acte: ActeSansJours }
  | ({ acte: 'DELEGUER' } & PeriodeDeDelegation)
  | ({ acte: 'PERIODE' } & NouvellePeriode);
export type ActeLu = { rattachementId: number; motif: string } & QuoiEtQuand;

/** What was typed, as it was typed. */
export function saisieDuReferent(saisies: Saisies): SaisieDuReferent {
  const champ = (nom: keyof SaisieDuReferent) => saisies[nom] ?? '';
  return {
    personne: champ('personne'),
    acte: champ('acte'),
    dateDebut: champ('dateDebut'),
    dateFin: champ('dateFin'),
    sansFin: champ('sansFin'),
    motif: champ('motif'),
  };
}

/** Reads the form; what was typed is given back with all that is wrong. */
export function lireActe(
  body: unknown,
): { saisie: SaisieDuReferent } & ({ lu: ActeLu } | { erreurs: ErreurDuReferent[] }) {
  const { texte, motif, erreur } = lireSaisieDeMotif(body);
  const saisie = { ...saisieDuReferent(lireSaisies(body)), motif: texte };
  const erreurs: ErreurDuReferent[] = [];
  const rattachementId = lireIdentifiant(saisie.personne);
  if (rattachementId === null) erreurs.push({ champ: 'personne' });
  const quoi = lireQuoi(saisie, erreurs);
  if (erreur) erreurs.push({ champ: 'motif', erreur });
  if (erreurs.length > 0 || rattachementId === null || !quoi || motif === null)
    return { saisie, erreurs };
  return { saisie, lu: { rattachementId, motif, ...quoi } };
}

function lireQuoi(saisie: SaisieDuReferent, erreurs: ErreurDuReferent[]): QuoiEtQuand | undefined {
  const acte = ACTES_DU_REFERENT.find((connu) => connu === saisie.acte);
  if (!acte) erreurs.push({ champ: 'acte' });
  if (acte === 'DELEGUER') {
    const dateDebut = lireJour('dateDebut', saisie, erreurs);
    const dateFin = lireJour('dateFin', saisie, erreurs);
    return dateDebut && dateFin ? { acte, dateDebut, dateFin } : undefined;
  }
  if (acte === 'PERIODE') {
    // Left empty, the first day stays as it is; the last is typed, or said not to be.
    const dateDebut = saisie.dateDebut.trim() && lireJour('dateDebut', saisie, erreurs);
    const sansFin = saisie.sansFin === 'oui';
    // Both would say two things.
    if (sansFin && saisie.dateFin.trim() !== '') erreurs.push({ champ: 'dateFin' });
    const dateFin = sansFin ? null : lireJour('dateFin', saisie, erreurs);
    return { acte, dateDebut: dateDebut || null, dateFin };
  }
  return acte && { acte };
}

function lireJour(
  champ: 'dateDebut' | 'dateFin',
  saisie: SaisieDuReferent,
  erreurs: ErreurDuReferent[],
): string | null {
  const lu = jourSaisi.safeParse(saisie[champ]);
  if (lu.success) return lu.data;
  erreurs.push({ champ });
  return null;
}
