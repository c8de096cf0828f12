// The embedded PostgreSQL: one owner a data folder, whatever kills it, and the data always kept.
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres } from './postgres-server.ts';
import { isAlive, readPostmaster } from './postmaster.ts';
import { end, SETTINGS, type Starter, startElsewhere } from './starter.test-helper.ts';

const folders: string[] = [];
const starters: Starter[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portail-essai-'));
  folders.push(folder);
  return folder;
}
function elsewhere(folder: string): Starter {
  const starter = startElsewhere(folder);
  starters.push(starter);
  return starter;
}
async function ask(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end({ timeout: 2 });
  }
}

afterAll(async () => {
  for (const { child } of starters) await end(child, 'SIGTERM');
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('a data folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await newFolder();
  });

  test('is made at the first start, and belongs to one start at a time', async () => {
    const premier = await startPostgres(folder, SETTINGS);
    if (premier.kind !== 'started') throw new Error('nobody else started it');
    const { server } = premier;
    await ask(server.adminUrl('postgres'), 'create table gardee as select 42 as valeur');

    const second = await startPostgres(folder, SETTINGS);
    expect(second.kind).toBe('alreadyRunning');
    expect(second.server.port).toBe(server.port);
    const lu = await ask(second.server.adminUrl('postgres'), 'select valeur from gardee');
    expect(lu).toEqual([{ valeur: 42 }]);

    await server.stop();
    expect(await readPostmaster(path.join(folder, 'postgres'))).toBeUndefined();
  });

  test('keeps its data and its password, which its owner alone may read', async () => {
    const file = path.join(folder, 'postgres', 'portail-mot-de-passe');
    const password = await readFile(file, 'utf8');
    const suivant = await startPostgres(folder, SETTINGS);
    if (suivant.kind !== 'started') throw new Error('nobody else started it');
    const { server } = suivant;
    expect(server.password).toBe(password);
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const lu = await ask(server.adminUrl('postgres'), 'select valeur from gardee');
    expect(lu).toEqual([{ valeur: 42 }]);
    await server.stop();
  });

  test('asks every login for its password, and listens to this machine only', async () => {
    const ouvert = await startPostgres(folder, SETTINGS);
    if (ouvert.kind !== 'started') throw new Error('nobody else started it');
    const { server } = ouvert;
    const faux = server.adminUrl('postgres').replace(server.password, 'mauvais');
    await expect(ask(faux, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const [row] = await ask(
      server.adminUrl('postgres'),
      `select current_setting('listen_addresses') as adresses,
        current_setting('unix_socket_directories') as prises`,
    );
    expect(row).toEqual({ adresses: '127.0.0.1', prises: '' });
    await server.stop();
  });
});

describe('after a brutal end of its owner', () => {
  test('the orphan is stopped and restarted, with the data kept', async () => {
    const folder = await newFolder();
    const { child, outcome } = elsewhere(folder);
    const { kind, url } = await outcome;
    expect(kind).toBe('started');
    await ask(url, 'create table gardee as select 42 as valeur');
    const orphan = await readPostmaster(path.join(folder, 'postgres'));
    await end(child, 'SIGKILL');
    expect(orphan && isAlive(orphan.pid)).toBe(true);

    const repris = await startPostgres(folder, SETTINGS);
    if (repris.kind !== 'started') throw new Error('its owner is dead');
    expect((await readPostmaster(path.join(folder, 'postgres')))?.pid).not.toBe(orphan?.pid);
    const lu = await ask(repris.server.adminUrl('postgres'), 'select valeur from gardee');
    expect(lu).toEqual([{ valeur: 42 }]);
    await repris.server.stop();
  });
});

describe('two starts at once on an empty folder', () => {
  test('make one cluster, that exactly one of them owns and both can use', async () => {
    const folder = await newFolder();
    const pair = [elsewhere(folder), elsewhere(folder)];
    const outcomes = await Promise.all(pair.map(({ outcome }) => outcome));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['alreadyRunning', 'started']);
    for (const { url } of outcomes) expect(await ask(url, 'select 1 as un')).toEqual([{ un: 1 }]);
    expect(outcomes[0]?.url).toBe(outcomes[1]?.url);
  });
});
