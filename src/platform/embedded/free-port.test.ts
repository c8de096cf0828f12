// Ports of the embedded run: a free one, or a sentence that names the one taken and its variable.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';
import { freePort, requireFreePort } from './free-port.ts';

describe('a port', () => {
  test('that is free passes, and is left free', async () => {
    const port = await freePort();
    await requireFreePort('127.0.0.1', port, 'PORT');
    await requireFreePort('127.0.0.1', port, 'PORT');
  });

  test('that is taken stops the start with a sentence', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const address = occupant.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const essai = requireFreePort('127.0.0.1', port, 'PIGP_PORT');
    await expect(essai).rejects.toBeInstanceOf(ErreurDeDemarrage);
    await expect(essai).rejects.toThrow(
      `Le port ${port} (PIGP_PORT) n'est pas libre sur 127.0.0.1 : arrêtez ce qui l'occupe ou choisissez-en ` +
        'un autre avec PIGP_PORT.',
    );
    occupant.close();
  });

  test('on an address that this machine does not have stops the start too', async () => {
    const essai = requireFreePort('192.0.2.1', await freePort(), 'PORT');
    await expect(essai).rejects.toBeInstanceOf(ErreurDeDemarrage);
  });
});
