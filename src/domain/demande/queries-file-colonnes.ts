// SQL that the queue of requests and the count of it share: which wait for whom, what a row of it shows.
import type { PendingQuery, Row } from 'postgres';
import type { Connection } from '../../platform/postgres/sql.ts';
import { NATURES_A_DECIDER } from './file.ts';

export type Fragment = PendingQuery<Row[]>;

/** The lines of a request that a row of the queue names. */
const LIGNES_MONTREES = 4;

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
  compteId: number,
  natures: readonly string[] = NATURES_A_DECIDER,
): Fragment {
  return sql`d.etat = 'EN_COURS_DE_VALIDATION' and d.nature = any (${natures as string[]})
    and d.compte_id <> ${compteId}`;
}

/** What a row shows of request `d`, once {@link jointuresDeFile} are there. */
export function colonnesDeFile(sql: Connection): Fragment {
  return sql`d.id, d.nature, d.structure_id, s.identifiant, s.designation,
    c.prenom || ' ' || c.nom as demandeur, c.identifiant_connexion, r.role, d.demandee_le,
    d.escaladee_le, d.commentaire,
    (select coalesce(json_agg(json_build_object('service', l.libelle, 'dateDebut', l.date_debut,
        'dateFin', l.date_fin) order by l.id), '[]')
      from (
        select l.id, v.libelle, l.date_debut, l.date_fin
        from demande_ligne l left join service v on v.id = l.service_id
        where l.demande_id = d.id order by l.id limit ${LIGNES_MONTREES}
      ) l) as lignes,
    (select count(*)::int from demande_ligne l where l.demande_id = d.id) as nombre_de_lignes`;
}

/** From the ids `p` to the request, its structure, its author and what they are there already. */
export function jointuresDeFile(sql: Connection): Fragment {
  return sql`
    join demande d on d.id = p.id
    join structure s on s.id = d.structure_id
    join compte c on c.id = d.compte_id
    left join rattachement r on r.compte_id = d.compte_id and r.structure_id = d.structure_id
      and r.supprime_le is null`;
}
