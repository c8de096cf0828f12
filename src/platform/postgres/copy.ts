// Sends rows to PostgreSQL by COPY: any number of them, through memory that stays flat.
import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { Connection } from './sql.ts';

export type CopyValue = string | number | boolean | null | undefined;

const CHUNK_LENGTH = 64 * 1024;
const EMPTY = Buffer.alloc(0);

/** Rows as COPY's text format, by chunks of 64 kB or a little more. */
export async function* copyText(
  rows: AsyncIterable<readonly CopyValue[]>,
): AsyncGenerator<Buffer, void> {
  let text = '';
  for await (const row of rows) {
    for (let n = 0; n < row.length; n += 1) text += (n > 0 ? '\t' : '') + field(row[n]);
    text += '\n';
    if (text.length < CHUNK_LENGTH) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

const SPECIAL = /[\\\n\r\t\b\f\v]/;
const SPECIALS = new RegExp(SPECIAL, 'g');
const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
};

function field(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') {
    return SPECIAL.test(value) ? value.replace(SPECIALS, (c) => ESCAPES[c] ?? c) : value;
  }
  return typeof value === 'boolean' ? (value ? 't' : 'f') : String(value);
}

/** Sends the rows to a `copy … from stdin` of the connection; what the server refuses throws. */
export async function copyIn(
  connection: Connection,
  copy: { writable(): Promise<Writable> },
  rows: AsyncIterable<readonly CopyValue[]>,
): Promise<void> {
  const destination = await copy.writable();
  const written = finished(destination);
  // Awaited below; what follows meets the same error first.
  written.catch(() => undefined);
  try {
    await pipeline(copyText(rows), destination, { end: false });
    await new Promise((resolve) => destination.write(EMPTY, resolve));
    destination.end();
    await setImmediate();
    if (!destination.destroyed) await Promise.race([written, refusal(connection)]);
    await written;
  } catch (error) {
    destination.destroy();
    throw error;
  }
}

// postgres.js is silent on a COPY refused at its very end: the next statement tells, without the reason.
async function refusal(connection: Connection): Promise<void> {
  await connection`select 1`.catch((cause: unknown) => {
    throw new Error('PostgreSQL refused rows of a COPY: its log says why', { cause });
  });
}
