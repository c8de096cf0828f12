// SQL of pending lines that can no longer be granted (model §2): what they asked was closed.
import type { Connection } from '../../platform/postgres/sql.ts';

/** A request that lost lines. */
export type DemandeTouchee = {
  id: number;
  compteId: number;
  structureId: number;
  /** It has no pending line left: it is over. */
  terminee: boolean;
};

/** Lets pending lines expire, and the requests that they leave without any, each with its step. */
export async function expirerLignes(
  tx: Connection,
  ligneIds: number[],
  instant: Date,
): Promise<DemandeTouchee[]> {
  if (ligneIds.length === 0) return [];
  const touchees = await tx<{ id: number }[]>`
    select id from demande
    where id in (select demande_id from demande_ligne where id = any (${ligneIds}::bigint[]))
    order by id for update`;
  await tx`
    update demande_ligne set etat = 'EXPIREE'
    where id = any (${ligneIds}::bigint[]) and etat = 'EN_COURS_DE_VALIDATION'`;
  const ids = touchees.map(({ id }) => id);
  return tx<DemandeTouchee[]>`
    with finies as (
      update demande d set etat = 'EXPIREE', terminee_le = ${instant}, version = d.version + 1
      where d.id = any (${ids}::bigint[]) and d.etat = 'EN_COURS_DE_VALIDATION' and not exists (
        select from demande_ligne l
        where l.demande_id = d.id and l.etat = 'EN_COURS_DE_VALIDATION')
      returning d.id
    ), etapes as (
      insert into demande_etape (demande_id, quoi, instant)
      select id, 'EXPIREE', ${instant} from finies
    )
    select d.id, d.compte_id, d.structure_id, exists (
      select from finies f where f.id = d.id) as terminee
    from demande d where d.id = any (${ids}::bigint[]) and d.compte_id is not null
    order by d.id`;
}
