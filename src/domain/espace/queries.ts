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
      select distinct p.structure_id, p.service_id, p.gestion from portees_actives(${compteId}, ${jour}) p
    )
    select e.code, e.libelle_fr, e.libelle_en, s.identifiant, s.designation, v.libelle as service,
      1 as rang, sans_accent(s.designation) as nom, sans_accent(v.libelle) as nom_service
    from espace e
    join tenus t on (e.pour = 'GESTIONNAIRES') = t.gestion
    join structure s on s.id = t.structure_id
    left join service v on v.id = t.service_id
    where e.par_defaut and e.code <> 'MON_COMPTE'
    union all
    select code, libelle_fr, libelle_en, null, null, null, 0, null, null
    from espace where code = 'MON_COMPTE'
    order by rang, nom, code, nom_service nulls first
    limit ${LIMITE}`;
}
