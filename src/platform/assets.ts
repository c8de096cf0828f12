// The built files that browsers keep a year: named by the hash of their content (scripts/build.ts writes them).
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './root.ts';

export type Assets = { css: string; script: string; favicon: string };

export const ASSETS_FOLDER = path.join(ROOT, 'dist', 'assets');
export const ASSETS_PREFIX = '/assets/';

/** The addresses of the built files. */
export async function readAssets(): Promise<Assets> {
  const manifest = path.join(ROOT, 'dist', 'assets.json');
  return JSON.parse(await readFile(manifest, 'utf8')) as Assets;
}
