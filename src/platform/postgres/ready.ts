// Tells whether the database is reached and holds the schema that this program was built for.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../root.ts';
import type { Sql } from './sql.ts';

/** True when every migration file of this program has run. */
export async function migrationsFaites(sql: Sql): Promise<boolean> {
  const files = (await readdir(path.join(ROOT, 'migrations'))).filter((file) =>
    file.endsWith('.sql'),
  );
  const rows = await sql<{ name: string }[]>`select name from pgmigrations`;
  const done = new Set(rows.map(({ name }) => name));
  return files.every((file) => done.has(path.basename(file, '.sql')));
}
