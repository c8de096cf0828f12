// `npm start`: the pinned Node, a fresh build, then the program.
import { ensureBuilt } from './fresh-build.ts';
import { requirePinnedNode } from './pinned-node.ts';

requirePinnedNode();
ensureBuilt();
const program = '../dist/main.js';
await import(program);
