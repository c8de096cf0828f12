// The pages of a list that is read from one of its rows on, newest first: no rank, no total, whatever its length.
import type { Depuis } from '../../platform/postgres/pages.ts';
import { lireIdentifiant } from './identifiant.ts';

/** The rows of a page; the row from which the next one goes on, on each side; null: there is none. */
export type PageBornee<T> = { lignes: T[]; plusAnciens: number | null; plusRecents: number | null };

/** From which row on the address asks to read. */
export function lireDepuis(query: unknown): Depuis {
  const { avant, apres } = query as { avant?: unknown; apres?: unknown };
  const [ancien, recent] = [lireIdentifiant(avant), lireIdentifiant(apres)];
  if (ancien !== null) return { avant: ancien };
  return recent === null ? null : { apres: recent };
}

/** Reads a page; one row more than it holds is read, to know whether there is a next one. */
export async function lirePageBornee<T extends { id: number }>(
  lire: (depuis: Depuis, nombre: number) => Promise<T[]>,
  depuis: Depuis,
  parPage: number,
): Promise<PageBornee<T>> {
  const lues = await lire(depuis, parPage + 1);
  const reste = lues.length > parPage;
  if (depuis !== null && 'apres' in depuis) {
    // Less than a page above: the newest page, whole, shows them with what follows.
    if (lues.length < parPage) return lirePageBornee(lire, null, parPage);
    if (!reste) return { lignes: lues, ...bornes(lues, true, false) };
    const lignes = lues.slice(1);
    return { lignes, ...bornes(lignes, true, true) };
  }
  const lignes = lues.slice(0, parPage);
  return { lignes, ...bornes(lignes, reste, depuis !== null) };
}

function bornes(lignes: { id: number }[], anciens: boolean, recents: boolean) {
  return {
    plusAnciens: anciens ? (lignes.at(-1)?.id ?? null) : null,
    plusRecents: recents ? (lignes[0]?.id ?? null) : null,
  };
}
