// ClamAV's own `clamd` on this machine, with one signature of ours (EICAR) and no download.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inject } from 'vitest';
import { findClamd } from '../../scripts/clamd.ts';
import { freePort } from '../../src/platform/embedded/free-port.ts';

const PRET_MS = 60_000;

/** MD5, length and name of EICAR (tests/soutien/pieces-jointes.ts). */
const SIGNATURE = '44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n';

/** Where a clamd will answer once it is started; it may be stopped and started again. */
export async function preparerClamd() {
  const programme = findClamd();
  if (!programme) throw new Error('no clamd (README.md, « npm test »)');
  const dossier = path.join(inject('dossier'), `clamd-${randomBytes(6).toString('hex')}`);
  await mkdir(dossier);
  await writeFile(path.join(dossier, 'eicar.hdb'), SIGNATURE);
  const port = await freePort();
  const reglages = path.join(dossier, 'clamd.conf');
  await writeFile(
    reglages,
    [
      'Foreground yes',
      'TCPAddr 127.0.0.1',
      `TCPSocket ${port}`,
      `DatabaseDirectory ${dossier}`,
      `TemporaryDirectory ${dossier}`,
      'AlertExceedsMax yes',
      // Ten times less than its default: tests reach it quickly.
      'MaxScanSize 40M',
      '',
    ].join('\n'),
  );
  let enMarche: ChildProcess | undefined;
  return {
    url: `tcp://127.0.0.1:${port}`,
    async demarrer(): Promise<void> {
      enMarche = spawn(programme, ['--config-file', reglages], { stdio: 'ignore' });
      const limite = Date.now() + PRET_MS;
      while (!(await repond(port))) {
        if (enMarche.exitCode !== null || Date.now() > limite)
          throw new Error('clamd did not start');
        await delay(100);
      }
    },
    /** Stands still: it takes connections and says nothing, until it goes on. */
    figer: () => enMarche?.kill('SIGSTOP'),
    reprendre: () => enMarche?.kill('SIGCONT'),
    async arreter(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
      if (!enMarche || enMarche.exitCode !== null || enMarche.signalCode !== null) return;
      const parti = once(enMarche, 'exit');
      enMarche.kill(signal);
      await parti;
    },
  };
}

async function repond(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('zPING\0');
    const [reponse] = await once(socket, 'data');
    return String(reponse).startsWith('PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
