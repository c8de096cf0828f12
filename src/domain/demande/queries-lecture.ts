// SQL of the requests as people read them: their own list, and one request with its timeline, for both sides.
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { StatutStructure } from '../structure/structure.ts';
import type { EtatDemande, QualiteEtape, QuoiEtape } from './demande.ts';

/** A line of a request as it is shown; null: the whole structure. */
type LigneDemandee = { service: string | null; dateDebut: string; dateFin: string | null };

/** A request in the list of its author. */
export type DemandeResumee = {
  id: number;
  structureId: number;
  identifiant: string;
  designation: string;
  etat: EtatDemande;
  demandeeLe: Date;
  termineeLe: Date | null;
  motif: string | null;
  lignes: LigneDemandee[];
};

export type FiltreDemandes = PageVoulue & { etat: EtatDemande | null };

/** The requests of an account for rattachements: pending ones first, then the newest; one page. */
export async function demandesDuCompte(
  sql: Connection,
  compteId: number,
  { etat, ...page }: FiltreDemandes,
): Promise<PageLue<DemandeResumee>> {
  const rows = await sql<(DemandeResumee & { total: number })[]>`
    with siennes as (
      select id, etat, demandee_le from demande
      where compte_id = ${compteId} and nature = 'RATTACHEMENT'
        and (${etat}::text is null or etat = ${etat})
    ), compte as (select count(*)::int as total from siennes)
    select d.id, d.structure_id, s.identifiant, s.designation, d.etat, d.demandee_le,
      d.terminee_le, d.motif, (${lignesDe(sql)}) as lignes, (select total from compte) as total
    from (
      select id from siennes
      order by (etat = 'EN_COURS_DE_VALIDATION') desc, demandee_le desc, id desc
      limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from compte)`)}
    ) p
    join demande d on d.id = p.id
    join structure s on s.id = d.structure_id
    order by (d.etat = 'EN_COURS_DE_VALIDATION') desc, d.demandee_le desc, d.id desc`;
  return lirePage<DemandeResumee>(rows);
}

/** The lines of request `d`, the whole structure first. */
function lignesDe(sql: Connection) {
  return sql`
    select coalesce(json_agg(json_build_object('service', v.libelle, 'dateDebut', l.date_debut,
      'dateFin', l.date_fin) order by plier(v.libelle) nulls first, l.id), '[]')
    from demande_ligne l left join service v on v.id = l.service_id
    where l.demande_id = d.id`;
}

/** One step, with the name of who acted; the portal itself has none. */
export type EtapeLue = {
  quoi: QuoiEtape;
  instant: Date;
  /** null: the portal itself, or somebody forgotten since. */
  par: string | null;
  enQualite: QualiteEtape | null;
  commentaire: string | null;
};

/** A request as its page shows it. */
export type DemandeLue = DemandeResumee & {
  typeIdentifiant: string;
  statutStructure: StatutStructure;
  demandeur: string;
  commentaire: string | null;
  etapes: EtapeLue[];
  /** The reader wrote it. */
  sienne: boolean;
};

/** A request, for its author or for who manages its structure that day; nothing for anybody else. */
export async function demandeLisible(
  sql: Connection,
  id: number,
  lecteurId: number,
  jour: string,
): Promise<DemandeLue | undefined> {
  const [row] = await sql<(Omit<DemandeLue, 'etapes'> & { etapes: EtapeBrute[] })[]>`
    select d.id, d.structure_id, s.type_identifiant, s.identifiant, s.designation,
      s.statut as statut_structure, d.etat, d.demandee_le, d.terminee_le, d.motif, d.commentaire,
      c.prenom || ' ' || c.nom as demandeur, d.compte_id = ${lecteurId} as sienne,
      (${lignesDe(sql)}) as lignes,
      (select json_agg(json_build_object('quoi', e.quoi, 'instant', e.instant,
          'par', p.prenom || ' ' || p.nom, 'enQualite', e.en_qualite,
          'commentaire', e.commentaire) order by e.id)
        from demande_etape e left join compte p on p.id = e.par_compte_id
        where e.demande_id = d.id) as etapes
    from demande d
    join structure s on s.id = d.structure_id
    join compte c on c.id = d.compte_id
    where d.id = ${id} and d.nature = 'RATTACHEMENT'
      and (d.compte_id = ${lecteurId} or exists (
        select from portees_actives(${lecteurId}, ${jour}) g
        where g.gestion and g.structure_id = d.structure_id))`;
  if (!row) return undefined;
  const etapes = row.etapes.map((etape) => ({ ...etape, instant: new Date(etape.instant) }));
  return { ...row, etapes };
}

type EtapeBrute = Omit<EtapeLue, 'instant'> & { instant: string };

/** The last refusal that an account met on a structure, which the form recalls. */
export async function dernierRefus(
  sql: Connection,
  compteId: number,
  structureId: number,
): Promise<{ motif: string; termineeLe: Date } | undefined> {
  const [refus] = await sql<{ motif: string; termineeLe: Date }[]>`
    select motif, terminee_le from demande
    where compte_id = ${compteId} and structure_id = ${structureId} and nature = 'RATTACHEMENT'
      and etat = 'REFUSEE'
      and not exists (
        select from demande autre
        where autre.compte_id = ${compteId} and autre.structure_id = ${structureId}
          and autre.nature = 'RATTACHEMENT' and autre.etat = 'ACCEPTEE' and autre.id > demande.id)
    order by id desc limit 1`;
  return refus;
}
