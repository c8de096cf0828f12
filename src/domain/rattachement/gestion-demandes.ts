// Whether an act of a manager gave somebody what a pending request of theirs asks (model §2).
import type { LigneDeDroit } from '../demande/acceptation.ts';
import { couvre, type LignePortee } from './portee.ts';

/**
 * What a request was given once all it asks is covered from that day on, scope by scope; null while
 * something of it is missing: a scope, a day, or rights that are suspended. Days that are past are
 * worth nothing: a line that began since then serves it, and says when.
 */
export function servie(
  demandees: LigneDeDroit[],
  lignes: LignePortee[],
  jour: string,
): { lignes: LigneDeDroit[]; reduite: boolean } | null {
  const donnees = demandees.flatMap((demandee) => donnee(demandee, lignes, jour) ?? []);
  if (demandees.length === 0 || donnees.length < demandees.length) return null;
  const reduite = donnees.some(({ dateDebut }, n) => dateDebut !== demandees[n]?.dateDebut);
  return { lignes: donnees, reduite };
}

function donnee(
  { portee, dateDebut, dateFin }: LigneDeDroit,
  lignes: LignePortee[],
  jour: string,
): LigneDeDroit | null {
  if (dateFin !== null && dateFin < jour) return null;
  const reste = { dateDebut: dateDebut > jour ? dateDebut : jour, dateFin };
  const debuts = lignes
    .filter((ligne) => couvre(ligne, portee, reste))
    .map((ligne) => ligne.dateDebut);
  const [premier] = debuts.toSorted();
  if (premier === undefined) return null;
  return { portee, dateDebut: premier > dateDebut ? premier : dateDebut, dateFin };
}
