// What the address of the list says (screens §8): letters to look for, order, page.
import { adresses } from '../../../domain/adresses.ts';
import { COLONNES_DE_TRI, type TriDesPieces } from '../../../domain/piece-jointe/piece-jointe.ts';
import type { FiltrePieces } from '../../../domain/piece-jointe/queries.ts';
import { adresseAvec, lirePageVoulue, lireTexte } from '../../commun/listes.ts';

const PIECES_PAR_PAGE = 10;
/** The newest first. */
const TRI_PAR_DEFAUT: TriDesPieces = { colonne: 'ajoutee', sens: 'decroissant' };

export function lireFiltre(query: unknown): FiltrePieces {
  const { tri, sens } = query as { tri?: unknown; sens?: unknown };
  const colonne = COLONNES_DE_TRI.find((connue) => connue === tri);
  return {
    texte: lireTexte(query, 'texte'),
    tri: colonne
      ? { colonne, sens: sens === 'decroissant' ? 'decroissant' : 'croissant' }
      : TRI_PAR_DEFAUT,
    ...lirePageVoulue(query, PIECES_PAR_PAGE),
  };
}

/** The address of the list under this filter. */
export function adresseListe({ texte, tri, page, parPage }: FiltrePieces): string {
  const parDefaut = tri.colonne === TRI_PAR_DEFAUT.colonne && tri.sens === TRI_PAR_DEFAUT.sens;
  return adresseAvec(adresses.piecesJointes, {
    texte,
    tri: parDefaut ? null : tri.colonne,
    sens: parDefaut ? null : tri.sens,
    lignes: parPage === PIECES_PAR_PAGE ? null : parPage,
    page: page === 1 ? null : page,
  });
}
