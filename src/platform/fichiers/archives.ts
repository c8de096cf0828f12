// What archives say that they hold, without opening them: a zip's directory, a gzip's last four bytes.
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import type { Source } from './source.ts';

export type Teneur = {
  octetsDeclares: number;
  /** Declared bytes for one byte of the file. */
  rapport: number;
};

const BLOC_OCTETS = 256 * 1024;

/** Null when it has no directory that can be read. */
export async function directoireZip(source: Source): Promise<Teneur | null> {
  const lecteur = new Lecteur(source);
  try {
    // Names are not looked at: nothing is extracted.
    const options = { decodeStrings: false };
    const zip = await fromRandomAccessReaderPromise(lecteur, source.octets, options);
    let octetsDeclares = 0;
    for await (const { uncompressedSize } of zip.eachEntry()) octetsDeclares += uncompressedSize;
    return { octetsDeclares, rapport: octetsDeclares / source.octets };
  } catch {
    if (lecteur.panne) throw lecteur.panne;
    return null;
  }
}

/** Modulo 4 GiB and of its last member only (RFC 1952, ISIZE): the antivirus sees the rest. */
export async function finGzip({ octets, lire }: Source): Promise<Teneur> {
  const fin = { debut: Math.max(0, octets - 4), fin: octets - 1 };
  const octetsDeclares = Buffer.concat(await (await lire(fin)).toArray()).readUInt32LE(0);
  return { octetsDeclares, rapport: octetsDeclares / octets };
}

// yauzl reads a few bytes at a time, backwards then forwards: from blocks, not one request each.
class Lecteur extends RandomAccessReader {
  /** What the store said when it could not be read. */
  panne: Error | null = null;
  readonly #source: Source;
  #debut = 0;
  #bloc: Buffer = Buffer.alloc(0);

  constructor(source: Source) {
    super();
    this.#source = source;
  }

  override read(
    vers: Buffer,
    a: number,
    octets: number,
    depuis: number,
    fini: (error: Error | null) => void,
  ): void {
    if (depuis + octets > this.#source.octets) {
      fini(new Error('past the end'));
      return;
    }
    this.#charger(depuis, octets).then(
      () => {
        this.#bloc.copy(vers, a, depuis - this.#debut, depuis - this.#debut + octets);
        fini(null);
      },
      (error: Error) => {
        this.panne = error;
        fini(error);
      },
    );
  }

  async #charger(depuis: number, octets: number): Promise<void> {
    const present = this.#debut <= depuis && depuis + octets <= this.#debut + this.#bloc.length;
    if (present) return;
    const fin = Math.min(depuis + Math.max(octets, BLOC_OCTETS), this.#source.octets) - 1;
    const morceaux = await (await this.#source.lire({ debut: depuis, fin })).toArray();
    this.#bloc = Buffer.concat(morceaux);
    this.#debut = depuis;
  }
}
