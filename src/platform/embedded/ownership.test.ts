// Ownership of a data folder: one holder at a time, free again when the holder's connection dies.
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { freePort } from './free-port.ts';
import { type Ownership, takeOwnership } from './ownership.ts';

// The lock is one a database: an empty one of its own keeps this file apart from the tests' real owner.
const adminUrl = inject('adminUrl');
const name = `verrou_${randomBytes(4).toString('hex')}`;
const url = adminUrl.replace(/\/postgres$/, `/${name}`);
const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
await admin.unsafe(`create database ${name}`);
afterAll(async () => {
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
});

async function take(): Promise<Ownership> {
  const outcome = await takeOwnership(url);
  if (outcome.kind !== 'taken') throw new Error(outcome.kind);
  return outcome.ownership;
}

describe('the ownership', () => {
  test('is held by one at a time, and given back', async () => {
    const ownership = await take();
    expect((await takeOwnership(url)).kind).toBe('held');
    await ownership.release();
    await (await take()).release();
  });

  test('goes to one of several who ask at the same moment', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => takeOwnership(url)));
    const taken = outcomes.filter((outcome) => outcome.kind === 'taken');
    expect(taken.length).toBe(1);
    await taken[0]?.ownership.release();
  });

  test('is free again when the connection of its holder dies', async () => {
    const ownership = await take();
    await admin`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = ${name} and application_name = 'portail-proprietaire'`;
    await (await take()).release();
    await ownership.release().catch(() => undefined);
  });

  test('of a server that does not answer, or refuses the password, is out of reach', async () => {
    const mort = `postgres://postgres:x@127.0.0.1:${await freePort()}/postgres`;
    expect((await takeOwnership(mort)).kind).toBe('unreachable');
    const faux = url.replace(new URL(url).password, 'mauvais');
    expect((await takeOwnership(faux)).kind).toBe('unreachable');
  });
});
