// SQL of the history of a structure: newest first, from a line on, by the index of the structure's lines.
import type { PendingQuery, Row } from 'postgres';
import type { Depuis } from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { FiltreDHistorique, LigneDHistorique } from './historique.ts';

const ZONE = 'Europe/Paris';

/**
 * Up to `nombre` lines of a structure's history, newest first whatever the direction of reading. Only these are joined
 * with the names that they mean.
 */
export async function historiqueDe(
  sql: Connection,
  structureId: number,
  filtre: FiltreDHistorique,
  depuis: Depuis,
  nombre: number,
): Promise<LigneDHistorique[]> {
  const remonte = depuis !== null && 'apres' in depuis;
  return sql<LigneDHistorique[]>`
    with ${personnes(sql, structureId, filtre)} page as (
      select * from journal j
      where j.structure_id = ${structureId} ${bornes(sql, depuis)} ${conditions(sql, filtre)}
      order by j.id ${remonte ? sql`asc` : sql`desc`}
      limit ${nombre}
    )
    select j.id, j.instant, j.acte, j.acteur_compte_id, a.prenom || ' ' || a.nom as acteur,
      j.en_qualite, j.compte_id, p.prenom || ' ' || p.nom as personne,
      -- Looked up for the few lines that are about one.
      (select v.libelle from service v where j.objet = 'service' and v.id = j.objet_id) as service,
      (select e.libelle_fr from espace e where j.objet = 'espace' and e.id = j.objet_id) as espace_fr,
      (select e.libelle_en from espace e where j.objet = 'espace' and e.id = j.objet_id) as espace_en,
      j.details
    from page j
    left join compte a on a.id = j.acteur_compte_id
    left join compte p on p.id = j.compte_id
    order by j.id desc`;
}

function bornes(sql: Connection, depuis: Depuis): PendingQuery<Row[]> {
  if (depuis === null) return sql``;
  return 'avant' in depuis ? sql`and j.id < ${depuis.avant}` : sql`and j.id > ${depuis.apres}`;
}

// The people of this journal whom the words name: each account is folded once, not once a line.
function personnes(sql: Connection, structureId: number, { personne }: FiltreDHistorique) {
  if (personne === '') return sql``;
  return sql`
    nommes as materialized (
      select c.id from (
        select acteur_compte_id as id from journal where structure_id = ${structureId}
        union
        select compte_id from journal where structure_id = ${structureId}
      ) presents
      join compte c on c.id = presents.id
      where not exists (
        select from unnest(mots_de(${personne})) mot
        where strpos(tri_de_personne(c.nom, c.prenom, c.identifiant_connexion), mot) = 0)
    ),`;
}

function conditions(sql: Connection, { actes, personne, du, au }: FiltreDHistorique) {
  return sql`
    ${actes.length > 0 ? sql`and j.acte = any (${[...actes]}::text[])` : sql``}
    ${
      personne === ''
        ? sql``
        : sql`and (j.acteur_compte_id in (select id from nommes)
          or j.compte_id in (select id from nommes))`
    }
    ${du === null ? sql`` : sql`and j.instant >= ${du}::date::timestamp at time zone ${ZONE}`}
    ${au === null ? sql`` : sql`and j.instant < (${au}::date + 1)::timestamp at time zone ${ZONE}`}`;
}
