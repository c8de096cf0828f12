// What every long list reads from its address (screens §6): the page, and how many rows it shows.
import { type PageVoulue, pageMontree } from '../../platform/postgres/pages.ts';

/** How many rows a page may show; the first one by default (guide p.10). */
export const TAILLES = [5, 10, 20, 50] as const;

const PAGE_MAX = 1_000_000;

/** The page that the address asks for; anything else than a number of ours counts as none. */
export function lirePageVoulue(query: unknown, parDefaut: number = TAILLES[0]): PageVoulue {
  const { page, lignes } = query as { page?: unknown; lignes?: unknown };
  const numero = Number(page);
  const taille = TAILLES.find((t) => String(t) === lignes) ?? parDefaut;
  const valable = Number.isInteger(numero) && numero >= 1 && numero <= PAGE_MAX;
  return { page: valable ? numero : 1, parPage: taille };
}

/** One value of the address, if it is a text of a reasonable length. */
export function lireTexte(query: unknown, nom: string, longueurMax = 200): string {
  const valeur = (query as Record<string, unknown>)[nom];
  const texte = typeof valeur === 'string' ? valeur : '';
  return texte.toWellFormed().replaceAll('\0', '').slice(0, longueurMax).trim();
}

/** An address with these parameters; empty ones are left out. */
export function adresseAvec(
  chemin: string,
  parametres: Record<string, string | number | null | undefined>,
): string {
  const suite = new URLSearchParams();
  for (const [nom, valeur] of Object.entries(parametres)) {
    if (valeur != null && valeur !== '') suite.append(nom, String(valeur));
  }
  return suite.size === 0 ? chemin : `${chemin}?${suite}`;
}

/** What the components of a list's foot need to know. */
export type Etendue = { page: number; pages: number; debut: number; fin: number; total: number };

/** Which rows of a list are shown. */
export function etendueDe(voulue: PageVoulue, total: number, nombre: number): Etendue {
  const { page, pages } = pageMontree(voulue, total);
  const debut = (page - 1) * voulue.parPage + 1;
  return { page, pages, debut, fin: debut + nombre - 1, total };
}
