// Digests and notices at once: opens what is due, then sends batch after batch, beside other workers.
import {
  type Ouverture,
  ouvrirAlertes,
  ouvrirReleveDuJour,
} from '../domain/notification/actions-releve.ts';
import {
  couperLot,
  type Lot,
  lotsDus,
  prendreLot,
  rendreLot,
  terminerLot,
} from '../domain/notification/queries-lot.ts';
import { prochainEssai, type RythmeDeReleve } from '../domain/notification/releve.ts';
import { planForValues } from '../platform/postgres/custom-plans.ts';
import { ownSession } from '../platform/postgres/own-session.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { envoyerLot, type OutilsDEnvoi } from './envoyer-lot.ts';

const LOTS_CHERCHES = 20;
/** One batch is read and claimed while the other leaves; each holds a connection. */
const LOTS_DE_FRONT: Record<RythmeDeReleve, number> = { QUOTIDIEN: 2, IMMEDIAT: 1 };
/** The queue asks again each minute, and takes a job of a quarter of an hour for lost. */
const DUREE_MAX_MS = 10 * 60_000;

export type OutilsDeReleve = OutilsDEnvoi & { sql: Sql };

/** Cheap when nothing is due: two short reads. */
export async function envoyerReleves(
  rythme: RythmeDeReleve,
  outils: OutilsDeReleve,
): Promise<void> {
  const { sql, clock, arrete } = outils;
  const fin = performance.now() + DUREE_MAX_MS;
  const [ouverture] = await Promise.allSettled([ouvrir(sql, rythme, await clock())]);
  const vus = new Set<number>();
  // The relay out of reach, the other batches are claimed and wait.
  let relais = true;
  async function suivant(): Promise<number | undefined> {
    if (arrete() || performance.now() > fin) return undefined;
    const dus = await lotsDus(sql, rythme, await clock(), LOTS_CHERCHES + vus.size);
    return dus.find((id) => !vus.has(id));
  }
  async function vider(): Promise<void> {
    for (let id = await suivant(); id !== undefined; id = await suivant()) {
      if (vus.has(id)) continue;
      vus.add(id);
      relais = (await traiterLot(id, relais, outils)) && relais;
    }
  }
  // What could not be opened does not hold back what waits; nothing goes on behind the end of this.
  const fins = await Promise.allSettled(Array.from({ length: LOTS_DE_FRONT[rythme] }, vider));
  for (const issue of [ouverture, ...fins]) if (issue.status === 'rejected') throw issue.reason;
}

function ouvrir(sql: Sql, rythme: RythmeDeReleve, instant: Date): Promise<Ouverture> {
  return rythme === 'QUOTIDIEN' ? ouvrirReleveDuJour(sql, instant) : ouvrirAlertes(sql, instant);
}

// In one session from end to end: losing it is losing the batch, which another worker then takes.
function traiterLot(id: number, relais: boolean, outils: OutilsDeReleve): Promise<boolean> {
  return ownSession(outils.sql, async (session) => {
    const lot = await prendreLot(session, id);
    if (!lot) return relais;
    try {
      await planForValues(session, 'session');
      return await envoyerLot(session, lot, relais, outils);
    } catch (error) {
      await ecarter(session, lot, error, outils);
      return relais;
    } finally {
      await rendreLot(session, id).catch(() => undefined);
    }
  });
}

// One that fails does not hold back the others: cut in two, down to the account that fails, which waits longer and longer.
async function ecarter(
  session: Sql,
  lot: Lot,
  error: unknown,
  { sql, clock, log }: OutilsDeReleve,
): Promise<void> {
  log.warn({ err: error, lot: lot.id, comptes: lot.comptes.length }, 'a batch failed');
  const instant = await clock();
  // Lost with its session, it may be another worker's already.
  const tenu = await session`select`.then(
    () => true,
    () => false,
  );
  if (tenu && lot.comptes.length > 1) return couperLot(session, lot, instant);
  const essais = lot.essais + 1;
  const prochain = prochainEssai(lot.passage.rythme, essais, instant);
  await terminerLot(tenu ? session : sql, lot.id, { essais, prochainEssai: prochain }, instant);
}
