// Runs the MADRHAS feed: reads the file, hands its lines to the domain, reports (madrhas-feed.md).
import { appliquerFluxComptes, desactiverAbsents } from '../../domain/compte/actions-flux.ts';
import type { LigneFlux } from '../../domain/compte/flux.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { SEUIL_PAR_DEFAUT } from '../arguments.ts';
import { EnsembleDIds } from '../ensemble-d-ids.ts';
import { LOT_LIGNES } from '../lots.ts';
import { type Issue, type Journal, type LigneValide, parcourir } from '../parcours.ts';
import { garderRejets, nomDeFichier, sousRapport } from '../rapports.ts';
import { type Absents, chercherAbsents, motifDArret } from './absents.ts';
import { type Bilan, bilanVide, compter, type Fait, phraseDeRejet, resume } from './bilan.ts';
import { LigneMadrhas } from './ligne.ts';

export type OptionsMadrhas = {
  fichier: string;
  /** Accounts that the file no longer names are deactivated. */
  complet: boolean;
  /** The part of the active accounts that a complete file may leave out. */
  seuil?: number;
  /** Applies a complete file in spite of the guard. */
  forcer?: boolean;
};

/**
 * Imports a feed, plain or gzip, by batches of one transaction each: what is committed stays, and
 * the same file run again changes nothing more. `journal` gets the refused lines (number and
 * reason), the progress and the summary. A complete file is read twice: the guard decides before
 * anything is changed. The pool must have two connections: one holds the lock that keeps two runs
 * apart.
 */
export function importerMadrhas(
  sql: Sql,
  clock: Clock,
  { fichier, complet, seuil = SEUIL_PAR_DEFAUT, forcer = false }: OptionsMadrhas,
  journal: Journal,
): Promise<Bilan> {
  const bilan = bilanVide();
  const quoi = { source: 'MADRHAS', fichier: nomDeFichier(fichier), bilan } as const;
  return sousRapport(sql, clock, quoi, async (rapport) => {
    const absents = complet ? await chercherAbsents(sql, fichier) : undefined;
    bilan.motifArret = absents && !forcer ? motifDArret(absents, seuil) : null;
    if (bilan.motifArret) journal(bilan.motifArret);
    else {
      await appliquerFichier(sql, clock, { fichier, rapport, bilan, journal });
      if (absents) await desactiverTous(sql, clock, absents, bilan);
      bilan.etat = 'TERMINE';
    }
    journal(resume(bilan));
    return bilan;
  });
}

async function appliquerFichier(
  sql: Sql,
  clock: Clock,
  course: { fichier: string; rapport: number; bilan: Bilan; journal: Journal },
): Promise<void> {
  const { fichier, rapport, bilan, journal } = course;
  // The accounts that this file named in batches already committed.
  const appliques = new EnsembleDIds();
  await parcourir<LigneFlux, Fait>({
    fichier,
    schema: LigneMadrhas,
    appliquer: async (lot) => appliquerLot(sql, lot, appliques, await clock()),
    compter: (fait) => compter(bilan, fait),
    garderRejets: (rejets) => garderRejets(sql, rapport, rejets),
    compteurs: bilan,
    journal,
  });
}

async function appliquerLot(
  sql: Sql,
  lot: LigneValide<LigneFlux>[],
  appliques: EnsembleDIds,
  instant: Date,
): Promise<Issue<Fait>[]> {
  const lignes = lot.map(({ numero, valeur }) => ({ numero, flux: valeur }));
  const faits = await appliquerFluxComptes(sql, lignes, (id) => appliques.contient(id), instant);
  return faits.map((fait) => {
    const { numero } = fait;
    if (fait.kind === 'rejete') return { numero, motif: phraseDeRejet(fait.raison) };
    appliques.ajouter(fait.compteId);
    return { numero, fait };
  });
}

async function desactiverTous(
  sql: Sql,
  clock: Clock,
  { ids }: Absents,
  bilan: Bilan,
): Promise<void> {
  for (let debut = 0; debut < ids.length; debut += LOT_LIGNES) {
    const lot = ids.slice(debut, debut + LOT_LIGNES);
    bilan.desactives += await desactiverAbsents(sql, lot, await clock());
  }
}
