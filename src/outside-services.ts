// What stands for the outside world in the embedded run (PIGP, the mail relay), in a process of its own: the
// portal's own process holds only what production holds.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { PigpOptions } from './pigp/options.ts';
import { systemClock } from './platform/clock.ts';
import { type CatcherPorts, startMailCatcher } from './platform/embedded/mail-catcher.ts';
import { ErreurDeDemarrage } from './platform/erreur-de-demarrage.ts';
import { logger } from './platform/logs.ts';
import { ROOT } from './platform/root.ts';
import type { Running } from './service.ts';

export type OutsideServices = {
  pigp: Omit<PigpOptions, 'clock' | 'log'>;
  mail: CatcherPorts;
  logLevel: string;
};

export const OUTSIDE_COMMAND = 'services-exterieurs';

/** Starts the process and waits until both services answer. It ends with this process, however this one ends. */
export async function forkOutsideServices(services: OutsideServices): Promise<Running> {
  const child = fork(path.join(ROOT, 'dist', 'main.js'), [OUTSIDE_COMMAND]);
  child.send(services);
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (answer !== 'ready') {
    throw new ErreurDeDemarrage(
      "Les services de démonstration (PIGP, courriels) n'ont pas démarré.",
    );
  }
  return {
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** What the forked process does: it lives as long as the channel to its parent. */
export async function runOutsideServices(): Promise<number> {
  if (!process.send)
    throw new ErreurDeDemarrage(`« ${OUTSIDE_COMMAND} » n'est lancé que par « start ».`);
  // Ctrl-C reaches the whole group: the parent stops us in its own order.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  // maildev announces itself there in spite of `silent`; the parent's own lines say where it is.
  console.info = () => undefined;
  const gone = once(process, 'disconnect');
  const [{ pigp, mail, logLevel }] = (await once(process, 'message')) as [OutsideServices];
  // Loaded only here: production does not install what these are made of.
  const { startPigp } = await import('./pigp/server.ts');
  await Promise.all([
    startPigp({ ...pigp, clock: systemClock, log: logger(logLevel) }),
    startMailCatcher(mail),
  ]);
  process.send('ready');
  await gone;
  // Both keep what they know in memory only; closing them would wait for the browsers that hold a connection open.
  process.exit(0);
}
