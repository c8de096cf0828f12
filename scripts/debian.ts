// Programs of the system that the tests need: found, or installed on Debian as root, or named in one sentence.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

type Wanted = {
  name: string;
  /** Debian's package, and what else apt-get is told. */
  packages: string[];
  variable: string;
  find(): string | undefined;
};

/** The program, installed if this machine allows it; stops otherwise. */
export function requireProgram({ name, packages, variable, find }: Wanted): string {
  const found = find() ?? (install(name, packages) ? find() : undefined);
  if (found) return found;
  process.stderr.write(
    `${name} is missing: install it (Debian: « apt-get install ${packages.join(' ')} » as root) or name it in ${variable}.\n`,
  );
  process.exit(1);
}

function install(name: string, packages: string[]): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  process.stdout.write(`${name} is missing: installing Debian’s package.\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'], env };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  return spawnSync('apt-get', ['install', '-y', '-qq', ...packages], quiet).status === 0;
}

export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
