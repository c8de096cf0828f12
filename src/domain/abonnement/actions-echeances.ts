// What the days do to abonnements: past the end of what carried them they give no right, and their rows end too.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { verrouillerComptes } from '../compte/queries.ts';
import { finirPerdus } from './fins.ts';
import { rattachementsEchus } from './queries-fins.ts';

const PAR_PASSAGE = 1_000;

/**
 * Ends what hung on periods and delegations that are over; gives how many rattachements that was.
 * Each is its own transaction: run twice, or after a kill, nobody is told twice.
 */
export async function terminerAbonnementsEchus(sql: Sql, instant: Date): Promise<number> {
  const echus = await rattachementsEchus(sql, jourCivil(instant), PAR_PASSAGE);
  for (const { id, compteId } of echus)
    await sql.begin(async (tx) => {
      await verrouillerComptes(tx, [compteId]);
      await tx`select from rattachement where id = ${id} for update`;
      await finirPerdus(tx, [id], instant);
    });
  return echus.length;
}
