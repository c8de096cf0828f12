// The architecture check itself: it passes on the house and fails on a planted arrow, whatever its shape.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkArchitecture } from '../scripts/architecture.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function house(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'maison-'));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  return root;
}

const leaf = 'export const x = 1;\n';

describe('the architecture check', () => {
  test('finds nothing to say about this house', async () => {
    expect(await checkArchitecture(path.join(import.meta.dirname, '..'))).toEqual([]);
  });

  test.each([
    ['the domain importing a face', 'src/domain/a.ts', '../web/b.ts', 'src/web/b.ts'],
    ['the platform importing the domain', 'src/platform/a.ts', '../domain/b.ts', 'src/domain/b.ts'],
    ['a face importing another', 'src/web/a.tsx', '../jobs/b.ts', 'src/jobs/b.ts'],
    ['the stand-in importing the web', 'src/pigp/a.ts', '../web/b.tsx', 'src/web/b.tsx'],
    [
      'a script of the browser importing the server',
      'src/web/scripts/a.ts',
      '../b.ts',
      'src/web/b.ts',
    ],
    [
      'the server importing a script of the browser',
      'src/web/a.ts',
      './scripts/b.ts',
      'src/web/scripts/b.ts',
    ],
    ['a face importing what composes it', 'src/jobs/a.ts', '../settings.ts', 'src/settings.ts'],
  ])('refuses %s', async (_what, from, specifier, to) => {
    for (const kind of ['import', 'import type', 'export']) {
      const statement = `${kind} { x } from '${specifier}';\n`;
      const root = await house({ [from]: statement, [to]: leaf });
      expect(await checkArchitecture(root)).toEqual([expect.stringContaining(`${from} → ${to}`)]);
    }
  });

  test('refuses a circle', async () => {
    const root = await house({
      'src/domain/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'src/domain/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    });
    expect((await checkArchitecture(root)).join()).toContain('no-circle');
  });
});
