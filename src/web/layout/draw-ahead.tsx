// Draws a part of a page while PostgreSQL works on the rest of it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/**
 * Draws a part that does not depend on what was just asked of PostgreSQL, once that is on its way: postgres.js writes at
 * the end of this turn of the loop. The page takes the result as any other node.
 */
export async function drawAhead(part: VNode): Promise<VNode> {
  await nextTurn();
  await nextTurn();
  const html = render(part);
  // Not raw words: Preact wrote it just above, with its escapes.
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
