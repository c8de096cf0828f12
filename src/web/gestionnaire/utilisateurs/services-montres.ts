// The services that a form offers to tick: the open ones, by code; a search shows the others.
import type { ServiceLu } from '../../../domain/structure/fiche.ts';
import { servicesDe } from '../../../domain/structure/queries-fiche.ts';
import type { PageLue } from '../../../platform/postgres/pages.ts';
import type { WebContext } from '../../commun/contexte.ts';
import { lireTexte } from '../../commun/listes.ts';
import type { Formulaire } from './form.ts';

const SERVICES_MONTRES = 50;

/** Those that the search of the form finds. */
export function servicesMontres(
  { sql }: WebContext,
  structureId: number,
  { saisies }: Formulaire,
  jour: string,
): Promise<PageLue<ServiceLu>> {
  const texte = lireTexte(saisies, 'recherche');
  const page = { texte, ouvertsLe: jour, page: 1, parPage: SERVICES_MONTRES };
  return servicesDe(sql, structureId, page);
}
