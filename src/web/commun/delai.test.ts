// How long a form may take to come, over a real connection.
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bornerReception } from './delai.ts';

const DELAI_MS = 100;
const app = Fastify();

beforeAll(async () => {
  app.addHook('onRequest', bornerReception(DELAI_MS));
  app.post('/court', async () => 'ok');
  app.post('/long', { config: { envoiLong: true } }, async () => 'ok');
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

/** Sends half of a form, then the rest after a while; gives what came back. */
async function envoyer(chemin: string, attenteMs: number): Promise<string> {
  const { port } = app.server.address() as AddressInfo;
  const prise = connect(port, '127.0.0.1');
  let recu = '';
  prise.on('data', (morceau) => {
    recu += morceau;
    prise.end();
  });
  prise.on('error', () => undefined);
  prise.write(
    `POST ${chemin} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\na`,
  );
  setTimeout(() => prise.write('b'), attenteMs);
  await once(prise, 'close');
  return recu.split('\r\n')[0] ?? '';
}

test.each([
  ['a form that comes in time is answered', '/court', 0, 'HTTP/1.1 200 OK'],
  ['a form that does not is broken off', '/court', 5 * DELAI_MS, ''],
  ['a form with a file may take its time', '/long', 3 * DELAI_MS, 'HTTP/1.1 200 OK'],
])('%s', async (_, chemin, attenteMs, attendu) => {
  expect(await envoyer(chemin, attenteMs)).toBe(attendu);
});
