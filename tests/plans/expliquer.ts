// Explains every statement that a query of ours sends: what it scanned, how many pages it read.
import type { Sql, Transaction } from '../../src/platform/postgres/sql.ts';

export type Statement = { text: string; values: unknown[] };
type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] } & Record<
  string,
  number
>;
export type Explained = { scanned: string[]; buffers: number; plans: string };
export type Query = (connection: Sql & Transaction) => Promise<unknown>;

// The catalogue of twelve espaces, the five types of pièces jointes, the passages of two months are read whole, rightly.
const SMALL = ['espace', 'type_piece_jointe', 'releve'];
const CONTROL = /^(begin|savepoint|set )/;

/**
 * Runs the query in a transaction that is undone, and explains what it sent. `generic`: as a
 * prepared statement whose plan knows no value, which PostgreSQL may choose after five runs.
 */
export async function explain(
  sql: Sql,
  statements: Statement[],
  run: Query,
  { generic = false } = {},
): Promise<Explained> {
  const roll = new Error('rolled back');
  const found: Plan[] = [];
  await sql
    .begin(async (tx) => {
      statements.length = 0;
      await run(tx as unknown as Sql & Transaction);
      const sent = statements.filter(({ text }) => !CONTROL.test(text));
      for (const [n, statement] of sent.entries())
        found.push(generic ? await genericPlan(tx, n, statement) : await plan(tx, statement));
      throw roll;
    })
    .catch((error: unknown) => {
      if (error !== roll) throw error;
    });
  return {
    scanned: found.flatMap(scans).filter((name) => !SMALL.includes(name)),
    buffers: found.reduce((sum, one) => sum + pages(one), 0),
    plans: found.flatMap((one) => outline(one)).join('\n'),
  };
}

const EXPLAIN = 'explain (analyze, buffers, format json)';

async function plan(tx: Transaction, { text, values }: Statement): Promise<Plan> {
  return planOf(await tx.unsafe(`${EXPLAIN} ${text}`, values.map(bytes) as never[]));
}

// Values come as they were sent: bytes written out would be written out a second time, and match nothing.
function bytes(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('\\x')
    ? Buffer.from(value.slice(2), 'hex')
    : value;
}

async function genericPlan(tx: Transaction, n: number, statement: Statement): Promise<Plan> {
  await tx.unsafe('set local plan_cache_mode = force_generic_plan');
  await tx.unsafe(`prepare etudie_${n} as ${statement.text}`);
  const rows = await tx.unsafe(
    `${EXPLAIN} execute etudie_${n} (${statement.values.map(literal).join(', ')})`,
  );
  await tx.unsafe(`deallocate etudie_${n}`);
  return planOf(rows);
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}

function planOf([row]: Iterable<Record<string, unknown>> & { 0?: Record<string, unknown> }): Plan {
  if (!row) throw new Error('no plan');
  const [{ Plan: found }] = row['QUERY PLAN'] as [{ Plan: Plan }];
  return found;
}

function pages(plan: Plan): number {
  return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
}

function scans(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' ? [String(plan['Relation Name'])] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scans)];
}

// What a failure shows: each node with the pages that it read.
function outline(plan: Plan, depth = 0): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index = '' } = plan;
  const own = `${'  '.repeat(depth)}${type} ${table} ${index} ${pages(plan)} pages`;
  return [own, ...(plan.Plans ?? []).flatMap((child) => outline(child, depth + 1))];
}
