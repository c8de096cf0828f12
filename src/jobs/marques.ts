// Marks mails as sent while others leave: those that come during one write go together in the next.
import { marquerEnvoyes } from '../domain/notification/queries-reclamation.ts';
import type { Clock } from '../platform/clock.ts';
import type { Connection } from '../platform/postgres/sql.ts';

export class Marques {
  #connection: Connection;
  #clock: Clock;
  #attente: number[] = [];
  #suivante: Promise<void> | null = null;
  #courante: Promise<void> = Promise.resolve();

  constructor(connection: Connection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  /** Resolves once the mark is written. */
  marquer(envoiId: number): Promise<void> {
    this.#attente.push(envoiId);
    this.#suivante ??= this.#apres(this.#courante);
    return this.#suivante;
  }

  async #apres(precedente: Promise<void>): Promise<void> {
    await precedente.catch(() => undefined);
    const ecrits = this.#attente;
    this.#attente = [];
    this.#courante = this.#suivante ?? Promise.resolve();
    this.#suivante = null;
    await marquerEnvoyes(this.#connection, ecrits, await this.#clock());
  }
}
