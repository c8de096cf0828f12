// Ports of the embedded run: one that is free now, and a clear sentence when a wished one is taken.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';

/** A port of the loopback that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
}

/** Stops the start with a sentence when the port cannot be listened on. */
export async function requireFreePort(host: string, port: number, variable: string): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new ErreurDeDemarrage(
      `Le port ${port} (${variable}) n'est pas libre sur ${host} : arrêtez ce qui l'occupe ou choisissez-en ` +
        `un autre avec ${variable}.`,
      { cause: error },
    );
  }
  server.close();
  await once(server, 'close');
}
