// SQL that writes what a manager decided of somebody's rattachement: lines, suspension, role, delegations; what is copied.
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { DroitDEspace } from '../abonnement/abonnement.ts';
import type { SourceValeur } from '../structure/structure.ts';
import type { RoleDonne } from './gestion.ts';
import type { PeriodeDeDelegation } from './gestion-delegation.ts';
import type { LignePortee, Periode, Portee } from './portee.ts';

type Rattachement = { id: number; structureId: number };

/** Adds lines; whoever changes a line makes it theirs: the feed no longer touches it (model §1). */
export async function creerLignes(
  tx: Transaction,
  { id, structureId }: Rattachement,
  lignes: LignePortee[],
  source: SourceValeur,
  instant: Date,
): Promise<void> {
  for (const { portee, dateDebut, dateFin, statut } of lignes)
    await tx`
      insert into rattachement_ligne (rattachement_id, structure_id, service_id, date_debut,
        date_fin, statut, origine, cree_le, modifie_le)
      values (${id}, ${structureId}, ${portee}, ${dateDebut}, ${dateFin}, ${statut}, ${source},
        ${instant}, ${instant})`;
}

/** Gives lines another period; another end is told anew, the same one is not. */
export async function changerPeriodes(
  tx: Transaction,
  lignes: (Periode & { id: number })[],
  source: SourceValeur,
  instant: Date,
): Promise<void> {
  for (const { id, dateDebut, dateFin } of lignes)
    await tx`
      update rattachement_ligne set date_debut = ${dateDebut}, date_fin = ${dateFin},
        origine = ${source},
        fin_annoncee_jours = case when date_fin = ${dateFin} then fin_annoncee_jours end,
        modifie_le = ${instant}
      where id = ${id}`;
}

/** Suspends all the lines of a rattachement, or resumes them. */
export async function changerStatut(
  tx: Transaction,
  rattachementId: number,
  { de, vers }: Record<'de' | 'vers', 'VALIDEE' | 'DESACTIVEE'>,
  instant: Date,
): Promise<void> {
  await tx`
    update rattachement_ligne set statut = ${vers}, modifie_le = ${instant}
    where rattachement_id = ${rattachementId} and statut = ${de}`;
}

/** Writes the role that a manager gives; that of the feed is kept beside (model §5). */
export async function ecrireRole(tx: Transaction, id: number, role: RoleDonne): Promise<void> {
  await tx`update rattachement set role = ${role} where id = ${id}`;
}

/** Stores a delegation; gives its id. */
export async function insererDelegation(
  tx: Transaction,
  { structureId, compteId }: { structureId: number; compteId: number },
  { dateDebut, dateFin }: PeriodeDeDelegation,
  parCompteId: number,
  instant: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into delegation (structure_id, compte_id, date_debut, date_fin, par_compte_id, cree_le)
    values (${structureId}, ${compteId}, ${dateDebut}, ${dateFin}, ${parCompteId}, ${instant})
    returning id`;
  if (!row) throw new Error('the delegation was not stored');
  return row.id;
}

/** Ends delegations before their last day. */
export async function terminerDelegations(
  tx: Transaction,
  ids: number[],
  instant: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    update delegation set terminee_le = ${instant}
    where id = any (${ids}::bigint[]) and terminee_le is null`;
}

/** The lines that give somebody rights from that day on, and that another may have too. */
export async function lignesACopier(
  tx: Transaction,
  rattachementId: number,
  jour: string,
): Promise<(Periode & { portee: Portee })[]> {
  return tx<(Periode & { portee: Portee })[]>`
    select l.service_id as portee, greatest(l.date_debut, ${jour}::date) as date_debut, l.date_fin
    from rattachement_ligne l left join service v on v.id = l.service_id
    where l.rattachement_id = ${rattachementId} and l.statut = 'VALIDEE'
      and (l.date_fin is null or l.date_fin >= ${jour})
      and (v.date_fin is null or v.date_fin >= greatest(l.date_debut, ${jour}::date))
    order by l.service_id nulls first`;
}

/**
 * The granted abonnements of a rattachement that another may have too: on the scopes copied, and those for managers
 * only to managers.
 */
export async function droitsACopier(
  tx: Transaction,
  rattachementId: number,
  { portees, gestionnaire }: { portees: Portee[]; gestionnaire: boolean },
): Promise<DroitDEspace[]> {
  const services = portees.filter((portee) => portee !== null);
  return tx<DroitDEspace[]>`
    select a.service_id as portee, a.espace_id, a.mode
    from abonnement a join espace e on e.id = a.espace_id
    where a.rattachement_id = ${rattachementId} and a.termine_le is null
      and (${portees.includes(null)} or a.service_id = any (${services}::bigint[]))
      and (${gestionnaire} or e.pour <> 'GESTIONNAIRES')
    order by a.id`;
}
