// Takes a file in (screens §8): streamed to the store under a random name, measured and hashed on the way.
import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Magasin } from '../../platform/fichiers/magasin.ts';

/** A file in the store that no row names yet. */
export type Depot = { fichier: string; tailleOctets: number; empreinteSha256: Buffer };
export type RefusDeDepot = 'vide' | 'tropGros';

/**
 * Stores a content, at most `octetsMax` of it: what is longer is cut off there and leaves nothing, nor does what is empty or
 * breaks off. The source is left as it is: the caller reads or drops the rest of it.
 */
export async function deposerFichier(
  magasin: Magasin,
  source: Readable,
  octetsMax: number,
): Promise<{ kind: 'depose'; depot: Depot } | { kind: 'refus'; refus: RefusDeDepot }> {
  const fichier = randomUUID();
  const empreinte = createHash('sha256');
  let tailleOctets = 0;
  let refus: RefusDeDepot | null = null;

  async function* mesurer(): AsyncGenerator<Buffer> {
    for await (const morceau of source.iterator({ destroyOnReturn: false })) {
      tailleOctets += morceau.length;
      if (tailleOctets > octetsMax) refus = 'tropGros';
      if (refus) throw new Error(refus);
      empreinte.update(morceau);
      yield morceau;
    }
    if (tailleOctets === 0) refus = 'vide';
    if (refus) throw new Error(refus);
  }

  try {
    await magasin.deposer(fichier, Readable.from(mesurer(), { objectMode: false }));
  } catch (error) {
    if (refus) return { kind: 'refus', refus };
    throw error;
  }
  const empreinteSha256 = empreinte.digest();
  return { kind: 'depose', depot: { fichier, tailleOctets, empreinteSha256 } };
}
