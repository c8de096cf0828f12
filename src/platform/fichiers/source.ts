// A content that is examined: it can be read again, in whole or in part.
import type { Readable } from 'node:stream';
import type { Intervalle, Magasin } from './magasin.ts';

export type Source = { octets: number; lire(intervalle?: Intervalle): Promise<Readable> };

/** The content that a store keeps under this name, of a known length. */
export function sourceDe(magasin: Magasin, nom: string, octets: number): Source {
  return { octets, lire: (intervalle) => magasin.lire(nom, intervalle) };
}
