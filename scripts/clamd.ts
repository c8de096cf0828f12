// Finds ClamAV's daemon for the tests of the antivirus, or has it installed; they bring their own signature.
import { isProgram, requireProgram } from './debian.ts';

const PLACES = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/usr/bin/clamd'];

/** The daemon's program, or undefined. */
export function findClamd(): string | undefined {
  const wished = process.env['CLAMD'];
  return [...(wished ? [wished] : []), ...PLACES].find(isProgram);
}

/** The daemon's program, installed if this machine allows it; stops otherwise. */
export function requireClamd(): string {
  return requireProgram({
    name: 'ClamAV',
    // Without what it recommends: the downloader of signatures.
    packages: ['--no-install-recommends', 'clamav-daemon'],
    variable: 'CLAMD',
    find: findClamd,
  });
}
