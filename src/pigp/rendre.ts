// Draws a page of the PIGP as a whole HTML document.
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The document, doctype first. */
export function rendre(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
