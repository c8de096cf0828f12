// What narrows the history of a structure, as its address says it: acts, a person, a period.
import { jourSaisi } from '../../../domain/demande/valeurs.ts';
import {
  actesDe,
  FAMILLES_D_ACTES,
  type FamilleDeStructure,
  type FiltreDHistorique,
} from '../../../domain/journal/historique.ts';
import { ACTES_JOURNALISES, type ActeJournalise } from '../../../domain/journal/journal.ts';
import { lireTexte } from '../../commun/listes.ts';

/** What is typed in the filter. */
export type SaisieDuFiltre = { quoi: string; personne: string; du: string; au: string };
type ErreurDeFiltre = { champ: 'du' | 'au'; motif: 'du' | 'au' | 'ordre' };

export type LectureDuFiltre = {
  saisie: SaisieDuFiltre;
  filtre: FiltreDHistorique;
  erreurs: ErreurDeFiltre[];
};

const PERSONNE_MAX = 100;
const JOUR_MAX = 20;

/** Reads the filter; a date that is none is told, and narrows nothing. */
export function lireFiltre(query: unknown): LectureDuFiltre {
  const saisie: SaisieDuFiltre = {
    quoi: lireTexte(query, 'quoi'),
    personne: lireTexte(query, 'personne', PERSONNE_MAX),
    du: lireTexte(query, 'du', JOUR_MAX),
    au: lireTexte(query, 'au', JOUR_MAX),
  };
  const erreurs: ErreurDeFiltre[] = [];
  const jour = (champ: 'du' | 'au'): string | null => {
    if (saisie[champ] === '') return null;
    const lu = jourSaisi.safeParse(saisie[champ]);
    if (lu.success) return lu.data;
    erreurs.push({ champ, motif: champ });
    return null;
  };
  const [du, au] = [jour('du'), jour('au')];
  if (du !== null && au !== null && au < du) erreurs.push({ champ: 'au', motif: 'ordre' });
  const { personne, quoi } = saisie;
  return { saisie, filtre: { actes: actesVoulus(quoi), personne, du, au }, erreurs };
}

// A family, an act, or anything else: all.
function actesVoulus(quoi: string): ActeJournalise[] {
  if (FAMILLES_D_ACTES.includes(quoi as FamilleDeStructure))
    return actesDe(quoi as FamilleDeStructure);
  return ACTES_JOURNALISES.filter((acte) => acte === quoi);
}

/** True when the reader asked for less than everything. */
export function filtre({ quoi, personne, du, au }: SaisieDuFiltre): boolean {
  return quoi !== '' || personne !== '' || du !== '' || au !== '';
}
