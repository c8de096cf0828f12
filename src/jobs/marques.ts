// Marks mails as sent while others leave: those that come during one write go together in the next.
import { type EnvoiParti, marquerEnvoyes } from '../domain/notification/queries-reclamation.ts';
import type { Clock } from '../platform/clock.ts';
import type { Connection } from '../platform/postgres/sql.ts';

export class Marques {
  #connection: Connection;
  #coupe: string;
  #clock: Clock;
  #attente: EnvoiParti[] = [];
  #suivante: Promise<void> | null = null;
  #courante: Promise<void> = Promise.resolve();

  /** `coupe`: of the passage whose mails leave. */
  constructor(connection: Connection, coupe: string, clock: Clock) {
    this.#connection = connection;
    this.#coupe = coupe;
    this.#clock = clock;
  }

  /** Resolves once the mark is written. */
  marquer(envoi: EnvoiParti): Promise<void> {
    this.#attente.push(envoi);
    this.#suivante ??= this.#apres(this.#courante);
    return this.#suivante;
  }

  async #apres(precedente: Promise<void>): Promise<void> {
    await precedente.catch(() => undefined);
    const ecrits = this.#attente;
    this.#attente = [];
    this.#courante = this.#suivante ?? Promise.resolve();
    this.#suivante = null;
    await marquerEnvoyes(this.#connection, ecrits, this.#coupe, await this.#clock());
  }
}
