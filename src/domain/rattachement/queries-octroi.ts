// SQL that grants a rattachement and its lines once somebody entitled has said yes (model §2).
import { jourCivil } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { finirPerdus } from '../abonnement/fins.ts';
import { prevenirDesPerdus } from '../abonnement/prevenir.ts';
import { type LignePortee, type Periode, type Portee, reunirPeriodes } from './portee.ts';
import type { Role } from './rattachement.ts';

/** Attaches an account to a structure as utilisateur unless it is; gives the live rattachement, locked. */
export async function obtenirRattachement(
  tx: Transaction,
  compteId: number,
  structureId: number,
  instant: Date,
): Promise<{ id: number; role: Role; nouveau: boolean }> {
  const [courant] = await tx<{ id: number; role: Role }[]>`
    select id, role from rattachement
    where compte_id = ${compteId} and structure_id = ${structureId} and supprime_le is null
    for update`;
  if (courant) return { ...courant, nouveau: false };
  const [cree] = await tx<{ id: number }[]>`
    insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
    values (${compteId}, ${structureId}, 'UTILISATEUR', 'GESTIONNAIRE', ${instant}, ${instant})
    returning id`;
  if (!cree) throw new Error('the rattachement was not stored');
  return { id: cree.id, role: 'UTILISATEUR', nouveau: true };
}

/**
 * Grants scopes on a rattachement: a live line of the same scope takes the period of both, and is active again. The
 * espaces of one that was over do not come back with it.
 */
export async function octroyerLignes(
  tx: Transaction,
  { id, structureId }: { id: number; structureId: number },
  lignes: (Periode & { portee: Portee })[],
  instant: Date,
): Promise<void> {
  await prevenirDesPerdus(tx, await finirPerdus(tx, [id], instant), instant);
  const vivantes = await tx<(LignePortee & { id: number })[]>`
    select id, service_id as portee, date_debut, date_fin, statut from rattachement_ligne
    where rattachement_id = ${id} and statut <> 'SUPPRIMEE'
    for update`;
  const jour = jourCivil(instant);
  for (const { portee, ...periode } of lignes) {
    const vivante = vivantes.find((ligne) => ligne.portee === portee);
    if (vivante) await prolonger(tx, vivante.id, reunirPeriodes(vivante, periode, jour), instant);
    else
      await tx`
        insert into rattachement_ligne (rattachement_id, structure_id, service_id, date_debut,
          date_fin, statut, origine, cree_le, modifie_le)
        values (${id}, ${structureId}, ${portee}, ${periode.dateDebut}, ${periode.dateFin},
          'VALIDEE', 'GESTIONNAIRE', ${instant}, ${instant})`;
  }
  await tx`
    update rattachement set modifie_le = ${instant}, version = version + 1 where id = ${id}`;
}

async function prolonger(
  tx: Transaction,
  ligneId: number,
  { dateDebut, dateFin }: Periode,
  instant: Date,
): Promise<void> {
  // Another end is told anew, the same one is not.
  await tx`
    update rattachement_ligne set date_debut = ${dateDebut}, date_fin = ${dateFin},
      statut = 'VALIDEE', origine = 'GESTIONNAIRE',
      fin_annoncee_jours = case when date_fin = ${dateFin} then fin_annoncee_jours end,
      modifie_le = ${instant}
    where id = ${ligneId}`;
}
