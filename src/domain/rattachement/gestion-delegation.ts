// A dated stand-in as gestionnaire secondaire, for holidays (model §2): what is refused.
import type { StatutStructure } from '../structure/structure.ts';
import { type Cible, donneDesDroits, type RefusDOctroi, refusDOctroi } from './gestion.ts';

export type PeriodeDeDelegation = { dateDebut: string; dateFin: string };

export type RefusDeDelegation =
  | RefusDOctroi
  | 'dejaGestionnaire'
  /** The person has no right on the structure when it begins. */
  | 'sansDroits'
  | 'finAvantDebut'
  | 'periodePassee'
  | 'delegationTropLongue'
  | 'delegationChevauche';

/** Decides a delegation: one year at most, to somebody who is attached and does not manage by role. */
export function decideDelegation(
  cible: Pick<Cible, 'role' | 'compteActif' | 'lignes' | 'delegations'>,
  { dateDebut, dateFin }: PeriodeDeDelegation,
  { jour, statutStructure }: { jour: string; statutStructure: StatutStructure },
): { kind: 'deleguer' | RefusDeDelegation } {
  const refus = refusDOctroi(statutStructure, cible.compteActif);
  if (refus) return { kind: refus };
  if (cible.role !== 'UTILISATEUR') return { kind: 'dejaGestionnaire' };
  if (dateFin < dateDebut) return { kind: 'finAvantDebut' };
  if (dateFin < jour) return { kind: 'periodePassee' };
  if (dateFin > unAnApres(dateDebut)) return { kind: 'delegationTropLongue' };
  const depuis = dateDebut > jour ? dateDebut : jour;
  if (!donneDesDroits(cible.lignes, depuis)) return { kind: 'sansDroits' };
  const chevauche = cible.delegations.some(
    (autre) => autre.dateDebut <= dateFin && dateDebut <= autre.dateFin,
  );
  return { kind: chevauche ? 'delegationChevauche' : 'deleguer' };
}

// 29 February of a year that has none sorts between the days around it.
function unAnApres(jour: string): string {
  return `${Number(jour.slice(0, 4)) + 1}${jour.slice(4)}`;
}
