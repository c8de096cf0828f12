// Brings a database to the present schema: our SQL files, the queue's own tables, the portal's rights on them.
import path from 'node:path';
import { runMigrations } from 'graphile-worker';
import { runner } from 'node-pg-migrate';
import { ROOT } from '../root.ts';
import { connect, writableAddress } from './connect.ts';
import { creerPartitions } from './partitions.ts';
import type { Sql } from './sql.ts';

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
 * Runs what is missing, as the owner; several at once wait for each other. `portalUser` is the login of
 * `DATABASE_URL`, made a member of the role « portail »; `instant` says which months of events need a partition.
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
    advisoryLockMode: 'wait',
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  await runMigrations({ connectionString });
  const sql = connect(connectionString, { max: 1, name: 'portail-migration' });
  try {
    await sql.unsafe(OPEN_QUEUE);
    await joinPortal(sql, portalUser);
    await creerPartitions(sql, instant);
  } finally {
    await sql.end();
  }
}

function ignore(): void {}

async function joinPortal(sql: Sql, user: string): Promise<void> {
  const [role] = await sql`select pg_has_role(${user}, 'portail', 'member') as member`;
  if (!role?.['member']) await sql`grant portail to ${sql(user)}`;
}
