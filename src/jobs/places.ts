// So many at once, no more: what comes when all places are taken is not done, and not waited for.

export class Places {
  readonly #nombre: number;
  #prises = 0;

  constructor(nombre: number) {
    this.#nombre = nombre;
  }

  get libres(): boolean {
    return this.#prises < this.#nombre;
  }

  /** Does this in a free place; does nothing without one. */
  async occuper(agir: () => Promise<void>): Promise<void> {
    if (!this.libres) return;
    this.#prises += 1;
    try {
      await agir();
    } finally {
      this.#prises -= 1;
    }
  }
}
