// The passages of the digests (model §6): cut once, their batches claimed, read again at each try, closed.
import { randomUUID } from 'node:crypto';
import { jourCivil } from '../../platform/clock.ts';
import { nouveauJeton } from '../../platform/jetons.ts';
import type { Connection, Sql } from '../../platform/postgres/sql.ts';
import { estHebdomadaire, jourDeReleve } from './jours-ouvres.ts';
import type { CibleDeDesabonnement } from './preferences.ts';
import { contenusDe } from './queries-contenu.ts';
import { fermerLots, insererLotsDuJour, insererLotsImmediats, type Lot } from './queries-lot.ts';
import {
  dernierPassage,
  duNeufDepuis,
  effacerPassages,
  fenetreSuivante,
  insererPassage,
  obtenirOuverture,
  type Passage,
  recaler,
} from './queries-passage.ts';
import {
  abandonnerEnvois,
  abandonnerPerdus,
  type EnvoiDu,
  envoisDus,
  jetonsDeDesabonnement,
  noterPrepare,
  reclamerLot,
} from './queries-reclamation.ts';

import { sujetsDits } from './queries-releve.ts';
import { type ContenuDeReleve, type RythmeDeReleve, sujetsDuReleve } from './releve.ts';

export type Ouverture =
  | { kind: 'ouvert'; passageId: number }
  /** Not the time, or it is open already, or nothing happened. */
  | { kind: 'rien' }
  /** A worker reads or sends a batch of the one before. */
  | { kind: 'occupe' };

/** Accounts taken together. */
const LOT_COMPTES = 250;

/** Opens the digest of the day when its hour has come; one that never left whole is taken over by this one. */
export function ouvrirReleveDuJour(
  sql: Sql,
  instant: Date,
  tailleDesLots = LOT_COMPTES,
): Promise<Ouverture> {
  const jour = jourDeReleve(instant);
  return ouvrir(sql, 'QUOTIDIEN', instant, async (tx, dernier) => {
    if (jour === null || dernier.jour >= jour) return null;
    const hebdomadaire = estHebdomadaire(jour, dernier.jourHebdo);
    const fenetre = await fenetreSuivante(tx, 'QUOTIDIEN');
    const passage = { ...fenetre, rythme: 'QUOTIDIEN', jour, hebdomadaire } as const;
    return { passage, lots: (id) => insererLotsDuJour(tx, id, tailleDesLots) };
  });
}

/** Opens a passage of notices at once, when something happened since the last one. */
export function ouvrirAlertes(
  sql: Sql,
  instant: Date,
  tailleDesLots = LOT_COMPTES,
): Promise<Ouverture> {
  return ouvrir(sql, 'IMMEDIAT', instant, async (tx) => {
    const fenetre = await fenetreSuivante(tx, 'IMMEDIAT');
    if (!(await duNeufDepuis(tx, fenetre))) return null;
    const jour = jourCivil(instant);
    const passage = { ...fenetre, rythme: 'IMMEDIAT', jour, hebdomadaire: false } as const;
    return { passage, lots: (id) => insererLotsImmediats(tx, id, fenetre, tailleDesLots) };
  });
}

type Projet = { passage: Omit<Passage, 'id'>; lots: (passageId: number) => Promise<void> };

function ouvrir(
  sql: Sql,
  rythme: RythmeDeReleve,
  instant: Date,
  projeter: (
    tx: Connection,
    dernier: Awaited<ReturnType<typeof dernierPassage>>,
  ) => Promise<Projet | null>,
): Promise<Ouverture> {
  return sql.begin(async (tx): Promise<Ouverture> => {
    if (!(await obtenirOuverture(tx))) return { kind: 'occupe' };
    await recaler(tx);
    const dernier = await dernierPassage(tx, rythme);
    const projet = await projeter(tx, dernier);
    if (!projet) return { kind: 'rien' };
    if (!(await fermerLots(tx, dernier, instant))) return { kind: 'occupe' };
    await abandonnerPerdus(tx, rythme, instant);
    const passageId = await insererPassage(tx, projet.passage, instant);
    await projet.lots(passageId);
    await effacerPassages(tx, rythme, passageId, instant);
    return { kind: 'ouvert', passageId };
  });
}

