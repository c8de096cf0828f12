// An act on many people as a form sends it (screens §9): which act, on whom, why, for how long.
import {
  type ActeEnNombre,
  PERSONNES_MAX,
} from '../../../../domain/rattachement/actions-gestion-nombre.ts';
import type { Saisies } from '../../../commun/formulaire.ts';
import { lireIdentifiant } from '../../../commun/identifiant.ts';
import { espacesCoches, lireMode } from '../../../mon-compte/abonnements/ajout/form.ts';
import { Lecteur, type Refus } from '../form.ts';

/** In the order of the buttons. */
export const ACTES = ['espaces', 'periode', 'suspension', 'reprise', 'detachement'] as const;
export type ActeDeGroupe = (typeof ACTES)[number];

/** The act that an address or a form names. */
export function lireActe(valeur: unknown): ActeDeGroupe | undefined {
  return ACTES.find((acte) => acte === valeur);
}

/** Several ids in one value: a form kept over a session holds one value a name, an address stays short. */
const SEPARATEUR = '.';
export const ecrireIds = (ids: readonly number[]) => ids.join(SEPARATEUR);

/**
 * Ids as boxes (several values) or our own pages (one value) give them; one more than an act may
 * take at most, so that too many is seen.
 */
export function lireIds(valeur: unknown): number[] {
  const valeurs = Array.isArray(valeur) ? valeur : String(valeur ?? '').split(SEPARATEUR);
  const ids = valeurs.map(lireIdentifiant).filter((id) => id !== null);
  return [...new Set(ids)].slice(0, PERSONNES_MAX + 1);
}

/** The act to do, or all that is wrong. */
export function lireActeEnNombre(
  acte: ActeDeGroupe,
  saisies: Saisies,
): { acte: ActeEnNombre } | { erreurs: Refus[] } {
  const lecteur = new Lecteur(saisies);
  const { erreurs } = lecteur;
  if (acte === 'espaces') {
    const espaces = espacesCoches(saisies);
    const mode = lireMode(saisies['mode']);
    if (espaces.length === 0) erreurs.push('espaceManquant');
    if (mode === null) erreurs.push('mode');
    if (mode === null || erreurs.length > 0) return { erreurs };
    return { acte: { acte, motif: null, espaces, mode } };
  }
  if (acte !== 'periode') {
    const motif = acte === 'reprise' ? null : lecteur.motif({ requis: acte === 'detachement' });
    return erreurs.length > 0 ? { erreurs } : { acte: { acte, motif } };
  }
  const dateDebut = lecteur.jour('dateDebut');
  const dateFin = lireFin(lecteur, saisies);
  const motif = lecteur.motif();
  if (dateDebut !== null && dateFin !== null && dateFin < dateDebut) erreurs.push('finAvantDebut');
  return erreurs.length > 0 ? { erreurs } : { acte: { acte, motif, dateDebut, dateFin } };
}

// A last day, or the box « Sans date de fin »: nobody loses their ends by a field left empty.
function lireFin(lecteur: Lecteur, saisies: Saisies): string | null {
  const sansFin = saisies['sansFin'] === 'oui';
  if (sansFin && (saisies['dateFin'] ?? '').trim() === '') return null;
  const dateFin = lecteur.jour('dateFin', { siVide: 'finAChoisir' });
  if (sansFin && dateFin !== null) lecteur.erreurs.push('finAChoisir');
  return dateFin;
}
