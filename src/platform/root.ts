// Finds the project's folder from wherever the code runs: src/ under test, dist/ when built.
import { existsSync } from 'node:fs';
import path from 'node:path';

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('package.json not found above the program');
  return findRoot(parent);
}

/** The folder that holds package.json, migrations/ and demo/. */
export const ROOT = findRoot(import.meta.dirname);
