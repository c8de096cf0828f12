// Reads postmaster.pid: which PostgreSQL runs on a cluster, even one whose parent is gone.
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readIfThere } from './data-dir.ts';

const POLL_MS = 30;

/** The process and port written by a server in its data folder (line 1: pid, line 4: port), if any. */
export async function readPostmaster(
  folder: string,
): Promise<{ pid: number; port: number } | undefined> {
  const lines = (await readIfThere(path.join(folder, 'postmaster.pid')))?.split('\n');
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  if (!pid || !port) return undefined;
  // The pid may have been given to another program since: its command line tells.
  const commandLine = await readIfThere(`/proc/${pid}/cmdline`).catch(() => undefined);
  if (commandLine !== undefined && !commandLine.includes('postgres')) return undefined;
  return { pid, port };
}

/** True while the process exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Fast shutdown of a server that nobody owns any more; resolves when it has let go of its folder. (An orphan's
 * process may stay a while for the system to collect: its file is what tells.)
 */
export async function stopPostmaster(folder: string, pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  while (isAlive(pid) && (await readPostmaster(folder))?.pid === pid) await delay(POLL_MS);
}
