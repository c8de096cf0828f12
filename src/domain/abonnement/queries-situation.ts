// SQL of what surrounds a grant of espaces on a structure: the catalogue there, what somebody holds and asks.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { DroitDEspace, EspaceDemandable } from './abonnement.ts';

/**
 * The catalogue as it stands on a structure, in its order. The caller holds the structure: no espace
 * opens or closes there meanwhile.
 */
export async function espacesSurStructure(
  sql: Connection,
  structureId: number,
): Promise<EspaceDemandable[]> {
  return sql<EspaceDemandable[]>`
    select e.id, e.code, e.libelle_fr, e.libelle_en, e.pour, e.par_defaut, e.validation_requise,
      o.id is not null and e.pour in ('TOUS', 'GESTIONNAIRES', s.type_structure) as ouvert
    from structure s
    cross join espace e
    left join espace_structure o
      on o.structure_id = s.id and o.espace_id = e.id and o.ferme_le is null
    where s.id = ${structureId}
    order by e.ordre`;
}

/** What somebody holds and asks of the espaces of a structure. */
export type EspacesDeQuelquUn = { acquis: DroitNomme[]; enCours: DroitNomme[] };
export type DroitNomme = DroitDEspace & {
  /** The name of its service; null: the whole structure. */
  service: string | null;
};

/** Reads it; default rights, which nobody grants, are not among them. */
export async function espacesDeQuelquUn(
  sql: Connection,
  compteId: number,
  structureId: number,
): Promise<EspacesDeQuelquUn> {
  const [row] = await sql<EspacesDeQuelquUn[]>`
    select
      (select coalesce(json_agg(json_build_object('portee', a.service_id, 'espaceId', a.espace_id,
          'mode', a.mode, 'service', v.libelle)), '[]')
        from abonnement a left join service v on v.id = a.service_id
        where a.compte_id = ${compteId} and a.structure_id = ${structureId}
          and a.termine_le is null) as acquis,
      (select coalesce(json_agg(json_build_object('portee', l.service_id, 'espaceId', l.espace_id,
          'mode', l.mode, 'service', v.libelle)), '[]')
        from demande_ligne l left join service v on v.id = l.service_id
        where l.compte_id = ${compteId} and l.structure_id = ${structureId}
          and l.nature = 'ABONNEMENT' and l.etat = 'EN_COURS_DE_VALIDATION') as en_cours`;
  return row ?? { acquis: [], enCours: [] };
}