/** What a batch has to send now: the claim, what it tells, of which subjects, the token that stops it. */
export type AEnvoyer = EnvoiDu & {
  contenu: ContenuDeReleve;
  sujets: readonly string[];
  jeton: string;
};

/**
 * What the accounts of a batch are told at this instant, with their rights and choices of now. The first time claims a
 * mail for each; later times drop the claims of who must not be told any more.
 */
export async function preparerLot(
  connection: Connection,
  lot: Lot,
  instant: Date,
): Promise<AEnvoyer[]> {
  const dus = lot.prepare ? await envoisDus(connection, lot.id) : [];
  const comptes = lot.prepare ? dus.map(({ compteId }) => compteId) : lot.comptes;
  if (comptes.length === 0) return [];
  const { contenus, sujets } = await lire(connection, comptes, lot.passage, jourCivil(instant));
  const envois = lot.prepare ? dus : await reclamer(connection, lot, contenus, instant);
  const parCompte = new Map(contenus.map((contenu) => [contenu.compteId, contenu]));
  const muets = envois.filter(({ compteId }) => !parCompte.has(compteId));
  await abandonnerEnvois(
    connection,
    muets.map(({ envoiId }) => envoiId),
  );
  const dits = envois.flatMap((envoi) => {
    const contenu = parCompte.get(envoi.compteId);
    return contenu ? [{ ...envoi, contenu, cible: cibleDe(contenu, lot.passage) }] : [];
  });
  if (dits.length === 0) return [];
  const jetons = await jetonsDeDesabonnement(
    connection,
    dits.map(({ compteId, cible }) => ({ compteId, cible, neuf: nouveauJeton() })),
  );
  return dits.map(({ cible, ...envoi }) => ({
    ...envoi,
    sujets: sujets.get(envoi.compteId) ?? [],
    jeton: jetons.get(`${envoi.compteId} ${cible}`) ?? '',
  }));
}

// As of one instant: a choice is in all that is read, or in nothing of it.
function lire(connection: Connection, comptes: readonly number[], passage: Passage, jour: string) {
  return transaction(connection, 'isolation level repeatable read', async () => ({
    sujets: await sujetsDits(connection, comptes, passage),
    contenus: await contenusDe(connection, comptes, passage, jour),
  }));
}

function reclamer(
  connection: Connection,
  lot: Lot,
  contenus: ContenuDeReleve[],
  instant: Date,
): Promise<EnvoiDu[]> {
  const voulus = contenus.map(({ compteId }) => ({ compteId, messageId: randomUUID() }));
  return transaction(connection, '', async () => {
    const envois = await reclamerLot(connection, lot, voulus, instant);
    await noterPrepare(connection, lot.id, instant);
    return envois;
  });
}

// By hand: the session holds the lock of the batch.
async function transaction<R>(
  session: Connection,
  mode: '' | 'isolation level repeatable read',
  agir: () => Promise<R>,
): Promise<R> {
  await session.unsafe(`begin ${mode}`);
  try {
    const fait = await agir();
    await session`commit`;
    return fait;
  } catch (error) {
    await session`rollback`.catch(() => undefined);
    throw error;
  }
}

// One subject is stopped alone; several, with all that comes this way.
function cibleDe(contenu: ContenuDeReleve, { rythme }: Passage): CibleDeDesabonnement {
  const [sujet, ...autres] = sujetsDuReleve(contenu);
  if (sujet !== undefined && autres.length === 0) return sujet;
  return rythme === 'QUOTIDIEN' ? 'RELEVE' : 'ALERTE';
}
