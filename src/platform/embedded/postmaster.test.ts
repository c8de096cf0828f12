// What postmaster.pid tells: a server that runs, one that is gone, or another program with its number.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isAlive, readPostmaster } from './postmaster.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'portail-pid-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

// Above the greatest process number of Linux: nobody has it.
const NOBODY = 4_194_305;
const write = (...lines: (string | number)[]) =>
  writeFile(path.join(folder, 'postmaster.pid'), lines.join('\n'));

describe('postmaster.pid', () => {
  test('that is not there tells of no server', async () => {
    expect(await readPostmaster(folder)).toBeUndefined();
  });

  test('gives the process and the port', async () => {
    await write(NOBODY, folder, 1_795_000_000, 54_321, '', '127.0.0.1', '', 'ready');
    expect(await readPostmaster(folder)).toEqual({ pid: NOBODY, port: 54_321 });
    expect(isAlive(NOBODY)).toBe(false);
  });

  test.each([[[NOBODY, folder, 1]], [['']], [['x', folder, 1, 'y']]])(
    'half written tells of no server: %j',
    async (lines) => {
      await write(...lines);
      expect(await readPostmaster(folder)).toBeUndefined();
    },
  );

  test.runIf(process.platform === 'linux')(
    'whose number now belongs to another program tells of no server',
    async () => {
      // Process 1 lives, and is not PostgreSQL.
      await write(1, folder, 1, 54_321);
      expect(isAlive(1)).toBe(true);
      expect(await readPostmaster(folder)).toBeUndefined();
    },
  );
});
