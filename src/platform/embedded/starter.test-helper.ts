// For tests: the portal's PostgreSQL started by a process of its own, which can be killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

type Started = { kind: 'started' | 'alreadyRunning'; url: string };
export type Starter = { child: ChildProcess; outcome: Promise<Started> };

const MODULE = path.join(import.meta.dirname, 'postgres-server.ts');
// Says what came of the start, then lives until SIGTERM.
const PROGRAM = `
  const [folder, settings] = process.argv.slice(1);
  const { startPostgres } = await import(${JSON.stringify(MODULE)});
  const started = await startPostgres(folder, JSON.parse(settings));
  const alive = setInterval(() => undefined, 1000);
  process.on('SIGTERM', async () => {
    if (started.kind === 'started') await started.server.stop();
    clearInterval(alive);
    process.exit();
  });
  const url = started.server.adminUrl('postgres');
  console.log(JSON.stringify({ kind: started.kind, url }));`;

export const SETTINGS = ['fsync=off', 'shared_buffers=16MB'];

/** Starts PostgreSQL in a folder from another process. */
export function startElsewhere(folder: string): Starter {
  const args = ['--input-type=module', '-e', PROGRAM, folder, JSON.stringify(SETTINGS)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return { child, outcome: firstLine(child) };
}

async function firstLine(child: ChildProcess): Promise<Started> {
  let said = '';
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    if (said.includes('\n')) return JSON.parse(said) as Started;
  }
  throw new Error(`the process ended without a word: ${complaint}`);
}

/** Ends a process and waits for it to be gone. */
export async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
