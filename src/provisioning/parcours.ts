// The way that every register's file goes: read, check, apply by batches, keep and print what is
// refused.
import type { z } from 'zod';
import { type LigneLue, lireLignes } from './lignes.ts';
import { parLots } from './lots.ts';
import type { Rejet } from './rapports.ts';
import { lireJson, motifDesValeurs } from './refus.ts';

const PROGRES_LIGNES = 10_000;
/** Refused lines beyond these are in the report only. */
const REJETS_IMPRIMES_MAX = 100;

export type Journal = (line: string) => void;
export type LigneValide<V> = { numero: number; valeur: V };
/** What became of a line: refused with a reason, or done. */
export type Issue<R> = { numero: number } & ({ motif: string } | { fait: R });
type Compteurs = { lus: number; rejetes: number };

export type Parcours<V, R> = {
  fichier: string;
  schema: z.ZodType<V>;
  appliquer: (lot: LigneValide<V>[]) => Promise<Issue<R>[]>;
  compter: (fait: R) => void;
  garderRejets: (rejets: Rejet[]) => Promise<void>;
  compteurs: Compteurs;
  journal: Journal;
};

type Lue<V> = LigneLue & ({ valeur: V } | { motif: string });
type Traitee<V, R> = { ligne: Lue<V>; issue: Issue<R> };

/** Takes a file from its first line to its last. */
export async function parcourir<V, R>(parcours: Parcours<V, R>): Promise<void> {
  const { fichier, schema, compteurs, compter, journal } = parcours;
  const appliquer = (lot: Lue<V>[]) => appliquerLot(lot, parcours.appliquer);
  const refuser = (ligne: Lue<V>, motif: string): Traitee<V, R> => ({
    ligne,
    issue: { numero: ligne.numero, motif },
  });
  for await (const lot of parLots(lireValides(fichier, schema), appliquer, refuser)) {
    const rejets: Rejet[] = [];
    const avant = compteurs.lus;
    for (const { ligne, issue } of lot) {
      if ('fait' in issue) compter(issue.fait);
      else rejets.push({ ligne: ligne.numero, motif: issue.motif, contenu: ligne.texte });
    }
    compteurs.lus += lot.length;
    await parcours.garderRejets(rejets);
    imprimerRejets(rejets, compteurs, journal);
    if (Math.floor(avant / PROGRES_LIGNES) < Math.floor(compteurs.lus / PROGRES_LIGNES))
      journal(`${compteurs.lus} lignes lues, ${compteurs.rejetes} rejetées…`);
  }
}

async function appliquerLot<V, R>(
  lot: Lue<V>[],
  appliquer: Parcours<V, R>['appliquer'],
): Promise<Traitee<V, R>[]> {
  const valides = lot.flatMap((l) =>
    'valeur' in l ? [{ numero: l.numero, valeur: l.valeur }] : [],
  );
  const issues = new Map((await appliquer(valides)).map((issue) => [issue.numero, issue]));
  return lot.map((ligne) => {
    const { numero } = ligne;
    if ('motif' in ligne) return { ligne, issue: { numero, motif: ligne.motif } };
    const issue = issues.get(numero);
    if (!issue) throw new Error(`line ${numero} has no outcome`);
    return { ligne, issue };
  });
}

async function* lireValides<V>(fichier: string, schema: z.ZodType<V>): AsyncGenerator<Lue<V>> {
  for await (const ligne of lireLignes(fichier)) {
    const lecture = lireJson(ligne);
    if (lecture.kind === 'refusee') yield { ...ligne, motif: lecture.motif };
    else {
      const lue = schema.safeParse(lecture.valeur);
      yield lue.success
        ? { ...ligne, valeur: lue.data }
        : { ...ligne, motif: motifDesValeurs(lue.error) };
    }
  }
}

function imprimerRejets(rejets: Rejet[], compteurs: Compteurs, journal: Journal): void {
  for (const { ligne, motif } of rejets) {
    compteurs.rejetes += 1;
    if (compteurs.rejetes <= REJETS_IMPRIMES_MAX) journal(`Ligne ${ligne} rejetée : ${motif}`);
    if (compteurs.rejetes === REJETS_IMPRIMES_MAX)
      journal('Les rejets suivants sont dans import_rejet seulement.');
  }
}
