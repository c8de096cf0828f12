// SQL of the sheet of a structure: what a reader may see of it, its managers, its services (screens §6).
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { FicheStructure, Gestionnaire, Lecture, ServiceLu } from './fiche.ts';

export type Lecteur = {
  compteId: number;
  /** The reader proved that they know its whole identifier (private structures, screens §6.1). */
  prouve: boolean;
};

/**
 * The structure for a reader: a public one for everybody; another only when attached to it, managing
 * it, having asked for it, or knowing its identifier. Nothing otherwise.
 */
export async function lireStructure(
  sql: Connection,
  id: number,
  { compteId, prouve }: Lecteur,
  jour: string,
): Promise<Lecture | undefined> {
  const [row] = await sql<(FicheStructure & Omit<Lecture, 'fiche'>)[]>`
    select s.id, s.type_identifiant, s.identifiant, s.designation, s.type_structure, s.statut,
      s.raison_sociale, s.libelle, s.nom, s.prenom, s.adresse_ligne,
      s.adresse_complement_1 as "adresseComplement1",
      s.adresse_complement_2 as "adresseComplement2",
      s.adresse_code_postal, s.adresse_ville, s.adresse_pays, s.departement, s.telephone, s.fax,
      s.adresse_electronique, s.numero_rcs, s.numero_tva, s.population, s.source, s.modifie_le,
      s.code_service_obligatoire, s.numero_engagement_obligatoire,
      s.service_ou_engagement_obligatoire, s.mise_en_paiement_non_remontee, s.emetteur_edi,
      s.recepteur_edi, s.est_moa, s.est_moa_uniquement, s.est_valideur_delegue,
      s.non_diffusible_insee, liens.rattache, liens.entiere, liens.comble, liens.gere
    from structure s
    cross join lateral (
      select
        exists (select from rattachement r where r.compte_id = ${compteId}
          and r.structure_id = s.id and r.supprime_le is null) as rattache,
        exists (select from portees_actives(${compteId}, ${jour}) p
          where p.structure_id = s.id and p.service_id is null) as entiere,
        exists (
          select from rattachement r
          join rattachement_ligne l on l.rattachement_id = r.id and l.statut = 'VALIDEE'
            and l.service_id is null and l.date_debut <= ${jour} and l.date_fin is null
          where r.compte_id = ${compteId} and r.structure_id = s.id and r.supprime_le is null
        ) as comble,
        exists (select from portees_actives(${compteId}, ${jour}) p
          where p.structure_id = s.id and p.gestion) as gere
    ) liens
    where s.id = ${id} and (
      (s.type_structure = 'PUBLIQUE' and s.type_identifiant <> 'PARTICULIER')
      or ${prouve} or liens.rattache or liens.entiere
      or exists (select from demande d where d.compte_id = ${compteId} and d.structure_id = s.id)
    )`;
  if (!row) return undefined;
  const { rattache, entiere, comble, gere, ...fiche } = row;
  return { fiche, rattache, entiere, comble, gere };
}

const GESTIONNAIRES_MAX = 20;

/** The active managers of a structure, the principal first. */
export async function gestionnairesDe(
  sql: Connection,
  structureId: number,
  jour: string,
): Promise<Gestionnaire[]> {
  return sql<Gestionnaire[]>`
    select c.nom, c.prenom, g.role
    from gestionnaires_actifs(${structureId}, ${jour}) g join compte c on c.id = g.compte_id
    order by g.role = 'GESTIONNAIRE_PRINCIPAL' desc, sans_accent(c.nom), sans_accent(c.prenom), c.id
    limit ${GESTIONNAIRES_MAX}`;
}

export type PageDeServices = PageVoulue & {
  /** Words of the label, or the beginning of the code; '' for all. */
  texte: string;
  /** Leaves out the services that are closed. */
  ouvertsLe: string | null;
};

/** One page of the services of a structure, by code. */
export async function servicesDe(
  sql: Connection,
  structureId: number,
  { texte, ouvertsLe, ...page }: PageDeServices,
): Promise<PageLue<ServiceLu>> {
  const rows = await sql<(ServiceLu & { total: number })[]>`
    with retenus as (
      select id, code, libelle, date_debut, date_fin, engagement_obligatoire
      from service
      where structure_id = ${structureId}
        and (${ouvertsLe}::date is null or date_fin is null or date_fin >= ${ouvertsLe}::date)
        and (${texte} = '' or starts_with(upper(code), upper(${texte}))
          or strpos(plier(libelle), ltrim(plier(${texte}))) > 0)
    ), compte as (select count(*)::int as total from retenus)
    select r.*, c.total from retenus r, compte c
    order by r.code collate "C", r.id
    limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from compte)`)}`;
  return lirePage<ServiceLu>(rows);
}
