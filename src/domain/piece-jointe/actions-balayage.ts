// The sweeper: the store holds nothing that no row names, no row names a file that is gone, nothing outlives its time.
import type { Magasin } from '../../platform/fichiers/magasin.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { journaliserTout } from '../journal/queries.ts';
import {
  effacerRejetees,
  fichiersNommes,
  piecesApres,
  toujoursNommees,
  viderTiroirs,
} from './queries-balayage.ts';

const JOUR_MS = 86_400_000;
/** A file that is being received has no row yet; none takes a day. */
const SANS_LIGNE_JOURS = 1;
const REJETEE_JOURS = 30;
/** The drawers of deactivated accounts (model §7). */
const COMPTE_DESACTIVE_JOURS = 180;
const LOT = 500;
/** How many files the store is asked about at once. */
const QUESTIONS = 50;
/** What a row may name; other names are of files that were never whole. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How many files were removed, and which rows name a file that is not there: somebody must look. */
export type Balayage = { effaces: number; manquantes: number[] };

/** Runs once over everything; it can be run again. */
export async function balayer(sql: Sql, magasin: Magasin, instant: Date): Promise<Balayage> {
  await effacerRejetees(sql, jours(instant, REJETEE_JOURS));
  await effacerTiroirs(sql, instant);
  const effaces = await effacerSansLigne(sql, magasin, jours(instant, SANS_LIGNE_JOURS));
  return { effaces, manquantes: await chercherManquantes(sql, magasin) };
}

async function effacerTiroirs(sql: Sql, instant: Date): Promise<void> {
  const avant = jours(instant, COMPTE_DESACTIVE_JOURS);
  for (;;) {
    const effacees = await sql.begin(async (tx) => {
      const pieces = await viderTiroirs(tx, avant, LOT);
      await journaliserTout(
        tx,
        pieces.map(({ id, compteId }): LigneDeJournal => {
          const ligne = { instant, acteurCompteId: null, compteId, objetId: id };
          return { ...ligne, acte: 'PIECE_SUPPRIMEE', objet: 'piece_jointe' };
        }),
      );
      return pieces.length;
    });
    if (effacees < LOT) return;
  }
}

async function effacerSansLigne(sql: Sql, magasin: Magasin, avant: Date): Promise<number> {
  let effaces = 0;
  let lot: string[] = [];
  const vider = async () => {
    const nommes = await fichiersNommes(
      sql,
      lot.filter((nom) => UUID.test(nom)),
    );
    const perdus = lot.filter((nom) => !nommes.has(nom));
    for (const nom of perdus) await magasin.supprimer(nom);
    effaces += perdus.length;
    lot = [];
  };
  for await (const { nom, modifieLe } of magasin.lister()) {
    if (modifieLe > avant) continue;
    lot.push(nom);
    if (lot.length === LOT) await vider();
  }
  if (lot.length > 0) await vider();
  return effaces;
}

async function chercherManquantes(sql: Sql, magasin: Magasin): Promise<number[]> {
  const manquantes: number[] = [];
  let dernier = 0;
  for (;;) {
    const pieces = await piecesApres(sql, dernier, QUESTIONS);
    const existent = await Promise.all(pieces.map(({ fichier }) => magasin.existe(fichier)));
    const absentes = pieces.filter((_, rang) => !existent[rang]).map(({ id }) => id);
    // Deleted while it was looked for: nothing is missing.
    manquantes.push(...(await toujoursNommees(sql, absentes)));
    if (pieces.length < QUESTIONS) return manquantes;
    dernier = pieces.at(-1)?.id ?? dernier;
  }
}

function jours(instant: Date, nombre: number): Date {
  return new Date(instant.getTime() - nombre * JOUR_MS);
}
