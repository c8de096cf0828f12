// `npm run check`: types, lint, architecture, unused code; all of them run, any failure fails.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { requirePinnedNode } from './pinned-node.ts';

requirePinnedNode();
const ROOT = path.join(import.meta.dirname, '..');
const bin = (name: string) => path.join(ROOT, 'node_modules', '.bin', name);

const CHECKS: [name: string, command: string, args: string[]][] = [
  ['types', bin('tsc'), ['--noEmit', '-p', '.']],
  ['types of the browser’s scripts', bin('tsc'), ['--noEmit', '-p', 'src/web/scripts']],
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['architecture', process.execPath, [path.join(ROOT, 'scripts', 'architecture.ts')]],
  ['unused code', bin('knip'), []],
];

let failed = 0;
for (const [name, command, args] of CHECKS) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}: ${name}\n`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed > 0 ? 1 : 0;
