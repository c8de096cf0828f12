// Runs statements in a session that nobody else uses, and survives its loss: for what a session holds (advisory locks).
import postgres from 'postgres';
import type { Sql } from './sql.ts';

/**
 * Gives a session of its own, closed at the end. Once lost, it is never opened again: each later statement is refused.
 * A connection reserved from the pool of postgres.js 3.4 would instead write to the socket that is gone, which ends the
 * process (see `ownTransaction`).
 */
export async function ownSession<R>(sql: Sql, run: (session: Sql) => Promise<R>): Promise<R> {
  let opened = false;
  const options = {
    ...sql.options,
    max: 1,
    idle_timeout: null,
    max_lifetime: null,
    // The pool knows them.
    fetch_types: false,
    // Before it is open, another host of the address may still answer.
    onclose: () => {
      if (opened) void session.end({ timeout: 0 });
    },
  };
  const session = postgres(options as never) as unknown as Sql;
  try {
    await session`select`;
    opened = true;
    return await run(session);
  } finally {
    await session.end({ timeout: 1 });
  }
}
