// What a line of a rattachement covers, and when: a scope and a period of civil days (model §1, §2).
import type { StatutLigne } from './rattachement.ts';

/** A service's id, or null for the whole structure. */
export type Portee = number | null;
/** Civil days, both included; no end: for good. */
export type Periode = { dateDebut: string; dateFin: string | null };
export type LignePortee = Periode & { portee: Portee; statut: Exclude<StatutLigne, 'SUPPRIMEE'> };

/** True when a line already gives a scope for the whole of a period. */
export function couvre(
  ligne: LignePortee,
  portee: Portee,
  { dateDebut, dateFin }: Periode,
): boolean {
  return (
    ligne.statut === 'VALIDEE' &&
    (ligne.portee === null || ligne.portee === portee) &&
    ligne.dateDebut <= dateDebut &&
    (ligne.dateFin === null || (dateFin !== null && dateFin <= ligne.dateFin))
  );
}

/**
 * The period of a line once a further one is granted on the same scope: both together where they
 * touch, the new one alone where the old one is over, suspended, or apart.
 */
export function reunirPeriodes(
  ancienne: Periode & Pick<LignePortee, 'statut'>,
  nouvelle: Periode,
): Periode {
  const finit = (periode: Periode, avant: string) =>
    periode.dateFin !== null && periode.dateFin < avant;
  const separees = finit(ancienne, nouvelle.dateDebut) || finit(nouvelle, ancienne.dateDebut);
  if (ancienne.statut === 'DESACTIVEE' || separees) return nouvelle;
  const fins = [ancienne.dateFin, nouvelle.dateFin].filter((fin) => fin !== null);
  const [dateDebut = nouvelle.dateDebut] = [ancienne.dateDebut, nouvelle.dateDebut].toSorted();
  return { dateDebut, dateFin: fins.length < 2 ? null : (fins.toSorted().at(-1) ?? null) };
}
