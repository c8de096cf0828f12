// Where files are kept, each under a random name of ours: a folder of this machine or an S3 service.
import type { Readable } from 'node:stream';

/** A part of a file, both ends included, in bytes from 0. */
export type Intervalle = { debut: number; fin: number };

export type Magasin = {
  /**
   * Streams a file in. Once it resolves, a power cut does not lose it; aborted or failed, nothing
   * of it stays.
   */
  deposer(nom: string, contenu: Readable): Promise<void>;
  /** Streams a file, or a part of it, out; rejects when there is none of that name. */
  lire(nom: string, intervalle?: Intervalle): Promise<Readable>;
  /** Removes a file; one that is not there is no error. */
  supprimer(nom: string): Promise<void>;
  existe(nom: string): Promise<boolean>;
  /** Every file that is kept, for the sweeper. */
  lister(): AsyncIterable<{ nom: string; modifieLe: Date }>;
};
