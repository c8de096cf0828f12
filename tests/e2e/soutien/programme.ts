// Starts the real program as a user would, on free ports and in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../src/platform/root.ts';

export type Programme = {
  process: ChildProcess;
  portail: string;
  pigp: string;
  maildev: string;
  dataDir: string;
  /** What it printed so far. */
  output(): string;
  /** Sends a signal and waits for the end; gives the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

const READY = 'Portail prêt';
/** As package.json starts the program: a smaller young heap, for a smaller process. */
export const NODE_FLAGS = ['--max-semi-space-size=8'];
const started = new Set<ChildProcess>();

/** Stops whatever a failed test left running. */
export async function stopLeftovers(): Promise<void> {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
  started.clear();
}

// Below the range from which the system draws for outgoing connections, apart for each test process and each run.
const PORTS_FROM = 20_000;
const PORTS_BY_WORKER = 100;
const PORTS_BY_RUN = 137;
let taken = 0;

function nextPort(): number {
  const worker = Number(process.env['VITEST_WORKER_ID'] ?? 0);
  taken += 1;
  const apart = process.ppid * PORTS_BY_RUN + worker * PORTS_BY_WORKER;
  return PORTS_FROM + ((apart + taken) % 10_000);
}

/** An environment for an embedded run: free ports, one data folder, nothing of ours from outside. */
export async function embeddedEnvironment(dataDir: string): Promise<Record<string, string>> {
  const names = ['PORT', 'PIGP_PORT', 'MAILDEV_PORT', 'SMTP_PORT'];
  const ports = names.map(() => nextPort());
  const { PATH = '', HOME = '' } = process.env;
  return {
    PATH,
    HOME,
    DATA_DIR: dataDir,
    ...Object.fromEntries(names.map((name, i) => [name, String(ports[i])])),
  };
}

type Listened = ChildProcess & { text(): string };

/** Runs the built program; the caller waits for what it expects. */
export function run(
  env: Record<string, string>,
  args: string[] = ['start'],
  root = ROOT,
): Listened {
  const program = path.join(root, 'dist', 'main.js');
  return listen(process.execPath, [...NODE_FLAGS, program, ...args], env, root);
}

/** Runs « npm start », as the README says. */
export function npmStart(env: Record<string, string>): Listened {
  return listen('npm', ['start'], env, ROOT);
}

function listen(
  command: string,
  args: string[],
  env: Record<string, string>,
  cwd: string,
): Listened {
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  started.add(child);
  return Object.assign(child, { text: () => text });
}

/** Starts an embedded portal and waits until it says that it is ready. */
export async function startProgramme(env: Record<string, string>): Promise<Programme> {
  const child = run(env);
  await readyOrEnd(child);
  if (!child.text().includes(READY)) throw new Error(`the program did not start:\n${child.text()}`);
  const at = (name: string) => `http://127.0.0.1:${env[name]}`;
  return {
    process: child,
    portail: at('PORT'),
    pigp: at('PIGP_PORT'),
    maildev: at('MAILDEV_PORT'),
    dataDir: env['DATA_DIR'] ?? '',
    output: child.text,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill(signal);
        await gone;
      }
      return child.exitCode;
    },
  };
}

/** Resolves when the program has said « Portail prêt » or has ended. */
export async function readyOrEnd(child: Listened): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (child.text().includes(READY)) resolve();
    };
    child.stdout?.on('data', look);
    child.on('exit', () => resolve());
  });
}

/** A folder that is removed by the returned function. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portail-e2e-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
