// Opens the pool through which all SQL goes; ids are numbers, civil days are strings (model §1).
import postgres from 'postgres';
import { ServiceIndisponible } from '../erreurs.ts';
import type { Sql } from './sql.ts';

const TYPES = {
  // Ids stay below 2^53 (model §1): the one place where bigint becomes a number.
  bigint: { to: 20, from: [20], serialize: (x: number) => String(x), parse: Number },
  // A civil day has no instant: « 2026-11-23 » as PostgreSQL writes it.
  jour: { to: 1082, from: [1082], serialize: (x: string) => x, parse: (x: string) => x },
};

export type ConnectOptions = {
  /** Connections kept at most by this process. */
  max: number;
  /** Shown in pg_stat_activity. */
  name: string;
  /** How long a statement, and a wait for a lock, may take; imports and migrations have no limit. */
  statementSeconds?: number;
  /**
   * Reads by indexes even where the statistics, stale after an import, would have a table read whole: every query of a
   * page has its index (design §6.10).
   */
  indexesOnly?: boolean;
  /** Told each statement: tests read plans and count round trips with it. */
  onStatement?: (text: string, values: unknown[]) => void;
};

/**
 * Opens a pool on a PostgreSQL address. Several hosts may be given (`postgres://u:p@a:5432,b:5432/base`):
 * the writable one is used.
 */
export function connect(url: string, options: ConnectOptions): Sql {
  const { max, name, onStatement, statementSeconds, indexesOnly } = options;
  const limits =
    statementSeconds === undefined
      ? {}
      : {
          statement_timeout: statementSeconds * 1000,
          lock_timeout: statementSeconds * 1000,
          idle_in_transaction_session_timeout: statementSeconds * 1000,
        };
  const planner = indexesOnly ? { enable_seqscan: 'off' } : {};
  return postgres(url, {
    max,
    types: TYPES,
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    connection: { application_name: name, TimeZone: 'Europe/Paris', ...limits, ...planner },
    connect_timeout: 5,
    onnotice: () => undefined,
    ...(onStatement ? { debug: (_connection, text, values) => onStatement(text, values) } : {}),
    ...(hostsOf(url).length > 1 ? { target_session_attrs: 'read-write' as const } : {}),
  }) as unknown as Sql;
}

const ADDRESS = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]+)(.*)$/;

/** The hosts of an address, in order, each as `host:port` or `host`. */
function hostsOf(url: string): string[] {
  return ADDRESS.exec(url)?.[2]?.split(',') ?? [];
}

/**
 * The address, reduced to its one host that accepts writes, for the libraries that take a single host
 * (`pg`: jobs and migrations). Throws the last error when none answers.
 */
export async function writableAddress(url: string): Promise<string> {
  const hosts = hostsOf(url);
  if (hosts.length < 2) return url;
  const refusals: unknown[] = [];
  for (const host of hosts) {
    const single = url.replace(ADDRESS, (_, before, _hosts, after) => `${before}${host}${after}`);
    const sql = connect(single, { max: 1, name: 'portail-recherche' });
    try {
      const [row] = await sql`select pg_is_in_recovery() as replica`;
      if (row && !row['replica']) return single;
    } catch (error) {
      refusals.push(error);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  const cause = new AggregateError(refusals);
  throw new ServiceIndisponible('no host of the address accepts writes', { cause });
}
