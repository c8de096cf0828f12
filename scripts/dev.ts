// `npm run dev`: builds and starts again at each change of the code or of the help pages.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs/promises';
import path from 'node:path';
import { requirePinnedNode } from './pinned-node.ts';

requirePinnedNode();
const ROOT = path.join(import.meta.dirname, '..');
const QUIET_MS = 150;

let running: ChildProcess | undefined;
let restarting = Promise.resolve();
let timer: NodeJS.Timeout | undefined;

function alive(child: ChildProcess | undefined): child is ChildProcess {
  return child !== undefined && child.exitCode === null && child.signalCode === null;
}

async function restart(): Promise<void> {
  if (alive(running)) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
  running = spawn(process.execPath, [path.join(ROOT, 'scripts', 'start.ts'), 'start'], {
    stdio: 'inherit',
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!alive(running)) process.exit(0);
    running.on('exit', () => process.exit(0));
    running.kill('SIGTERM');
  });
}

async function restartAtChangesOf(folder: string): Promise<void> {
  for await (const _change of watch(path.join(ROOT, folder), { recursive: true })) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      restarting = restarting.then(restart);
    }, QUIET_MS);
  }
}

restarting = restart();
await Promise.all(['src', 'aide'].map(restartAtChangesOf));
