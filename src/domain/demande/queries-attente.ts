// SQL of what waits for a manager or a référent, in a few numbers: for the home page and theirs (screens §4, §9).
import type { Connection } from '../../platform/postgres/sql.ts';
import {
  borner,
  type CompteDesDemandes,
  DEMANDES_COMPTEES_MAX,
  type NombreDeDemandes,
} from './file.ts';
import { aDecider, gerees, monteeVersMoi, NATURES_MONTEES } from './queries-file-colonnes.ts';

const BORNE = DEMANDES_COMPTEES_MAX + 1;

/** How many requests wait for a manager, since when the oldest, on how many structures. */
export async function compteDesDemandes(
  sql: Connection,
  compteId: number,
  jour: string,
): Promise<CompteDesDemandes> {
  const enAttente = (limite: number) => sql`
    select d.demandee_le from gerees g
    cross join lateral (
      select d.demandee_le from demande d
      where d.structure_id = g.structure_id and ${aDecider(sql, compteId)}
      order by d.demandee_le, d.id
      limit ${limite}
    ) d`;
  const [row] = await sql<{ total: number; depuis: Date | null; structures: number }[]>`
    with gerees as materialized (${gerees(sql, compteId, null, jour)})
    select (select count(*)::int from gerees) as structures,
      (select count(*)::int from (${enAttente(BORNE)} limit ${BORNE}) d) as total,
      (select min(d.demandee_le) from (${enAttente(1)}) d) as depuis`;
  if (!row) throw new Error('a select without a table gives one row');
  const { total, depuis, structures } = row;
  return { ...borner(total), depuis, structures };
}

/** How many requests wait for a référent, since when the oldest: those of their list. */
export async function compteDesMontees(
  sql: Connection,
  compteId: number,
): Promise<NombreDeDemandes> {
  const [row] = await sql<{ total: number; depuis: Date | null }[]>`
    with moi as materialized (
      select id, referent_national, referent_departements from compte
      where id = ${compteId} and etat = 'ACTIF'
    )
    select count(*)::int as total, min(d.demandee_le) as depuis from demande d
    where ${monteeVersMoi(sql)} and exists (select from moi)
      and ${aDecider(sql, compteId, NATURES_MONTEES)}`;
  if (!row) throw new Error('a count gives one row');
  return { ...borner(row.total), depuis: row.depuis };
}
