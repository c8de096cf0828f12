// Acts at the same moment: a third transaction holds what they need, until they all wait for it.
import { expect } from 'vitest';
import type { Sql, Transaction } from '../../src/platform/postgres/sql.ts';

/** How many statements of this database wait for a lock. */
async function enAttente(sql: Sql): Promise<number> {
  const [row] = await sql<{ nombre: number }[]>`
    select count(*)::int as nombre from pg_stat_activity
    where datname = current_database() and usename = current_user and wait_event_type = 'Lock'`;
  return row?.nombre ?? 0;
}

/**
 * Starts acts one after the other while a transaction holds rows, each once the one before waits;
 * then lets them go. They take the rows in that order. `tenir` locks, and may change what it locks:
 * that is committed before they go on.
 */
export async function dansLOrdre<R extends unknown[]>(
  { sql, proprietaire }: { sql: Sql; proprietaire: Sql },
  tenir: (tx: Transaction) => PromiseLike<unknown>,
  actes: { [I in keyof R]: () => Promise<R[I]> },
): Promise<R> {
  const partis: Promise<unknown>[] = [];
  await proprietaire.begin(async (tx) => {
    await tenir(tx);
    for (const acte of actes) {
      const parti = acte();
      // It is awaited below; until then nobody else hears of its failure.
      parti.catch(() => undefined);
      partis.push(parti);
      await expect.poll(() => enAttente(sql), { interval: 5 }).toBe(partis.length);
    }
  });
  return (await Promise.all(partis)) as R;
}
