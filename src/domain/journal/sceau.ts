// The seals of the journal (model §2): each hash covers the line's text and the seal before, so that what is changed shows.
import { createHash } from 'node:crypto';

/** Where the chain has got to. */
export type Maillon = { rang: number; empreinte: Buffer };

const EMPREINTE_BYTES = 32;
/** What comes before the first seal. */
export const ORIGINE: Maillon = { rang: 0, empreinte: Buffer.alloc(EMPREINTE_BYTES) };

/** The hash of a line after a seal: sha256 over the seal's hash, then the line's canonical text in UTF-8. */
export function empreinteSuivante(precedente: Buffer, texte: string): Buffer {
  return createHash('sha256').update(precedente).update(texte, 'utf8').digest();
}

/** The seals of lines, in order, after the last one. */
export function enchainer<L extends { texte: string }>(
  dernier: Maillon,
  lignes: readonly L[],
): (Maillon & { ligne: L })[] {
  let { rang, empreinte } = dernier;
  return lignes.map((ligne) => {
    rang += 1;
    empreinte = empreinteSuivante(empreinte, ligne.texte);
    return { rang, empreinte, ligne };
  });
}
