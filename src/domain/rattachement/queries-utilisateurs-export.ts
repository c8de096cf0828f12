// SQL of the export of the people attached to a structure: a row a line, read by batches of ids (screens §9).
import type { Connection } from '../../platform/postgres/sql.ts';
import type { EtatCompte } from '../compte/compte.ts';
import type { Role, StatutLigne } from './rattachement.ts';

/** What one person may do on one scope, as the file says it. */
export type UtilisateurExporte = {
  nom: string;
  prenom: string;
  identifiantConnexion: string;
  etatCompte: EtatCompte;
  role: Role;
  delegueJusquAu: string | null;
  /** null: the whole structure. */
  code: string | null;
  service: string | null;
  dateDebut: string;
  dateFin: string | null;
  statut: Exclude<StatutLigne, 'SUPPRIMEE'>;
};

/** The live lines of these rattachements, in their order. */
export async function utilisateursAExporter(
  sql: Connection,
  structureId: number,
  ids: number[],
  jour: string,
): Promise<UtilisateurExporte[]> {
  return sql<UtilisateurExporte[]>`
    with delegues as materialized (
      select compte_id, max(date_fin) as date_fin from delegation
      where structure_id = ${structureId} and terminee_le is null
        and date_debut <= ${jour} and date_fin >= ${jour}
      group by compte_id
    )
    select c.nom, c.prenom, c.identifiant_connexion, c.etat as etat_compte, r.role,
      g.date_fin as delegue_jusqu_au, v.code, v.libelle as service, l.date_debut, l.date_fin,
      l.statut
    from unnest(${ids}::bigint[]) with ordinality as voulu (id, rang)
    join rattachement r on r.id = voulu.id and r.structure_id = ${structureId}
      and r.supprime_le is null
    join compte c on c.id = r.compte_id
    join rattachement_ligne l on l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
    left join service v on v.id = l.service_id
    left join delegues g on g.compte_id = r.compte_id
    order by voulu.rang, v.code collate "C" nulls first, l.id`;
}
