// A server that is told to stop: who holds a connection open, and what becomes of it.
import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { closePromptly } from './prompt-close.ts';

const NEVER_MS = 3_600_000;

async function serve(graceMs?: number) {
  const app = Fastify();
  closePromptly(app, graceMs);
  const answering = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  app.get('/', async () => {
    asked.resolve();
    await answering.promise;
    return 'whole';
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, address, asked: asked.promise, answer: answering.resolve };
}

test('a connection on which nothing was asked does not hold it', async () => {
  const { app, address } = await serve(NEVER_MS);
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  const accepted = once(app.server, 'connection');
  await once(socket, 'connect');
  await accepted;
  const ended = once(socket, 'close');
  await app.close();
  await ended;
});

test('nor does a connection kept alive after its answer', async () => {
  const { app, address, answer } = await serve(NEVER_MS);
  answer();
  expect(await (await fetch(address)).text()).toBe('whole');
  await app.close();
});

test('an answer under way ends whole', async () => {
  const { app, address, asked, answer } = await serve(NEVER_MS);
  const response = fetch(address);
  await asked;
  const closed = app.close();
  answer();
  expect(await (await response).text()).toBe('whole');
  await closed;
});

test('an answer that never ends is cut after the grace', async () => {
  const { app, address, asked } = await serve(1);
  const cut = expect(fetch(address)).rejects.toThrow('fetch failed');
  await asked;
  await app.close();
  await cut;
});
