// Statements over a list of ids whose length and values make their plan.
import type { Connection } from './sql.ts';

/**
 * Plans each statement for its own values, for the session or, `local`, for this transaction. After five runs PostgreSQL
 * may keep one plan for all values: for a batch of accounts that one took a hundred times longer (npm run bench).
 */
export async function planForValues(
  connection: Connection,
  scope: 'session' | 'local' | 'reset',
): Promise<void> {
  const mode = scope === 'reset' ? 'auto' : 'force_custom_plan';
  await connection`select set_config('plan_cache_mode', ${mode}, ${scope === 'local'})`;
}
