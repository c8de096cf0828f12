// Is a content text: UTF-8 or an eight-bit alphabet, or UTF-16 behind its mark, without control characters.
import type { Readable } from 'node:stream';

// All but tabulation, ends of line and form feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const COMMANDES = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** Reads until the first byte that no text has. */
export async function estTexte(contenu: Readable): Promise<boolean> {
  let decodeur: TextDecoder | undefined;
  for await (const morceau of contenu as AsyncIterable<Buffer>) {
    decodeur ??= new TextDecoder(alphabet(morceau));
    if (COMMANDES.test(decodeur.decode(morceau, { stream: true }))) return false;
  }
  return true;
}

function alphabet(debut: Buffer): string {
  const marque = debut.length >= 2 ? debut.readUInt16BE(0) : 0;
  if (marque === 0xfffe) return 'utf-16le';
  return marque === 0xfeff ? 'utf-16be' : 'latin1';
}
