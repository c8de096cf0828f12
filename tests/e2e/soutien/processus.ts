// Processes of this machine (Linux): who descends from whom, and who is gone.
import { readdirSync, readFileSync } from 'node:fs';

/** The process and all that it started, directly or not. */
export function descendants(root: number): Set<number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = pid ? readStat(pid) : undefined;
    if (stat) parents.set(pid, stat.parent);
  }
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents) {
      if (!family.has(parent) || family.has(pid)) continue;
      family.add(pid);
      grown = true;
    }
  }
  return family;
}

/** True when the process has ended; one that only waits to be collected counts as ended. */
export function isGone(pid: number): boolean {
  const stat = readStat(pid);
  return stat === undefined || stat.state === 'Z';
}

// /proc/<pid>/stat: pid (name) state parent …; the name may hold spaces and brackets.
function readStat(pid: number): { state: string; parent: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
