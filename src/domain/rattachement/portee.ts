// What a line of a rattachement covers, and when: a scope and a period of civil days (model §1,
// §2).
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
 * The period of a line once a further one is granted on the same scope: both together, with the
 * days between where they are apart, for a grant takes no day away; the new one alone where the old
 * one was over or suspended.
 */
export function reunirPeriodes(
  ancienne: Periode & Pick<LignePortee, 'statut'>,
  nouvelle: Periode,
  jour: string,
): Periode {
  const finie = ancienne.dateFin !== null && ancienne.dateFin < jour;
  const avant = ancienne.dateFin !== null && ancienne.dateFin < nouvelle.dateDebut;
  if (ancienne.statut === 'DESACTIVEE' || (finie && avant)) return nouvelle;
  const fins = [ancienne.dateFin, nouvelle.dateFin].filter((fin) => fin !== null);
  const [dateDebut = nouvelle.dateDebut] = [ancienne.dateDebut, nouvelle.dateDebut].toSorted();
  return { dateDebut, dateFin: fins.length < 2 ? null : (fins.toSorted().at(-1) ?? null) };
}
