// SQL that writes requests, their lines and their timeline (model §2).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDemandee } from '../abonnement/acceptation.ts';
import type { Portee } from '../rattachement/portee.ts';
import type { LigneDeDroit } from './acceptation.ts';
import type { EtatDemande, QualiteEtape, QuoiEtape, RattachementDemande } from './demande.ts';
import { NATURES_A_DECIDER } from './file.ts';
import type { NatureDemande } from './queries-en-cours.ts';

/** Stores a request with a line a scope; gives its id. */
export async function insererDemande(
  tx: Transaction,
  compteId: number,
  { structureId, dateDebut, dateFin, commentaire }: Omit<RattachementDemande, 'portees'>,
  portees: Portee[],
  instant: Date,
): Promise<number> {
  const [demande] = await tx<{ id: number }[]>`
    insert into demande (nature, compte_id, structure_id, commentaire, demandee_le, nombre_de_lignes)
    values ('RATTACHEMENT', ${compteId}, ${structureId}, ${commentaire}, ${instant}, ${portees.length})
    returning id`;
  if (!demande) throw new Error('the request was not stored');
  await tx`
    insert into demande_ligne (demande_id, nature, compte_id, structure_id, service_id, date_debut,
      date_fin, rang)
    select ${demande.id}, 'RATTACHEMENT', ${compteId}, ${structureId}, portee, ${dateDebut},
      ${dateFin}, rang
    from unnest(${portees}::bigint[]) with ordinality d (portee, rang)`;
  return demande.id;
}

export type Etape = {
  demandeId: number;
  quoi: QuoiEtape;
  /** null: the portal itself. */
  parCompteId: number | null;
  enQualite: QualiteEtape | null;
  commentaire?: string | null;
};

/** Adds a step to the timeline that both sides read. */
export async function insererEtape(tx: Transaction, etape: Etape, instant: Date): Promise<void> {
  const { demandeId, quoi, parCompteId, enQualite, commentaire = null } = etape;
  await tx`
    insert into demande_etape (demande_id, quoi, par_compte_id, en_qualite, commentaire, instant)
    values (${demandeId}, ${quoi}, ${parCompteId}, ${enQualite}, ${commentaire}, ${instant})`;
}

type DemandeCommune = {
  id: number;
  /** null once anonymised. */
  compteId: number | null;
  structureId: number;
  etat: EtatDemande;
  /** When it went up to the référents. */
  escaladeeLe: Date | null;
  /** The name of who decided; null: nobody yet, its author, or the portal. */
  decideePar: string | null;
};

/** A request as an act on it needs it; its lines are those that still wait: others were closed since. */
export type DemandeVerrouillee = DemandeCommune &
  (
    | { nature: 'RATTACHEMENT'; lignes: LigneDeDroit[] }
    | { nature: 'ABONNEMENT'; lignes: LigneDemandee[] }
  );

/** Whom and what a request concerns, before its rows are locked in order; take-overs are not among them. */
export async function lireDemande(
  sql: Connection,
  id: number,
): Promise<{ compteId: number | null; structureId: number } | undefined> {
  const [demande] = await sql<{ compteId: number | null; structureId: number }[]>`
    select compte_id, structure_id from demande
    where id = ${id} and nature = any (${[...NATURES_A_DECIDER]})`;
  return demande;
}

/** Locks a request and reads it with its lines. */
export async function verrouillerDemande(
  tx: Transaction,
  id: number,
): Promise<DemandeVerrouillee | undefined> {
  await tx`select from demande where id = ${id} for update`;
  const [demande] = await tx<DemandeVerrouillee[]>`
    select d.id, d.nature, d.compte_id, d.structure_id, d.etat, d.escaladee_le,
      (select c.prenom || ' ' || c.nom from compte c
       where c.id = d.decidee_par_compte_id) as decidee_par,
      (select coalesce(json_agg(case d.nature
         when 'RATTACHEMENT' then json_build_object('portee', l.service_id,
           'dateDebut', l.date_debut, 'dateFin', l.date_fin)
         else json_build_object('id', l.id, 'portee', l.service_id, 'espaceId', l.espace_id,
           'mode', l.mode) end order by l.id), '[]')
       from demande_ligne l
       where l.demande_id = d.id and l.etat = 'EN_COURS_DE_VALIDATION') as lignes
    from demande d where d.id = ${id} and d.nature = any (${[...NATURES_A_DECIDER]})`;
  return demande;
}

type DemandeDeSonAuteur = Pick<DemandeCommune, 'compteId' | 'structureId' | 'etat'> & {
  nature: NatureDemande;
};

/** Locks a request of any nature, for its author. */
export async function verrouillerSienne(
  tx: Transaction,
  id: number,
): Promise<DemandeDeSonAuteur | undefined> {
  const [demande] = await tx<DemandeDeSonAuteur[]>`
    select nature, compte_id, structure_id, etat from demande where id = ${id} for update`;
  return demande;
}

export type FinDeDemande = {
  id: number;
  etat: Exclude<EtatDemande, 'EN_COURS_DE_VALIDATION'>;
  motif?: string | null;
  /** null: the requester themselves. */
  decideur: { compteId: number; enQualite: Exclude<QualiteEtape, 'DEMANDEUR'> } | null;
};

/** Writes what is granted of a pending request, line by line; the other lines are refused. */
export async function accorderLignes(
  tx: Transaction,
  demandeId: number,
  lignes: LigneDeDroit[],
): Promise<void> {
  await tx`
    update demande_ligne l
    set etat = 'ACCEPTEE', accordee_debut = a.debut, accordee_fin = a.fin
    from unnest(${lignes.map(({ portee }) => portee)}::bigint[],
      ${lignes.map(({ dateDebut }) => dateDebut)}::date[],
      ${lignes.map(({ dateFin }) => dateFin)}::date[]) a (portee, debut, fin)
    where l.demande_id = ${demandeId} and l.etat = 'EN_COURS_DE_VALIDATION'
      and l.service_id is not distinct from a.portee`;
  await tx`
    update demande_ligne set etat = 'REFUSEE'
    where demande_id = ${demandeId} and etat = 'EN_COURS_DE_VALIDATION'`;
}

/** Ends a request, and those of its lines that still wait. */
export async function terminerDemande(
  tx: Transaction,
  { id, etat, motif = null, decideur }: FinDeDemande,
  instant: Date,
): Promise<void> {
  await tx`
    update demande set etat = ${etat}, motif = ${motif}, terminee_le = ${instant},
      decidee_par_compte_id = ${decideur?.compteId ?? null},
      decidee_en_qualite = ${decideur?.enQualite ?? null}, version = version + 1
    where id = ${id}`;
  await tx`
    update demande_ligne set etat = ${etat}
    where demande_id = ${id} and etat = 'EN_COURS_DE_VALIDATION'`;
}

/** The pending requests of an account for these structures, locked in order. */
export async function verrouillerDemandesEnCours(
  tx: Transaction,
  compteId: number,
  structureIds: number[],
): Promise<{ id: number; structureId: number }[]> {
  if (structureIds.length === 0) return [];
  return tx<{ id: number; structureId: number }[]>`
    select id, structure_id from demande
    where compte_id = ${compteId} and structure_id = any (${structureIds}::bigint[])
      and etat = 'EN_COURS_DE_VALIDATION'
    order by id
    for update`;
}
