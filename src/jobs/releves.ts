// Digests and notices at once: opens what is due, then sends batch after batch, beside other workers.
import {
  type Ouverture,
  ouvrirAlertes,
  ouvrirReleveDuJour,
} from '../domain/notification/actions-releve.ts';
import { lotsDus, prendreLot, rendreLot } from '../domain/notification/queries-lot.ts';
import type { RythmeDeReleve } from '../domain/notification/releve.ts';
import { planForValues } from '../platform/postgres/custom-plans.ts';
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
  await ouvrir(sql, rythme, await clock());
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
  await Promise.all(Array.from({ length: LOTS_DE_FRONT[rythme] }, vider));
}

function ouvrir(sql: Sql, rythme: RythmeDeReleve, instant: Date): Promise<Ouverture> {
  return rythme === 'QUOTIDIEN' ? ouvrirReleveDuJour(sql, instant) : ouvrirAlertes(sql, instant);
}

// On one connection from end to end: losing it is losing the batch, which another worker then takes.
async function traiterLot(id: number, relais: boolean, outils: OutilsDeReleve): Promise<boolean> {
  const connection = await outils.sql.reserve();
  try {
    const lot = await prendreLot(connection, id);
    if (!lot) return relais;
    try {
      await planForValues(connection, 'session');
      return await envoyerLot(connection, lot, relais, outils);
    } finally {
      await planForValues(connection, 'reset');
      await rendreLot(connection, id);
    }
  } finally {
    connection.release();
  }
}
