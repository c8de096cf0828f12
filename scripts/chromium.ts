// Finds the system's Chromium for the journeys, or has it installed.
import path from 'node:path';
import { isProgram, requireProgram } from './debian.ts';

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
  return requireProgram({
    name: 'Chromium',
    packages: ['chromium'],
    variable: 'CHROMIUM',
    find: findChromium,
  });
}
