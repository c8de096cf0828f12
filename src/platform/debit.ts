// Rate counters in PostgreSQL, so that all processes and faces count together (design §5).

import { createHash } from 'node:crypto';
import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Clock } from './clock.ts';
import type { Sql } from './postgres/sql.ts';

type Counted = Parameters<FastifyRateLimitStore['incr']>[1];

/** The store that @fastify/rate-limit asks for; the address of the visitor is hashed, never kept in clear. */
export function compteurPartage({
  sql,
  clock,
}: {
  sql: Sql;
  clock: Clock;
}): FastifyRateLimitStoreCtor {
  class Compteur implements FastifyRateLimitStore {
    #route = '';

    incr(key: string, done: Counted, windowMs = 60_000): void {
      this.#compter(key, windowMs).then(
        (counted) => done(null, counted),
        (error: Error) => done(error),
      );
    }

    async #compter(key: string, windowMs: number): Promise<{ current: number; ttl: number }> {
      const instant = (await clock()).getTime();
      const debut = instant - (instant % windowMs);
      const cle = createHash('sha256').update(`${this.#route} ${key}`).digest('base64url');
      const [row] = await sql<{ nombre: number }[]>`
        insert into compteur_debit (cle, fenetre, nombre) values (${cle}, ${new Date(debut)}, 1)
        on conflict (cle, fenetre) do update set nombre = compteur_debit.nombre + 1
        returning nombre`;
      return { current: row?.nombre ?? 1, ttl: debut + windowMs - instant };
    }

    child(route: { path: string }): FastifyRateLimitStore {
      const compteur = new Compteur();
      compteur.#route = route.path;
      return compteur;
    }
  }
  return Compteur;
}
