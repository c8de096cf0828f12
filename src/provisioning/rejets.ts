// The lines that an import of structures refuses: printed, kept with its report, and written in a file to be mended.
import { type FileHandle, open, rm } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { ErreurDeDemarrage } from '../platform/erreur-de-demarrage.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { garderRejets, type Rejet } from './rapports.ts';

/** Refused lines beyond these are in the file only. */
const IMPRIMES_MAX = 100;
const GARDES_MAX = 10_000;
const LOT = 500;
const CSV = { delimiter: ';' };

type Destination = {
  sql: Sql;
  /** The report that keeps them. */
  rapport: number;
  /** The file that they come from, when it is not the one that the report names. */
  fichier: string;
  /** The file where they are written; that of an earlier run is removed. */
  chemin: string;
  journal: (line: string) => void;
};

/** The refused lines of one file; the file of rejects is there only when there are some. */
export class Rejets {
  nombre = 0;
  readonly #destination: Destination;
  #lot: Rejet[] = [];
  #sortie: FileHandle | undefined;

  private constructor(destination: Destination) {
    this.#destination = destination;
  }

  static async ouvrir(destination: Destination): Promise<Rejets> {
    const { chemin } = destination;
    await rm(chemin, { force: true }).catch((cause: unknown) => {
      throw pasInscriptible(chemin, cause);
    });
    return new Rejets(destination);
  }

  async noter(rejet: Rejet): Promise<void> {
    this.nombre += 1;
    this.#imprimer(rejet);
    // Made at the first one, while nothing is changed yet: it may be impossible.
    this.#sortie ??= await this.#creer();
    if (this.#lot.push(rejet) === LOT) await this.#ecrire(this.#sortie);
  }

  /** Writes what is left, and says where it all is. */
  async fermer(): Promise<void> {
    if (!this.#sortie) return;
    await this.#ecrire(this.#sortie);
    await this.#sortie.close();
    this.#destination.journal(`Lignes rejetées : ${this.#destination.chemin}`);
  }

  async #ecrire(sortie: FileHandle): Promise<void> {
    const { sql, rapport, fichier } = this.#destination;
    const lot = this.#lot;
    this.#lot = [];
    const lignes = lot.map(({ ligne, motif, contenu }) => [ligne, motif, contenu.trimEnd()]);
    await sortie.write(stringify(lignes, CSV));
    if (this.nombre <= GARDES_MAX) await garderRejets(sql, rapport, lot, fichier);
  }

  async #creer(): Promise<FileHandle> {
    const { chemin } = this.#destination;
    try {
      const sortie = await open(chemin, 'w');
      await sortie.write(stringify([['ligne', 'motif', 'contenu']], CSV));
      return sortie;
    } catch (cause) {
      throw pasInscriptible(chemin, cause);
    }
  }

  #imprimer({ ligne, motif }: Rejet): void {
    const { fichier, journal } = this.#destination;
    if (this.nombre > IMPRIMES_MAX) return;
    journal(`${fichier === '' ? 'Ligne' : `${fichier}, ligne`} ${ligne} rejetée : ${motif}`);
    if (this.nombre === IMPRIMES_MAX) {
      journal('Les rejets suivants sont dans le fichier seulement.');
    }
  }
}

function pasInscriptible(chemin: string, cause: unknown): ErreurDeDemarrage {
  const phrase = `Le fichier des rejets « ${chemin} » ne peut être écrit : donnez-en un autre par --rejets.`;
  return new ErreurDeDemarrage(phrase, { cause });
}
