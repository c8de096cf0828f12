// SQL of the export of a search: all its public results, in the order of the page, read by batches of ids so that no
// connection waits for a slow reader.
import type { Connection } from '../../platform/postgres/sql.ts';
import { conditions, ordre, type Requete } from './queries-recherche-conditions.ts';
import { type Criteres, EXPORT_MAX, type StructureTrouvee, type Tri } from './recherche.ts';

/** A structure as the export writes it. */
export type StructureExportee = Omit<StructureTrouvee, 'id' | 'typeStructure'> & {
  adresse: string | null;
  pays: string | null;
  codeServiceObligatoire: boolean;
  numeroEngagementObligatoire: boolean;
  serviceOuEngagementObligatoire: boolean;
};

/** The ids of all the public results, `EXPORT_MAX` at most: close ones when none holds the words. */
export async function idsAExporter(
  sql: Connection,
  criteres: Criteres,
  tri: Tri | null,
): Promise<number[]> {
  if (criteres.typeStructure === 'PRIVEE') return [];
  const exacts = await lireIds(sql, criteres, tri, 'requete_de');
  return exacts.length > 0 ? exacts : lireIds(sql, criteres, tri, 'requete_souple');
}

async function lireIds(
  sql: Connection,
  criteres: Criteres,
  tri: Tri | null,
  requete: Requete,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from (
      select s.id, s.tri, s.type_identifiant, s.identifiant, s.statut,
        s.adresse_code_postal as code_postal, s.adresse_ville as ville
      from structure s
      where s.type_structure = 'PUBLIQUE' and s.type_identifiant <> 'PARTICULIER'
        and ${conditions(sql, criteres, requete)}
    ) resultats
    order by ${ordre(sql, criteres, tri)}
    limit ${EXPORT_MAX}`;
  return rows.map(({ id }) => id);
}

/** The structures of these ids, in their order. */
export async function structuresAExporter(
  sql: Connection,
  ids: number[],
): Promise<StructureExportee[]> {
  return sql<StructureExportee[]>`
    select s.type_identifiant, s.identifiant, s.designation, s.statut,
      concat_ws(', ', s.adresse_ligne, s.adresse_complement_1, s.adresse_complement_2) as adresse,
      s.adresse_code_postal as code_postal, s.adresse_ville as ville, s.adresse_pays as pays,
      s.code_service_obligatoire, s.numero_engagement_obligatoire,
      s.service_ou_engagement_obligatoire
    from unnest(${ids}::bigint[]) with ordinality as voulu (id, rang)
    join structure s on s.id = voulu.id
    order by voulu.rang`;
}
