// A set of account ids in one bit each: 1.1 million accounts take some 140 kB.

const PAGE_BITS = 65_536;

/** The accounts that a file named; ids need not follow each other. */
export class EnsembleDIds {
  readonly #pages = new Map<number, Uint8Array>();

  ajouter(id: number): void {
    const numero = Math.floor(id / PAGE_BITS);
    const page = this.#pages.get(numero) ?? new Uint8Array(PAGE_BITS / 8);
    const bit = id % PAGE_BITS;
    page[bit >> 3] = (page[bit >> 3] ?? 0) | (1 << (bit & 7));
    this.#pages.set(numero, page);
  }

  contient(id: number): boolean {
    const page = this.#pages.get(Math.floor(id / PAGE_BITS));
    const bit = id % PAGE_BITS;
    return page !== undefined && ((page[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}
