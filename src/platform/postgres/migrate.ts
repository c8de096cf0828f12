// Brings a database to the present schema: our SQL files, the queue's own tables, the portal's rights on them.
import path from 'node:path';
import { runMigrations } from 'graphile-worker';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { ROOT } from '../root.ts';
import { writableAddress } from './connect.ts';

const MONTHS_AHEAD = 2;

// The queue protects its tables by row-level security, which only the owner passes: one policy each for us.
const OPEN_QUEUE = `
  grant usage on schema graphile_worker to portail;
  grant select, insert, update, delete on all tables in schema graphile_worker to portail;
  grant usage, select on all sequences in schema graphile_worker to portail;
  grant execute on all functions in schema graphile_worker to portail;
  do $$
  declare name text;
  begin
    for name in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
      execute format('drop policy if exists portail on graphile_worker.%I', name);
      execute format('create policy portail on graphile_worker.%I to portail using (true) with check (true)', name);
    end loop;
  end
  $$;`;

/**
 * Runs what is missing, as the owner. `portalUser` is the login of `DATABASE_URL`, made a member of the role
 * « portail »; `instant` says which months of events need a partition.
 */
export async function migrate(ownerUrl: string, portalUser: string, instant: Date): Promise<void> {
  const connectionString = await writableAddress(ownerUrl);
  await runner({
    databaseUrl: connectionString,
    dir: path.join(ROOT, 'migrations'),
    direction: 'up',
    migrationsTable: 'pgmigrations',
    // Timestamps of parallel work may land out of order.
    checkOrder: false,
    singleTransaction: true,
    log: () => undefined,
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await runMigrations({ connectionString });
    await client.query(OPEN_QUEUE);
    await joinPortal(client, portalUser);
    await client.query('select creer_partitions_evenement($1, $2)', [instant, MONTHS_AHEAD]);
  } finally {
    await client.end();
  }
}

function ignore(): void {}

async function joinPortal(client: pg.Client, user: string): Promise<void> {
  const { rows } = await client.query("select pg_has_role($1, 'portail', 'member') as member", [
    user,
  ]);
  if (!rows[0].member) await client.query(`grant portail to ${client.escapeIdentifier(user)}`);
}
