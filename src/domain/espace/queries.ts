// SQL of the espaces that an account holds, by default or granted, on a civil day.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { AbonnementParDefaut } from './espace.ts';

const LIMITE = 500;

/**
 * Default rights line by line (model §4): invoices on each active line's scope, the manager's activities on
 * each structure that the account manages, « Mon compte » always.
 */
export async function abonnementsParDefaut(
  sql: Connection,
  compteId: number,
  jour: string,
): Promise<AbonnementParDefaut[]> {
  return sql<AbonnementParDefaut[]>`
    with tenus as (
      select distinct p.structure_id, p.service_id, p.gestion
      from portees_actives(${compteId}, ${jour}) p
    )
    select code, libelle_fr, libelle_en, identifiant, designation, service
    from (
      select e.code, e.libelle_fr, e.libelle_en, e.ordre, s.id, s.identifiant, s.designation,
        (select v.libelle from service v where v.id = t.service_id) as service
      from tenus t
      join espace e
        on e.par_defaut and e.code <> 'MON_COMPTE' and (e.pour = 'GESTIONNAIRES') = t.gestion
      join structure s on s.id = t.structure_id
      union all
      select code, libelle_fr, libelle_en, ordre, null, null, null, null
      from espace where code = 'MON_COMPTE'
    ) tous
    order by sans_accent(designation) nulls first, id, sans_accent(service) nulls first, ordre
    limit ${LIMITE}`;
}
