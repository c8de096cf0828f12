// Builds dist/: the program (Node cannot read .tsx by itself), the stylesheet and the mark, named by their hash.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';

const ROOT = path.join(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
const ASSETS = path.join(DIST, 'assets');

await rm(DIST, { recursive: true, force: true });
await mkdir(ASSETS, { recursive: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: ['src/main.ts'],
  outdir: DIST,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: true,
});
const styles = await build({
  absWorkingDir: ROOT,
  entryPoints: ['src/web/theme/index.css'],
  bundle: true,
  minify: true,
  write: false,
});
const css = await emit('portail', '.css', Buffer.from(styles.outputFiles[0]?.contents ?? ''));
const favicon = await emit(
  'marque',
  '.svg',
  await readFile(path.join(ROOT, 'src/web/theme/favicon.svg')),
);
// Written last: its presence says that the build is whole.
await writeFile(path.join(DIST, 'assets.json'), JSON.stringify({ css, favicon }));

/** Writes a file under the hash of its content, with its compressed forms; gives its address. */
async function emit(name: string, extension: string, content: Buffer): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const file = `${name}-${hash}${extension}`;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(path.join(ASSETS, file), content);
  await writeFile(
    path.join(ASSETS, `${file}.br`),
    await promisify(brotliCompress)(content, quality),
  );
  await writeFile(path.join(ASSETS, `${file}.gz`), await promisify(gzip)(content, { level: 9 }));
  return `/assets/${file}`;
}
