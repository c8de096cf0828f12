// Builds dist/: the program (Node cannot read .tsx by itself), and what browsers load, named by its hash: the
// stylesheet, the script, the mark.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type BuildResult, build } from 'esbuild';

const ROOT = path.join(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
const ASSETS = path.join(DIST, 'assets');
// Design §7.
const CSS_LIMIT_BYTES = 25_000;
const SCRIPT_LIMIT_BYTES = 10_000;

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
const scripts = await build({
  absWorkingDir: ROOT,
  entryPoints: ['src/web/scripts/index.ts'],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
});
const styles = await build({
  absWorkingDir: ROOT,
  entryPoints: ['src/web/theme/index.css'],
  bundle: true,
  minify: true,
  write: false,
});
const css = await emit('portail', '.css', bundled(styles, CSS_LIMIT_BYTES));
const script = await emit('portail', '.js', bundled(scripts, SCRIPT_LIMIT_BYTES));
const favicon = await emit(
  'marque',
  '.svg',
  await readFile(path.join(ROOT, 'src/web/theme/favicon.svg')),
);
// Written last: its presence says that the build is whole.
await writeFile(path.join(DIST, 'assets.json'), JSON.stringify({ css, script, favicon }));

/** The one file of a build; too large for what browsers are asked to load, it stops everything. */
function bundled({ outputFiles }: BuildResult<{ write: false }>, limitBytes: number): Buffer {
  const content = Buffer.from(outputFiles[0]?.contents ?? '');
  if (content.length > limitBytes)
    throw new Error(`${outputFiles[0]?.path}: ${content.length} bytes, ${limitBytes} at most`);
  return content;
}

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
