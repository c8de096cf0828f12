// Runs a transaction on a connection that nobody else uses, and survives the loss of that connection.
import type { Connection, Sql } from './sql.ts';

// What postgres.js or the server says of a connection that is no more.
const LOST = /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|ECONNRESET|EPIPE|57P0[1-3]|08\w{3})$/;

/**
 * Commits what `run` does, or undoes all of it. Written by hand: after the loss of the connection `sql.begin` of
 * postgres.js 3.4 sends a rollback to the socket that is gone, which ends the process (porsager/postgres #1208). Here a
 * lost connection is left alone: PostgreSQL has already undone its transaction.
 */
export async function ownTransaction<R>(
  sql: Sql,
  run: (connection: Connection) => Promise<R>,
): Promise<R> {
  const connection = await sql.reserve();
  try {
    await connection`begin`;
    const result = await run(connection);
    await connection`commit`;
    connection.release();
    return result;
  } catch (error) {
    if (!LOST.test(String((error as { code?: unknown }).code))) {
      await connection`rollback`;
      connection.release();
    }
    throw error;
  }
}
