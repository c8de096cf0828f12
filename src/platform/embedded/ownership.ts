// Who owns an embedded data folder: the process that holds one advisory lock in its PostgreSQL (design §4).
import pg from 'pg';

export type Ownership = { release(): Promise<void> };
export type OwnershipOutcome =
  | { kind: 'taken'; ownership: Ownership }
  | { kind: 'held' }
  | { kind: 'unreachable' };

const LOCK = 716_021_987;

/** Tries the lock on a server; the lock lives as long as the connection, hence as long as this process. */
export async function takeOwnership(adminUrl: string): Promise<OwnershipOutcome> {
  const client = new pg.Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 2000,
    application_name: 'portail-proprietaire',
  });
  // The server's own end is seen by the pools; this connection only keeps the lock.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [LOCK]);
    if (rows[0].taken)
      return { kind: 'taken', ownership: { release: () => client.end().catch(() => undefined) } };
    await client.end();
    return { kind: 'held' };
  } catch {
    await client.end().catch(() => undefined);
    return { kind: 'unreachable' };
  }
}
