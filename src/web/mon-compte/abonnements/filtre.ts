// What narrows « Mes abonnements » (screens §7), from the address and back.
import { ETATS_D_ABONNEMENT, type FiltreDAbonnements } from '../../../domain/abonnement/liste.ts';
import { adresses } from '../../../domain/adresses.ts';
import { adresseAvec, lirePageVoulue, lireTexte } from '../../commun/listes.ts';

const PAR_PAGE = 20;

/** The filter that an address asks for; what is not ours counts as none. */
export function lireFiltre(query: unknown): FiltreDAbonnements {
  const { etat } = query as { etat?: unknown };
  return {
    texte: lireTexte(query, 'texte'),
    etat: ETATS_D_ABONNEMENT.find((connu) => connu === etat) ?? null,
    ...lirePageVoulue(query, PAR_PAGE),
  };
}

/** The address of the list so narrowed. */
export function adresseDeListe({ texte, etat, page, parPage }: FiltreDAbonnements): string {
  return adresseAvec(adresses.abonnements, {
    texte,
    etat,
    lignes: parPage === PAR_PAGE ? null : parPage,
    page: page === 1 ? null : page,
  });
}

/** True when something narrows the list. */
export function estFiltre({ texte, etat }: FiltreDAbonnements): boolean {
  return texte !== '' || etat !== null;
}
