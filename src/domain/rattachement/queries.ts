// SQL of the rattachements of an account, one row a structure (guide p.9).
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import { nommeeAinsi } from '../structure/queries-nom.ts';
import type { EtatAffiche, RattachementAffiche } from './rattachement.ts';

/** What narrows the list, and which page of it. */
export type FiltreRattachements = PageVoulue & {
  /** Words of the designation, or the beginning of the identifier; '' for all. */
  texte: string;
  etat: EtatAffiche | null;
};

/**
 * A page of the live rattachements of an account, by name of structure, with all their live lines;
 * the state of each is the best of its lines' on that day.
 */
export async function rattachementsDuCompte(
  sql: Connection,
  compteId: number,
  { texte, etat, ...page }: FiltreRattachements,
  jour: string,
): Promise<PageLue<RattachementAffiche>> {
  const rows = await sql<(RattachementAffiche & { total: number })[]>`
    with tous as (
      select r.id, r.role, r.structure_id, s.type_identifiant, s.identifiant, s.designation,
        s.statut as statut_structure, s.tri, lignes.etat, lignes.entiere, lignes.lignes
      from rattachement r
      join structure s on s.id = r.structure_id
      cross join lateral (
        select
          case min(e.rang) when 1 then 'VALIDEE' when 2 then 'A_VENIR' when 3 then 'EXPIREE'
            else 'DESACTIVEE' end as etat,
          coalesce(bool_or(e.rang = 1 and l.service_id is null), false) as entiere,
          coalesce(json_agg(json_build_object('service', v.libelle, 'dateDebut', l.date_debut,
            'dateFin', l.date_fin, 'statut', l.statut)
            order by plier(v.libelle) nulls first, l.id), '[]') as lignes
        from rattachement_ligne l
        left join service v on v.id = l.service_id
        cross join lateral (select case
          when l.statut = 'DESACTIVEE' then 4
          when l.date_debut > ${jour} then 2
          when l.date_fin < ${jour} then 3
          else 1 end as rang) e
        where l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
      ) lignes
      where r.compte_id = ${compteId} and r.supprime_le is null
        and ${nommeeAinsi(sql, texte)}
    ), retenus as (
      select * from tous where ${etat}::text is null or etat = ${etat}
    ), compte as (select count(*)::int as total from retenus)
    select t.id, t.role, t.structure_id, t.type_identifiant, t.identifiant, t.designation,
      t.statut_structure, t.etat, t.entiere, t.lignes, c.total
    from retenus t, compte c
    order by t.tri, t.structure_id
    limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from compte)`)}`;
  return lirePage<RattachementAffiche>(rows);
}
