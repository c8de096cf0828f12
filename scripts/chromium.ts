// Finds the system's Chromium for the journeys; on Debian as root it is installed, elsewhere one sentence says what to do.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's program, or undefined. */
export function findChromium(): string | undefined {
  const wished = process.env['CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...(wished ? [wished] : []), ...candidates].find(isProgram);
}

/** The browser's program, installed if this machine allows it; stops otherwise. */
export function requireChromium(): string {
  const found = findChromium() ?? (installChromium() ? findChromium() : undefined);
  if (found) return found;
  process.stderr.write(
    'Chromium is missing: install it (Debian: « apt-get install chromium » as root) or name it in CHROMIUM.\n',
  );
  process.exit(1);
}

function installChromium(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  process.stdout.write('Chromium is missing: installing Debian’s package.\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'], env };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet);
  return status === 0;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
