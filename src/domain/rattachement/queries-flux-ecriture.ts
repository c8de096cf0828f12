// SQL of what the MADRHAS feed writes of the rattachements (model §2, §5).
import type { Transaction } from '../../platform/postgres/sql.ts';
import { finirPerdus, type Perdus } from '../abonnement/fins.ts';
import type { Role } from './rattachement.ts';

type Periode = { dateDebut: string; dateFin: string | null };

/** A row of `rattachement` as the journal names it. */
export type RattachementEcrit = { id: number; compteId: number; structureId: number };

/**
 * Locks structures, as every act that changes who manages them: a hand-over that just ended is seen
 * by what comes next.
 */
export async function tenirStructures(tx: Transaction, structureIds: number[]): Promise<void> {
  if (structureIds.length === 0) return;
  await tx`
    select count(*) from (
      select from structure where id = any (${structureIds}::bigint[])
      order by id for no key update
    ) tenues`;
}

/** Makes the present principals of structures secondaires, before other accounts take the role. */
export async function demettrePrincipaux(
  tx: Transaction,
  structureIds: number[],
  instant: Date,
): Promise<RattachementEcrit[]> {
  if (structureIds.length === 0) return [];
  return tx<RattachementEcrit[]>`
    update rattachement set role = 'GESTIONNAIRE_SECONDAIRE', modifie_le = ${instant},
      version = version + 1
    where structure_id = any (${structureIds}::bigint[]) and role = 'GESTIONNAIRE_PRINCIPAL'
      and supprime_le is null
    returning id, compte_id, structure_id`;
}

export type RattachementACreer = Periode & {
  compteId: number;
  structureId: number;
  role: Role;
  /** null among them: the whole structure. */
  services: (number | null)[];
};

/** Attaches accounts to structures, all in one statement. */
export async function insererRattachements(
  tx: Transaction,
  rattachements: RattachementACreer[],
  instant: Date,
): Promise<RattachementEcrit[]> {
  if (rattachements.length === 0) return [];
  return tx<RattachementEcrit[]>`
    with x as materialized (
      select * from jsonb_to_recordset(${tx.json(rattachements)}) as x ("compteId" bigint,
        "structureId" bigint, role text, "dateDebut" date, "dateFin" date, services jsonb)
    ), cree as (
      insert into rattachement (compte_id, structure_id, role, origine, flux, cree_le, modifie_le)
      select x."compteId", x."structureId", x.role, 'MADRHAS', jsonb_build_object('role', x.role),
        ${instant}, ${instant}
      from x
      returning id, compte_id, structure_id
    ), lignes as (
      insert into rattachement_ligne (rattachement_id, structure_id, service_id, date_debut,
        date_fin, statut, origine, flux, cree_le, modifie_le)
      select c.id, c.structure_id, v.id::bigint, x."dateDebut", x."dateFin", 'VALIDEE', 'MADRHAS',
        jsonb_build_object('dateDebut', x."dateDebut", 'dateFin', x."dateFin"), ${instant},
          ${instant}
      from cree c
      join x on x."compteId" = c.compte_id and x."structureId" = c.structure_id
      cross join jsonb_array_elements_text(x.services) as v (id)
    )
    select id, compte_id, structure_id from cree`;
}

/**
 * Writes the role that the feed gave; a principal's lines lose their end (model §3). What the role carried is for the
 * caller to end.
 */
export async function changerRole(
  tx: Transaction,
  id: number,
  role: Role,
  instant: Date,
): Promise<void> {
  await tx`
    update rattachement set role = ${role}, flux = ${tx.json({ role })}, modifie_le = ${instant},
      version = version + 1
    where id = ${id}`;
  if (role !== 'GESTIONNAIRE_PRINCIPAL') return;
  await tx`
    update rattachement_ligne set date_fin = null, fin_annoncee_jours = null,
      modifie_le = ${instant}
    where rattachement_id = ${id} and statut <> 'SUPPRIMEE' and date_fin is not null`;
}

/** Adds lines to a rattachement. */
export async function ajouterLignes(
  tx: Transaction,
  { id, structureId }: { id: number; structureId: number },
  serviceIds: (number | null)[],
  { dateDebut, dateFin }: Periode,
  instant: Date,
): Promise<void> {
  if (serviceIds.length === 0) return;
  await tx`
    insert into rattachement_ligne (rattachement_id, structure_id, service_id, date_debut,
      date_fin, statut,
      origine, flux, cree_le, modifie_le)
    select ${id}, ${structureId}, v.id, ${dateDebut}, ${dateFin}, 'VALIDEE', 'MADRHAS',
      ${tx.json({ dateDebut, dateFin })}, ${instant}, ${instant}
    from unnest(${serviceIds}::bigint[]) as v (id)`;
}

/** Gives lines the period of the feed; a suspension stays, another end is told anew. */
export async function changerPeriode(
  tx: Transaction,
  ligneIds: number[],
  { dateDebut, dateFin }: Periode,
  instant: Date,
): Promise<void> {
  if (ligneIds.length === 0) return;
  await tx`
    update rattachement_ligne set date_debut = ${dateDebut}, date_fin = ${dateFin},
      flux = ${tx.json({ dateDebut, dateFin })},
      fin_annoncee_jours = case when date_fin = ${dateFin} then fin_annoncee_jours end,
      modifie_le = ${instant}
    where id = any (${ligneIds}::bigint[])`;
}

/**
 * Ends lines, the granted abonnements that no live line of the rattachement covers any more, and the
 * requests for espaces on what it no longer covers; gives both.
 */
export async function terminerLignes(
  tx: Transaction,
  rattachementId: number,
  ligneIds: number[],
  instant: Date,
): Promise<Perdus> {
  if (ligneIds.length === 0) return { finis: [], demandes: [] };
  await supprimerLignes(tx, ligneIds, instant);
  return finirPerdus(tx, [rattachementId], instant);
}

/** Ends lines; what hangs on them is for the caller. */
export async function supprimerLignes(
  tx: Transaction,
  ligneIds: number[],
  instant: Date,
): Promise<void> {
  if (ligneIds.length === 0) return;
  await tx`
    update rattachement_ligne set statut = 'SUPPRIMEE', modifie_le = ${instant}
    where id = any (${ligneIds}::bigint[])`;
}

/** Notes that a rattachement changed, or that it ended. */
export async function marquerRattachement(
  tx: Transaction,
  id: number,
  { termine }: { termine: boolean },
  instant: Date,
): Promise<void> {
  await tx`
    update rattachement set modifie_le = ${instant}, version = version + 1,
      supprime_le = ${termine ? instant : null}
    where id = ${id}`;
}

/** Ends the stand-ins of an account on a structure: they go with the rattachement. */
export async function terminerDelegationsDuFlux(
  tx: Transaction,
  { compteId, structureId }: { compteId: number; structureId: number },
  instant: Date,
): Promise<void> {
  await tx`
    update delegation set terminee_le = ${instant}
    where compte_id = ${compteId} and structure_id = ${structureId} and terminee_le is null`;
}
