// Reads a register's file line by line, plain or gzip: memory stays flat whatever its size (design
// §6.10).
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

export const LIGNE_MAX_BYTES = 256 * 1024;
const NOUVELLE_LIGNE = 0x0a;

/** A line as read; `refus`: why it could not be. Numbers start at 1; blank lines are skipped. */
export type LigneLue = { numero: number; texte: string; refus?: 'utf8' | 'tropLongue' };

/**
 * Gives the lines of a file; one that ends early (cut archive, disk error) throws. `surOctets` is told how many bytes
 * of the file itself were read so far.
 */
export async function* lireLignes(
  fichier: string,
  surOctets?: (lus: number) => void,
): AsyncGenerator<LigneLue> {
  const source = createReadStream(fichier);
  const octets = fichier.endsWith('.gz') ? createGunzip() : source;
  const lecture =
    octets === source
      ? Promise.resolve()
      : pipeline(source, octets as ReturnType<typeof createGunzip>);
  // The reader below meets the same error: this one must not be « unhandled ».
  lecture.catch(() => undefined);
  let numero = 0;
  for await (const brute of couper(octets, () => surOctets?.(source.bytesRead))) {
    numero += 1;
    const ligne = decoder(brute, numero);
    if (ligne.texte.trim() !== '') yield ligne;
  }
  await lecture;
}

type Brute = { octets: Buffer; tronquee: boolean };

async function* couper(source: AsyncIterable<Buffer>, surBloc: () => void): AsyncGenerator<Brute> {
  let morceaux: Buffer[] = [];
  let taille = 0;
  const finir = (): Brute => {
    const tronquee = taille > LIGNE_MAX_BYTES;
    const octets = Buffer.concat(morceaux).subarray(0, LIGNE_MAX_BYTES);
    morceaux = [];
    taille = 0;
    return { octets, tronquee };
  };
  const garder = (morceau: Buffer) => {
    if (taille <= LIGNE_MAX_BYTES) morceaux.push(morceau);
    taille += morceau.length;
  };
  for await (const bloc of source) {
    surBloc();
    let debut = 0;
    for (let fin = bloc.indexOf(NOUVELLE_LIGNE); fin >= 0; ) {
      garder(bloc.subarray(debut, fin));
      yield finir();
      debut = fin + 1;
      fin = bloc.indexOf(NOUVELLE_LIGNE, debut);
    }
    if (debut < bloc.length) garder(bloc.subarray(debut));
  }
  if (taille > 0) yield finir();
}

// A file in another encoding must not become names full of « � ».
const strict = new TextDecoder('utf-8', { fatal: true });
const tolerant = new TextDecoder('utf-8');

function decoder({ octets, tronquee }: Brute, numero: number): LigneLue {
  if (tronquee) return { numero, texte: tolerant.decode(octets), refus: 'tropLongue' };
  try {
    return { numero, texte: strict.decode(octets) };
  } catch {
    return { numero, texte: tolerant.decode(octets), refus: 'utf8' };
  }
}
