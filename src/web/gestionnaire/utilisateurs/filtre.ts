// The address of the list of people: search, filters, page (screens §9).
import { adresseGestion } from '../../../domain/adresses.ts';
import { ETATS_AFFICHES, ROLES } from '../../../domain/rattachement/rattachement.ts';
import type { FiltreUtilisateurs } from '../../../domain/rattachement/utilisateurs.ts';
import type { PageVoulue } from '../../../platform/postgres/pages.ts';
import { adresseAvec, lirePageVoulue, lireTexte } from '../../commun/listes.ts';

export type ListeVoulue = FiltreUtilisateurs & PageVoulue;

const PAR_PAGE = 20;

/** What the address asks for; what is not ours counts as nothing. */
export function lireListe(query: unknown): ListeVoulue {
  const { role, etat } = query as { role?: unknown; etat?: unknown };
  return {
    texte: lireTexte(query, 'texte', 100),
    role: ROLES.find((connu) => connu === role) ?? null,
    etat: ETATS_AFFICHES.find((connu) => connu === etat) ?? null,
    ...lirePageVoulue(query, PAR_PAGE),
  };
}

/** The filter as an address holds it, for the list, its exports, an act on all of it. */
export function parametresDe({ texte, role, etat }: FiltreUtilisateurs) {
  return { texte, role, etat };
}

/** True when it narrows anything. */
export function estFiltree({ texte, role, etat }: FiltreUtilisateurs): boolean {
  return texte !== '' || role !== null || etat !== null;
}

/** The address of a page of the list. */
export function adresseListe(structureId: number, voulue: ListeVoulue): string {
  const { page, parPage } = voulue;
  return adresseAvec(adresseGestion(structureId, 'utilisateurs'), {
    ...parametresDe(voulue),
    lignes: parPage === PAR_PAGE ? null : parPage,
    page: page === 1 ? null : page,
  });
}
