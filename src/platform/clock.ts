// The one clock (model §1): faces read it once a request or job and hand the instant down.
import { memo } from './memo.ts';
import type { Sql } from './postgres/sql.ts';

/** Gives the present instant. */
export type Clock = () => Promise<Date>;

/** The machine's clock: what runs everywhere outside tests. */
export const systemClock: Clock = async () => new Date();

/**
 * A clock that several processes share through the table `horloge_de_test`, which exists in tests only;
 * an empty table means the machine's time.
 */
export function testClock(sql: Sql): Clock {
  return async () => {
    const [row] = await sql<{ instant: Date }[]>`select instant from horloge_de_test`;
    return row?.instant ?? new Date();
  };
}

/** The civil time in which validity is counted (model §1). */
export const ZONE = 'Europe/Paris';
const jourIso = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

// Midnight in Paris falls on a quarter of an hour, whatever the season: the day is the same all through one.
const QUARTER_MS = 15 * 60_000;
const jourDuQuart = memo((quarter: number) => jourIso.format(quarter * QUARTER_MS));

/** The civil day (YYYY-MM-DD) of an instant in Paris: what periods of validity compare with. */
export function jourCivil(instant: Date): string {
  return jourDuQuart(Math.floor(instant.getTime() / QUARTER_MS));
}
