// Reads the fil d'événements (screens §4): what is addressed to an account, and to the holders of a
// right that it has now.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { EvenementDuFil } from './fil.ts';
import { colonnesDEvenement } from './queries.ts';
import { clesDuFil, type Lecture, ordreDe } from './queries-fil-cles.ts';

/** The events that an account may read, newest first: the nearest to where the reading starts. */
export async function evenementsDuCompte(
  sql: Connection,
  compteId: number,
  lecture: Lecture,
  jour: string,
  instant: Date,
): Promise<EvenementDuFil[]> {
  return sql<EvenementDuFil[]>`
    with recursive ${clesDuFil(sql, { compteId, jour, instant }, lecture)}
    select ${colonnesDEvenement(sql)}, e.id <= c.evenements_lus_jusqu_a as lu
    from (
      select id, recu_le from fil
      order by id ${ordreDe(sql, lecture.depuis)} limit ${lecture.nombre}::int
    ) f
    join evenement e on e.id = f.id and e.recu_le = f.recu_le
    join compte c on c.id = ${compteId}
    order by e.id desc`;
}

/** The newest events of an account, and how many it has not read: counted up to `compter`. */
export async function nouvellesDuCompte(
  sql: Connection,
  compteId: number,
  { nombre, compter }: { nombre: number; compter: number },
  jour: string,
  instant: Date,
): Promise<{ evenements: EvenementDuFil[]; nonLus: number }> {
  const lecture = { famille: null, structureId: null, depuis: null, nombre: compter };
  const rows = await sql<(EvenementDuFil & { nonLus: number })[]>`
    with recursive ${clesDuFil(sql, { compteId, jour, instant }, lecture)},
    recents as materialized (select id, recu_le from fil order by id desc limit ${compter}::int)
    select ${colonnesDEvenement(sql)}, e.id <= c.evenements_lus_jusqu_a as lu,
      (select count(*)::int from recents where id > c.evenements_lus_jusqu_a) as non_lus
    from (select id, recu_le from recents order by id desc limit ${nombre}::int) f
    join evenement e on e.id = f.id and e.recu_le = f.recu_le
    join compte c on c.id = ${compteId}
    order by e.id desc`;
  const evenements = rows.map(({ nonLus: _, ...evenement }) => evenement);
  return { evenements, nonLus: rows[0]?.nonLus ?? 0 };
}

/**
 * The structures that an account may ask the feed for: those it is attached to, or stands in for.
 */
export async function structuresDuFil(
  sql: Connection,
  compteId: number,
  jour: string,
  limite: number,
): Promise<{ id: number; designation: string }[]> {
  return sql<{ id: number; designation: string }[]>`
    select s.id, s.designation from (
      select structure_id from rattachement where compte_id = ${compteId} and supprime_le is null
      union
      select structure_id from delegation
      where compte_id = ${compteId} and terminee_le is null and date_debut <= ${jour} and date_fin >= ${jour}
    ) t join structure s on s.id = t.structure_id
    order by sans_accent(s.designation), s.id limit ${limite}`;
}

/**
 * Marks as read what comes up to this event; what was read stays so. Only an event of the past can
 * be named: an invented number marks what there is.
 */
export async function marquerLus(
  sql: Connection,
  compteId: number,
  jusqua: number,
  instant: Date,
): Promise<void> {
  await sql`
    update compte set evenements_lus_jusqu_a = greatest(evenements_lus_jusqu_a, least(${jusqua}::bigint,
      coalesce((select max(id) from evenement where recu_le <= ${instant}), 0)))
    where id = ${compteId} and evenements_lus_jusqu_a < ${jusqua}`;
}
