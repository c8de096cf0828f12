// SQL of the rattachements of an account.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { LigneAffichee } from './rattachement.ts';

/** The live lines of an account, by structure then service; at most `limite`. */
export async function rattachementsDuCompte(
  sql: Connection,
  compteId: number,
  limite: number,
): Promise<LigneAffichee[]> {
  return sql<LigneAffichee[]>`
    select l.id, r.role, s.type_identifiant, s.identifiant, s.designation, v.libelle as service,
      l.date_debut, l.date_fin, l.statut
    from rattachement r
    join rattachement_ligne l on l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
    join structure s on s.id = r.structure_id
    left join service v on v.id = l.service_id
    where r.compte_id = ${compteId} and r.supprime_le is null
    order by sans_accent(s.designation), s.id, sans_accent(v.libelle) nulls first
    limit ${limite}`;
}
