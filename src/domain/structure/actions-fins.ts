// What hangs on a service ends with it: by a manager's act, by an import, or when a day given ahead has come.
import { jourCivil } from '../../platform/clock.ts';
import { ownTransaction } from '../../platform/postgres/own-transaction.ts';
import type { Connection, Sql } from '../../platform/postgres/sql.ts';
import { finirPerdus, lignesDuJournal } from '../abonnement/fins.ts';
import { terminerDeServices } from '../abonnement/queries-fins.ts';
import { journaliserLot } from '../compte/queries-flux-ecriture.ts';
import { type DemandeTouchee, expirerLignes } from '../demande/queries-expiration.ts';
import { annoncerAuxComptes } from '../evenement/queries.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import {
  type DelegationFinie,
  terminerRattachements,
} from '../rattachement/queries-suppression.ts';
import {
  bornerLignes,
  finsAAppliquer,
  lignesDemandees,
  marquerFins,
  type RattachementTouche,
  sansLigne,
  type Touche,
  verrouillerFinsDues,
  verrouillerRattachementsDe,
  verrouillerStructuresDe,
} from './queries-fins.ts';

/** Who ends it, for the journal; nobody: a register, or the day that came. */
export type Auteur = Pick<LigneDeJournal, 'acteurCompteId'> &
  Partial<Pick<LigneDeJournal, 'enQualite'>>;
export const LE_PORTAIL: Auteur = { acteurCompteId: null };

/**
 * Ends what hangs on services, at the last day that each now has: lines are cut there, granted abonnements end once it
 * has come, pending requests for them expire. Journal and events go with it; gives the people touched, who get their
 * mail from the caller when somebody does it, or else read it in their digest. The caller holds the structures, then the rattachements
 * (`verrouillerRattachementsDe`), then the services.
 */
export async function terminerServices(
  tx: Connection,
  serviceIds: number[],
  auteur: Auteur,
  instant: Date,
): Promise<Touche[]> {
  if (serviceIds.length === 0) return [];
  const jour = jourCivil(instant);
  const rattachements = await bornerLignes(tx, serviceIds, jour, instant);
  const finis = await sansLigne(
    tx,
    rattachements.map(({ id }) => id),
  );
  const delegations = await terminerRattachements(tx, finis, instant);
  const abonnes = await terminerDeServices(tx, serviceIds, jour, instant);
  const demandes = await expirerLignes(tx, await lignesDemandees(tx, serviceIds), instant);
  // A principal's line, and one that was to start later, are gone before the last day: so is what they carried.
  await finirPerdus(
    tx,
    rattachements.map(({ id }) => id),
    instant,
  );
  await marquerFins(tx, serviceIds, jour);
  await journaliserLot(tx, [
    ...lignesDeRattachements(rattachements, new Set(finis), auteur, instant),
    ...lignesDeDelegations(delegations, auteur, instant),
    ...lignesDuJournal(abonnes, 'ABONNEMENT_RETIRE', auteur, instant, { cause: 'SERVICE_FERME' }),
    ...lignesDeDemandes(demandes, auteur, instant),
  ]);
  const touches = uniques([...rattachements, ...abonnes, ...demandes]);
  const quoi = auteur.acteurCompteId === null ? 'SERVICE_ARRETE' : 'SERVICE_FERME';
  await annoncerAuxComptes(tx, touches, quoi, instant);
  await annoncerAuxComptes(tx, delegations, 'DELEGATION_TERMINEE', instant);
  return touches;
}

function lignesDeRattachements(
  rattachements: RattachementTouche[],
  finis: Set<number>,
  auteur: Auteur,
  instant: Date,
): LigneDeJournal[] {
  return rattachements.map(({ id, compteId, structureId }) => ({
    instant,
    ...auteur,
    acte: finis.has(id) ? 'RATTACHEMENT_SUPPRIME' : 'RATTACHEMENT_MODIFIE',
    objet: 'rattachement',
    objetId: id,
    compteId,
    structureId,
    details: { cause: 'SERVICE_FERME' },
  }));
}

function lignesDeDelegations(
  delegations: DelegationFinie[],
  auteur: Auteur,
  instant: Date,
): LigneDeJournal[] {
  return delegations.map(({ id, compteId, structureId }) => ({
    instant,
    ...auteur,
    acte: 'DELEGATION_TERMINEE',
    objet: 'delegation',
    objetId: id,
    compteId,
    structureId,
    details: { cause: 'SERVICE_FERME' },
  }));
}

/** The journal lines of requests that are over because what they asked was closed. */
export function lignesDeDemandes(
  demandes: DemandeTouchee[],
  auteur: Auteur,
  instant: Date,
): LigneDeJournal[] {
  const finies = demandes.filter(({ terminee }) => terminee);
  return finies.map(({ id, compteId, structureId }) => ({
    instant,
    ...auteur,
    acte: 'DEMANDE_EXPIREE',
    objet: 'demande',
    objetId: id,
    compteId,
    structureId,
  }));
}

/** Each person once a structure. */
export function uniques(touches: Touche[]): Touche[] {
  const parCle = new Map(
    touches.map(({ compteId, structureId }) => [
      `${compteId} ${structureId}`,
      { compteId, structureId },
    ]),
  );
  return [...parCle.values()];
}

const SERVICES_PAR_LOT = 100;

/**
 * Applies the last days that have come: those given ahead, and whatever was granted on such services since. Gives how
 * many services that was. Each batch is its own transaction: run twice, by two workers or after a kill, nobody is told
 * twice.
 */
export async function appliquerFinsDeService(sql: Sql, instant: Date): Promise<number> {
  const jour = jourCivil(instant);
  let nombre = 0;
  for (;;) {
    const dues = await finsAAppliquer(sql, jour, SERVICES_PAR_LOT);
    if (dues.length === 0) return nombre;
    nombre += dues.length;
    await ownTransaction(sql, async (tx) => {
      await verrouillerStructuresDe(
        tx,
        dues.map(({ structureId }) => structureId),
      );
      const ids = dues.map(({ id }) => id);
      await verrouillerRattachementsDe(tx, ids);
      await terminerServices(tx, await verrouillerFinsDues(tx, ids, jour), LE_PORTAIL, instant);
    });
  }
}
