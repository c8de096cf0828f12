// What this face is given by the server that composes it, and what each call carries.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/postgres/sql.ts';

export type Contexte = { sql: Sql; clock: Clock };
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The program that calls, once its token is accepted. */
    source: string;
  }
}
