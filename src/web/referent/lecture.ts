// What the address of « Référent DGFiP » asks: a page of what waits, a name, the structures of a département.
import { adresses } from '../../domain/adresses.ts';
import type { FiltreDeFile } from '../../domain/demande/file.ts';
import type { PageVoulue } from '../../platform/postgres/pages.ts';
import { adresseAvec, lirePageVoulue, lireTexte } from '../commun/listes.ts';

const STRUCTURES_PAR_PAGE = 20;
const DEMANDES_PAR_PAGE = 20;
const DEPARTEMENT = /^(\d{2,3}|2[AB])$/;

/** What the address of the page asks. */
export type LectureDuReferent = {
  filtre: FiltreDeFile;
  /** As it was typed: a code, {@link SANS_DEPARTEMENT}, '' for none. */
  departement: string;
  /** Which structures are shown; null: none were asked. */
  structures: (PageVoulue & { departement: string | null }) | null;
};

/** What stands for « no département » in the address. */
export const SANS_DEPARTEMENT = 'SANS';

/** What the address asks of both lists, each with its pages. */
export function lireLecture(query: unknown): LectureDuReferent {
  const { demandes } = query as { demandes?: unknown };
  const filtre: FiltreDeFile = {
    ...{ structureId: null, nature: null, ageJours: null, tri: 'ancien' },
    texte: lireTexte(query, 'texte'),
    ...lirePageVoulue({ page: demandes }, DEMANDES_PAR_PAGE),
  };
  const departement = lireTexte(query, 'departement', SANS_DEPARTEMENT.length).toUpperCase();
  const { page } = query as { page?: unknown };
  const voulue = lirePageVoulue({ page }, STRUCTURES_PAR_PAGE);
  if (departement === SANS_DEPARTEMENT)
    return { filtre, departement, structures: { ...voulue, departement: null } };
  const connu = DEPARTEMENT.test(departement);
  return { filtre, departement, structures: connu ? { ...voulue, departement } : null };
}

/** The same page with another part of it changed. */
export function adresseDuReferent(
  { filtre, departement, structures }: LectureDuReferent,
  change: { demandes?: number; departement?: string; page?: number },
): string {
  const lus = { demandes: filtre.page, departement, page: structures?.page ?? 1, ...change };
  const rang = (page: number) => (page === 1 ? null : page);
  return adresseAvec(adresses.referent, {
    texte: filtre.texte,
    departement: lus.departement,
    demandes: rang(lus.demandes),
    page: rang(lus.page),
  });
}
