// SQL that the queue of requests and the count of it share: which wait for whom, what a row of it shows.
import type { PendingQuery, Row } from 'postgres';
import type { Connection } from '../../platform/postgres/sql.ts';
import { NATURES_A_DECIDER } from './file.ts';

export type Fragment = PendingQuery<Row[]>;

/** The structures that the account manages that day; one of them when it is named. */
export function gerees(
  sql: Connection,
  compteId: number,
  structureId: number | null,
  jour: string,
): Fragment {
  return sql`
    select s.id as structure_id, s.tri as tri_structure from structure s
    where s.id in (
        select p.structure_id from portees_actives(${compteId}, ${jour}) p where p.gestion)
      and (${structureId}::bigint is null or s.id = ${structureId})`;
}

/** Request `d` waits, and for somebody else than its author: nobody decides on their own (model §3). */
export function aDecider(
  sql: Connection,
  compteId: number | Fragment,
  natures: readonly string[] = NATURES_A_DECIDER,
): Fragment {
  return sql`d.etat = 'EN_COURS_DE_VALIDATION' and d.nature = any (${[...natures]})
    and d.compte_id <> ${compteId}`;
}

/** What goes up to the référents: take-overs are theirs from the start (model §3). */
export const NATURES_MONTEES = [...NATURES_A_DECIDER, 'REPRISE'] as const;

/**
 * Request `d` went up to the référent whom the CTE `moi` holds, of their départements, never on a structure that they
 * are attached to (model §3). Both lists of structures are read once: nothing in them depends on `d`.
 */
export function monteeVersMoi(sql: Connection): Fragment {
  return sql`d.escaladee_le is not null
    and ((select referent_national from moi) or d.structure_id in (
      select id from structure
      where departement = any (array (select unnest(referent_departements) from moi))))
    and d.structure_id not in (
      select structure_id from rattachement
      where compte_id = (select id from moi) and supprime_le is null)`;
}

/**
 * The CTEs of what the rows of `page` (id, compte_id, structure_id, rang) show: each table is read
 * once for all of them, by the sorted ids, and not once a row. Of a request, which may have hundreds
 * of lines, the first four: the index holds no other, and takes this number as it is written here.
 */
export function detailsDeLaPage(sql: Connection): Fragment {
  return sql`
    demandes as materialized (
      select * from demande where id = any (array (select id from page))
    ), personnes as materialized (
      select id, prenom || ' ' || nom as nom, identifiant_connexion from compte
      where id = any (array (select compte_id from page))
    ), structures as materialized (
      select id, identifiant, designation from structure
      where id = any (array (select structure_id from page))
    ), roles as materialized (
      select compte_id, structure_id, role from rattachement
      where compte_id = any (array (select compte_id from page)) and supprime_le is null
    ), montrees as materialized (
      select id, demande_id, service_id, espace_id, mode, date_debut, date_fin
      from demande_ligne
      where demande_id = any (array (select id from page)) and rang <= 4
    ), services as materialized (
      select id, libelle from service where id = any (array (select service_id from montrees))
    ), contenus as (
      select l.demande_id,
        json_agg(json_build_object('service', v.libelle, 'dateDebut', l.date_debut,
          'dateFin', l.date_fin, 'mode', l.mode, 'espace', case when e.id is not null then
            json_build_object('code', e.code, 'libelleFr', e.libelle_fr, 'libelleEn', e.libelle_en)
          end) order by l.id) as lignes
      from montrees l left join services v on v.id = l.service_id
        left join espace e on e.id = l.espace_id
      group by l.demande_id
    )`;
}

/** The columns of a row, from {@link detailsDeLaPage}. */
export function colonnesDeFile(sql: Connection): Fragment {
  return sql`d.id, d.nature, d.structure_id, s.identifiant, s.designation, c.nom as demandeur,
    c.identifiant_connexion, r.role, d.demandee_le, d.escaladee_le, d.commentaire,
    coalesce(l.lignes, '[]') as lignes, d.nombre_de_lignes`;
}

/** From `page` to its details. */
export function jointuresDeFile(sql: Connection): Fragment {
  return sql`page p
    join demandes d on d.id = p.id
    join structures s on s.id = p.structure_id
    join personnes c on c.id = p.compte_id
    left join roles r on r.compte_id = p.compte_id and r.structure_id = p.structure_id
    left join contenus l on l.demande_id = p.id`;
}
