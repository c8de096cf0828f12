// `npm test`: every test, in one run; the last line counts them. Arguments go to Vitest (a file, -t a name).
import path from 'node:path';
import { parseCLI, startVitest } from 'vitest/node';
import { requireChromium } from './chromium.ts';
import { requireClamd } from './clamd.ts';
import { ensureBuilt } from './fresh-build.ts';
import { requirePinnedNode } from './pinned-node.ts';

requirePinnedNode();
process.env['CHROMIUM'] = requireChromium();
process.env['CLAMD'] = requireClamd();
ensureBuilt();

const root = path.join(import.meta.dirname, '..');
const { filter, options } = parseCLI(['vitest', ...process.argv.slice(2)]);
const vitest = await startVitest('test', filter, { ...options, root, run: true, watch: false });
const modules = vitest.state.getTestModules();
const tests = modules.flatMap((module) => [...module.children.allTests()]);
const passed = tests.filter((test) => test.result().state === 'passed').length;
const failed = tests.filter((test) => test.result().state === 'failed').length;
// A file that does not load has no test to fail.
const broken = modules.filter(
  (module) => !module.ok() && [...module.children.allTests('failed')].length === 0,
);
const errors = vitest.state.getUnhandledErrors().length;
await vitest.close();
process.stdout.write(`\n${passed} passed, ${failed + broken.length + errors} failed\n`);
process.exit(failed + broken.length + errors > 0 || passed === 0 ? 1 : 0);
