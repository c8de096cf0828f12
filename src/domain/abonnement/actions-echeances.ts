// What the days do to abonnements: past the end of what carried them they give no right, and their rows end too.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { verrouillerComptes } from '../compte/queries.ts';
import { finirPerdus } from './fins.ts';
import { prevenirDesPerdus } from './prevenir.ts';
import { finsDues, marquerFinsVues } from './queries-echeances.ts';

const PAR_LOT = 1_000;

/**
 * Ends what hung on periods and delegations that are over, and tells whose it was; gives how many rattachements that
 * was. Each is its own transaction: run twice, or after a kill, nobody is told twice.
 */
export async function terminerAbonnementsEchus(sql: Sql, instant: Date): Promise<number> {
  const jour = jourCivil(instant);
  let nombre = 0;
  for (;;) {
    const dues = await finsDues(sql, jour, PAR_LOT);
    for (const { id, compteId } of dues.echus)
      await sql.begin(async (tx) => {
        await verrouillerComptes(tx, [compteId]);
        await tx`select from rattachement where id = ${id} for update`;
        await prevenirDesPerdus(tx, await finirPerdus(tx, [id], instant), instant);
      });
    await marquerFinsVues(sql, dues, jour);
    nombre += dues.echus.length;
    if (Math.max(dues.lignes.length, dues.delegations.length) < PAR_LOT) return nombre;
  }
}
