// SQL of the notices that go out 30 and 7 days before a rattachement ends (issue of the rattachements, model §2).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';

/** The notices, furthest first: days before the end. */
const PREAVIS_JOURS = [30, 7] as const;
const [LOIN, PROCHE] = PREAVIS_JOURS;

/** A line whose end is to be told today. */
export type LigneAPrevenir = {
  id: number;
  structureId: number;
  structure: string;
  service: string | null;
  dateFin: string;
};

// Told once for each notice; one whose day was past when the line was made has nothing to tell.
function aPrevenir(sql: Connection, jour: string) {
  const preavis = sql`case when l.date_fin - ${jour}::date <= ${PROCHE} then ${PROCHE}::int else ${LOIN}::int end`;
  return sql`l.statut = 'VALIDEE' and r.supprime_le is null
    and l.date_fin between ${jour}::date and ${jour}::date + ${LOIN}::int
    and coalesce(l.fin_annoncee_jours, 1000) > ${preavis}
    and (l.cree_le at time zone 'Europe/Paris')::date <= l.date_fin - ${preavis}`;
}

/** The active accounts that have something to be told, at most so many. */
export async function comptesAPrevenir(
  sql: Connection,
  jour: string,
  limite: number,
): Promise<number[]> {
  const rows = await sql<{ compteId: number }[]>`
    select distinct r.compte_id
    from rattachement_ligne l
    join rattachement r on r.id = l.rattachement_id
    join compte c on c.id = r.compte_id and c.etat = 'ACTIF'
    where ${aPrevenir(sql, jour)}
    limit ${limite}`;
  return rows.map(({ compteId }) => compteId);
}

/** Claims the lines to tell to an account that the caller holds locked: marked as told, by end. */
export async function reclamerLignesAPrevenir(
  tx: Transaction,
  compteId: number,
  jour: string,
): Promise<LigneAPrevenir[]> {
  return tx<LigneAPrevenir[]>`
    with dues as (
      select l.id from rattachement r
      join rattachement_ligne l on l.rattachement_id = r.id
      where r.compte_id = ${compteId} and ${aPrevenir(tx, jour)}
      order by l.id
      for update of l
    ), dites as (
      update rattachement_ligne l
      set fin_annoncee_jours = case when l.date_fin - ${jour}::date <= ${PROCHE} then ${PROCHE}::int
        else ${LOIN}::int end
      from dues where dues.id = l.id
      returning l.id, l.structure_id, l.service_id, l.date_fin
    )
    select d.id, d.structure_id, s.designation as structure, v.libelle as service, d.date_fin
    from dites d
    join structure s on s.id = d.structure_id
    left join service v on v.id = d.service_id
    order by d.date_fin, s.tri, v.libelle, d.id`;
}
