// Says what to do when the pinned Node is not there: npm 12 skips install scripts that `allowScripts` does not name.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const manifest = path.join(import.meta.dirname, '..', 'package.json');

/** Stops with one sentence when this is not the Node that package.json pins. */
export function requirePinnedNode(): void {
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (process.version === `v${dependencies.node}`) return;
  process.stderr.write(
    `Node ${dependencies.node} est attendu (paquet npm « node »), ${process.version} tourne : lancez « npm ci », ` +
      'puis cette commande par npm ; avec npm 12, vérifiez « allowScripts » dans package.json.\n',
  );
  process.exit(1);
}
