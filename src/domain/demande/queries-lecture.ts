// SQL of the requests as people read them: their own list, and one request with its timeline, for both sides.
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { Mode } from '../abonnement/abonnement.ts';
import type { EspaceTenu } from '../espace/espace.ts';
import type { Portee } from '../rattachement/portee.ts';
import type { StatutStructure } from '../structure/structure.ts';
import type { EtatDemande, QualiteEtape, QuoiEtape } from './demande.ts';
import { NATURES_A_DECIDER } from './file.ts';

/** A line of a request as it is shown; null: the whole structure. */
type LigneDemandee = { service: string | null; dateDebut: string; dateFin: string | null };

/** A request in the list of its author; a take-over asks for the role, and has no lines of its own. */
export type DemandeResumee = {
  id: number;
  nature: 'RATTACHEMENT' | 'REPRISE';
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

/** The requests of an account, take-overs too: pending ones first, then the newest; one page. */
export async function demandesDuCompte(
  sql: Connection,
  compteId: number,
  { etat, ...page }: FiltreDemandes,
): Promise<PageLue<DemandeResumee>> {
  const rows = await sql<(DemandeResumee & { total: number })[]>`
    with siennes as (
      select id, etat, demandee_le from demande
      where compte_id = ${compteId} and nature in ('RATTACHEMENT', 'REPRISE')
        and (${etat}::text is null or etat = ${etat})
    ), compte as (select count(*)::int as total from siennes)
    select d.id, d.nature, d.structure_id, s.identifiant, s.designation, d.etat, d.demandee_le,
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

/** A line on the page of its request: what was asked, what became of it. */
export type LigneLue = LigneDemandee & {
  portee: Portee;
  /** When its service closes, if it does. */
  fermetureLe: string | null;
  etat: EtatDemande;
  /** What was granted; null unless it was. */
  accordeeDebut: string | null;
  accordeeFin: string | null;
};

/** A line that asks for an espace: what was asked, what became of it. */
export type LigneDAbonnement = EspaceTenu & {
  id: number;
  portee: Portee;
  service: string | null;
  mode: Mode;
  etat: EtatDemande;
  /** What was granted; null unless it was. */
  accordeMode: Mode | null;
};

type DemandeCommune = Omit<DemandeResumee, 'lignes' | 'nature'> & {
  compteId: number;
  typeIdentifiant: string;
  statutStructure: StatutStructure;
  demandeur: string;
  identifiantConnexion: string;
  commentaire: string | null;
  etapes: EtapeLue[];
  escaladeeLe: Date | null;
  /** When its author last reminded the managers of it. */
  relanceeLe: Date | null;
  /** The reader wrote it, manages the structure that day, or is a référent whom it has gone up to. */
  sienne: boolean;
  gere: boolean;
  referent: boolean;
};

/** A request for a rattachement as its page shows it. */
export type RattachementLu = DemandeCommune & { nature: 'RATTACHEMENT'; lignes: LigneLue[] };
/** A request for abonnements as its page shows it. */
export type AbonnementLu = DemandeCommune & { nature: 'ABONNEMENT'; lignes: LigneDAbonnement[] };
export type DemandeLue = RattachementLu | AbonnementLu;

/**
 * A request, for its author, for who manages its structure that day, or once escalated for the
 * référents of its département who are not attached there; nothing for anybody else.
 */
export async function demandeLisible(
  sql: Connection,
  id: number,
  lecteurId: number,
  jour: string,
): Promise<DemandeLue | undefined> {
  const [row] = await sql<(Omit<DemandeLue, 'etapes'> & { etapes: EtapeBrute[] })[]>`
    select d.id, d.nature, d.compte_id, d.structure_id, s.type_identifiant, s.identifiant, s.designation,
      s.statut as statut_structure, d.etat, d.demandee_le, d.terminee_le, d.motif, d.commentaire,
      d.escaladee_le, d.relancee_le, c.prenom || ' ' || c.nom as demandeur, c.identifiant_connexion,
      d.compte_id = ${lecteurId} as sienne, lecteur.gere, lecteur.referent,
      (select coalesce(json_agg(case d.nature
          when 'RATTACHEMENT' then json_build_object('portee', l.service_id, 'service', v.libelle,
            'fermetureLe', v.date_fin, 'dateDebut', l.date_debut, 'dateFin', l.date_fin,
            'etat', l.etat, 'accordeeDebut', l.accordee_debut, 'accordeeFin', l.accordee_fin)
          else json_build_object('id', l.id, 'portee', l.service_id, 'service', v.libelle,
            'code', p.code, 'libelleFr', p.libelle_fr, 'libelleEn', p.libelle_en, 'mode', l.mode,
            'etat', l.etat, 'accordeMode', l.accorde_mode) end
          order by p.ordre, plier(v.libelle) nulls first, l.id), '[]')
        from demande_ligne l left join service v on v.id = l.service_id
          left join espace p on p.id = l.espace_id
        where l.demande_id = d.id) as lignes,
      (select json_agg(json_build_object('quoi', e.quoi, 'instant', e.instant,
          'par', p.prenom || ' ' || p.nom, 'enQualite', e.en_qualite,
          'commentaire', e.commentaire) order by e.id)
        from demande_etape e left join compte p on p.id = e.par_compte_id
        where e.demande_id = d.id) as etapes
    from demande d
    join structure s on s.id = d.structure_id
    join compte c on c.id = d.compte_id
    cross join lateral (
      select exists (select from portees_actives(${lecteurId}, ${jour}) g
          where g.gestion and g.structure_id = d.structure_id) as gere,
        d.escaladee_le is not null and exists (
          select from compte r where r.id = ${lecteurId} and r.etat = 'ACTIF'
            and (r.referent_national or s.departement = any (r.referent_departements))
        ) and not exists (
          select from rattachement a where a.compte_id = ${lecteurId}
            and a.structure_id = d.structure_id and a.supprime_le is null) as referent
    ) lecteur
    where d.id = ${id} and d.nature = any (${[...NATURES_A_DECIDER]})
      and (d.compte_id = ${lecteurId} or lecteur.gere or lecteur.referent)`;
  if (!row) return undefined;
  const etapes = row.etapes.map((etape) => ({ ...etape, instant: new Date(etape.instant) }));
  return { ...row, etapes } as DemandeLue;
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
