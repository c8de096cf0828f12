// The embedded run as its user lives it: starts, ends, accidents, and sentences instead of stacks (design §5).
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { readPostmaster } from '../../src/platform/embedded/postmaster.ts';
import { descendants, isGone } from './soutien/processus.ts';
import {
  embeddedEnvironment,
  npmStart,
  readyOrEnd,
  run,
  startProgramme,
  stopLeftovers,
  temporaryFolder,
} from './soutien/programme.ts';

const { folder, remove } = await temporaryFolder();
afterAll(remove);
afterEach(stopLeftovers);
const env = await embeddedEnvironment(path.join(folder, 'data'));
const cluster = path.join(folder, 'data', 'postgres');

/** Runs a command that is expected to end by itself. */
async function runToEnd(changes: Record<string, string>, args = ['start']) {
  const child = run({ ...env, ...changes }, args);
  const [code] = await once(child, 'exit');
  return { code, text: child.text() };
}

describe('the embedded portal', () => {
  test('says where everything is once everything answers', async () => {
    const programme = await startProgramme(env);
    expect(programme.output()).toContain(`Portail prêt : http://127.0.0.1:${env['PORT']}`);
    expect(programme.output()).toContain('pauline.dufour');
    const headers = { accept: 'text/html' };
    for (const address of [`${programme.portail}/readyz`, programme.pigp, programme.maildev]) {
      expect((await fetch(address, { headers })).status, address).toBe(200);
    }
    await programme.end();
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops it all, and leaves no process',
    async (signal) => {
      const programme = await startProgramme(env);
      const started = [...descendants(programme.process.pid ?? 0)];
      expect(started.length).toBeGreaterThan(2);
      expect(await programme.end(signal)).toBe(0);
      expect(started.filter((pid) => !isGone(pid))).toEqual([]);
      expect(await readPostmaster(cluster)).toBeUndefined();
    },
  );

  test('stops although browsers hold connections open, ahead of their questions and after', async () => {
    const programme = await startProgramme(env);
    for (const address of [programme.portail, programme.pigp, programme.maildev]) {
      const ahead = connect(Number(new URL(address).port), '127.0.0.1');
      await once(ahead, 'connect');
      await fetch(address);
    }
    expect(await programme.end()).toBe(0);
  });

  test('« npm start » passes SIGTERM on: nothing is left behind npm either', async () => {
    const npm = npmStart(env);
    await readyOrEnd(npm);
    const started = [...descendants(npm.pid ?? 0)];
    const gone = once(npm, 'exit');
    npm.kill('SIGTERM');
    await gone;
    await vi.waitUntil(() => started.every(isGone), { timeout: 20_000 });
  });

  test('a second start on the same folder says « déjà lancé » and changes nothing', async () => {
    const programme = await startProgramme(env);
    const before = await readPostmaster(cluster);
    const second = await runToEnd(await embeddedEnvironment(path.join(folder, 'data')));
    expect(second.code).toBe(1);
    expect(second.text).toMatch(/^Portail déjà lancé sur \S+ : rien n'a été changé\.\n$/);
    expect(await readPostmaster(cluster)).toEqual(before);
    expect((await fetch(`${programme.portail}/readyz`)).status).toBe(200);
    await programme.end();
  });

  test('starts again after kill -9, with its data, whatever PostgreSQL was left behind', async () => {
    const first = await startProgramme(env);
    const orphan = await readPostmaster(cluster);
    await first.end('SIGKILL');
    const second = await startProgramme(env);
    expect(isGone(orphan?.pid ?? 0)).toBe(true);
    const page = await fetch(`${second.portail}/connexion`, { redirect: 'manual' });
    expect(page.headers.get('location')).toContain(second.pigp);
    const left = [...descendants(second.process.pid ?? 0)];
    await second.end();
    expect(left.filter((pid) => !isGone(pid))).toEqual([]);
  });

  test.each(['PORT', 'PIGP_PORT', 'MAILDEV_PORT', 'SMTP_PORT'])(
    'a %s in use is one sentence that names it, and PostgreSQL is stopped again',
    async (name) => {
      const other = createServer().listen(Number(env[name]), '127.0.0.1');
      await once(other, 'listening');
      const { code, text } = await runToEnd({});
      other.close();
      await once(other, 'close');
      expect(code).toBe(1);
      expect(text.trim().split('\n')).toEqual([
        expect.stringContaining(`(${name}) n'est pas libre`),
      ]);
      expect(await readPostmaster(cluster)).toBeUndefined();
    },
  );

  test('a folder that cannot be written is one sentence', async () => {
    const file = path.join(folder, 'fichier');
    await writeFile(file, '');
    const { code, text } = await runToEnd({ DATA_DIR: path.join(file, 'data') });
    expect(code).toBe(1);
    expect(text.trim().split('\n')).toEqual([expect.stringContaining('DATA_DIR')]);
  });

  test('an unknown command and a mixture of both ways are one sentence', async () => {
    const unknown = await runToEnd({}, ['demarrer']);
    expect([unknown.code, unknown.text]).toEqual([1, expect.stringContaining('Commande inconnue')]);
    const mixed = await runToEnd({ PUBLIC_URL: 'https://portail.example' });
    expect(mixed.code).toBe(1);
    expect(mixed.text).toContain('DATABASE_URL');
    expect(mixed.text).toContain('PIGP_PORT');
    expect(mixed.text.trim().split('\n').length).toBe(1);
  });

  test('two first starts at once on an empty folder: one runs, the other says « déjà lancé »', async () => {
    const data = path.join(folder, 'ensemble');
    await mkdir(data);
    const both = await Promise.all([1, 2].map(async () => run(await embeddedEnvironment(data))));
    await Promise.all(both.map(readyOrEnd));
    const ready = both.filter((child) => child.text().includes('Portail prêt'));
    const refused = both.filter((child) => child.text().includes('déjà lancé'));
    for (const child of ready) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    expect([ready.length, refused.length]).toEqual([1, 1]);
  });

  test.runIf(process.getuid?.() === 0)(
    'works under a folder that only root may enter',
    async () => {
      const closed = path.join(folder, 'ferme');
      await mkdir(closed, { mode: 0o700 });
      const programme = await startProgramme(await embeddedEnvironment(path.join(closed, 'data')));
      expect((await fetch(`${programme.portail}/readyz`)).status).toBe(200);
      expect(await programme.end()).toBe(0);
    },
  );

  test('imports a feed and checks the journal while it runs, and when it does not', async () => {
    const feed = path.join(folder, 'flux.jsonl');
    const demo = await readFile(path.join(import.meta.dirname, '../../demo/madrhas.jsonl'), 'utf8');
    await writeFile(feed, demo);
    const stopped = await runToEnd({}, ['importer-madrhas', feed]);
    expect([stopped.code, stopped.text]).toEqual([0, expect.any(String)]);
    const programme = await startProgramme(env);
    const running = await runToEnd({}, ['importer-madrhas', feed]);
    expect([running.code, running.text]).toEqual([0, expect.any(String)]);
    const whole = await runToEnd({}, ['verifier-journal']);
    expect([whole.code, whole.text]).toEqual([0, expect.stringContaining('Journal entier.')]);
    await programme.end();
    const atRest = await runToEnd({}, ['verifier-journal', '1', '0'.repeat(64)]);
    expect([atRest.code, atRest.text]).toEqual([1, expect.stringContaining('Journal rompu')]);
  });
});
