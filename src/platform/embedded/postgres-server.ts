// Starts the real PostgreSQL of the embedded run, and takes it over after a brutal end of this program.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';
import { type Binaries, findBinaries, type Launcher, launcherFor } from './binaries.ts';
import { readIfThere, writeDurably } from './data-dir.ts';
import { freePort } from './free-port.ts';
import { type Ownership, takeOwnership } from './ownership.ts';
import { isAlive, readPostmaster, stopPostmaster } from './postmaster.ts';

/** A running server that this process owns. */
export type EmbeddedPostgres = {
  /** Address of a database of the cluster, as the superuser of the cluster. */
  adminUrl(database: string): string;
  /** The one password of the cluster's logins; it never leaves the data folder. */
  password: string;
  port: number;
  stop(): Promise<void>;
};
/** How to reach a cluster. */
export type Cluster = Omit<EmbeddedPostgres, 'stop'>;
export type StartOutcome =
  | { kind: 'started'; server: EmbeddedPostgres }
  /** Another process owns the folder: its server can be used, not stopped. */
  | { kind: 'alreadyRunning'; server: Cluster };

type Files = {
  folder: string;
  log: string;
  password: string;
  binaries: Binaries;
  launcher: Launcher;
};

const PASSWORD_FILE = 'portail-mot-de-passe';
const READY_SECONDS = 60;
const POLL_MS = 30;

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, made at the first run. Ownership is an advisory lock held by this
 * process: held by another → `alreadyRunning`; free while a server runs (kill -9) → it is stopped and restarted.
 * `settings` are PostgreSQL's own (`fsync=off` in tests).
 */
export async function startPostgres(
  dataDir: string,
  settings: string[] = [],
): Promise<StartOutcome> {
  const cluster = await openCluster(dataDir);
  const deadline = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < deadline) {
    const running = await readPostmaster(cluster.folder);
    if (running && isAlive(running.pid)) {
      const found = await takeOwnership(adminUrl(cluster, running.port));
      if (found.kind === 'held')
        return { kind: 'alreadyRunning', server: reach(cluster, running.port) };
      // The lock is kept while the orphan stops: no other start can believe that it owns the dying server.
      if (found.kind === 'taken') {
        await stopPostmaster(cluster.folder, running.pid);
        await found.ownership.release();
      } else await delay(POLL_MS);
      continue;
    }
    const started = await launch(cluster, settings, deadline);
    if (started) return { kind: 'started', server: started };
  }
  throw new ErreurDeDemarrage(`PostgreSQL n'a pas démarré : lisez ${cluster.log}.`);
}

function adminUrl(cluster: Files, port: number, database = 'postgres'): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`;
}

function reach(cluster: Files, port: number): Cluster {
  return {
    adminUrl: (database) => adminUrl(cluster, port, database),
    password: cluster.password,
    port,
  };
}

async function openCluster(dataDir: string): Promise<Files> {
  const folder = path.join(dataDir, 'postgres');
  const binaries = await findBinaries();
  const launcher = launcherFor([dataDir, path.dirname(binaries.postgres)]);
  const cluster = { folder, log: path.join(dataDir, 'postgres.log'), binaries, launcher };
  const passwordFile = path.join(folder, PASSWORD_FILE);
  if (!(await readIfThere(passwordFile))) {
    await initialise({ ...cluster, password: randomBytes(24).toString('hex') });
  }
  const password = await readIfThere(passwordFile);
  if (password) return { ...cluster, password };
  throw new ErreurDeDemarrage(
    `${folder} n'est pas un dossier préparé par ce programme : déplacez-le, ou choisissez un autre DATA_DIR.`,
  );
}

// Made under another name, then renamed: a start killed in the middle, or two at once, leave one whole cluster.
async function initialise(cluster: Files): Promise<void> {
  const { launcher, binaries, folder, password } = cluster;
  const draft = `${folder}.${process.pid}`;
  const secret = `${draft}.secret`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeDurably(secret, password);
  if (launcher.owner) {
    await chown(draft, launcher.owner.uid, launcher.owner.gid);
    await chown(secret, launcher.owner.uid, launcher.owner.gid);
  }
  const flags = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const { command, args } = launcher.wrap(binaries.initdb, ['-D', draft, ...flags, ...locale]);
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(child, 'close');
  await rm(secret);
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new ErreurDeDemarrage(`PostgreSQL n'a pas pu préparer ${folder} : ${complaint.trim()}`);
  }
  await writeDurably(path.join(draft, PASSWORD_FILE), password);
  await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(draft, { recursive: true, force: true });
  });
}

async function launch(
  cluster: Files,
  settings: string[],
  deadline: number,
): Promise<EmbeddedPostgres | undefined> {
  const port = await freePort();
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const flags = ['-D', cluster.folder, '-p', String(port), ...options.flatMap((o) => ['-c', o])];
  const { command, args } = cluster.launcher.wrap(cluster.binaries.postgres, flags);
  const log = await open(cluster.log, 'a', 0o600);
  // A process group of its own: Ctrl-C stops us, and we stop PostgreSQL last.
  const child = spawn(command, args, { stdio: ['ignore', log.fd, log.fd], detached: true });
  await log.close();
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const found = await takeOwnership(adminUrl(cluster, port));
    if (found.kind === 'taken') return server(cluster, port, child, found.ownership);
    await delay(POLL_MS);
  }
  child.kill('SIGINT');
  return undefined;
}

function server(
  cluster: Files,
  port: number,
  child: ChildProcess,
  ownership: Ownership,
): EmbeddedPostgres {
  return {
    ...reach(cluster, port),
    async stop() {
      await ownership.release();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      // SIGINT is PostgreSQL's fast shutdown: connections are closed, nothing is lost.
      child.kill('SIGINT');
      await gone;
    },
  };
}
