// Builds dist/ when it is missing or older than what it is made from.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const SOURCES = ['src', 'scripts/build.ts', 'package-lock.json'];
const WITNESS = path.join(ROOT, 'dist', 'assets.json');

/** Runs the build if needed; stops the program when it fails. */
export function ensureBuilt(): void {
  const built = statSync(WITNESS, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((source) => newest(path.join(ROOT, source)) < built)) return;
  const build = path.join(ROOT, 'scripts', 'build.ts');
  const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function newest(file: string): number {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const below = readdirSync(file, { recursive: true, encoding: 'utf8' });
  return Math.max(stats.mtimeMs, ...below.map((name) => statSync(path.join(file, name)).mtimeMs));
}
