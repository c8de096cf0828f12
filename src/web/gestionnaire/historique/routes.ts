// The history of a structure: who did what, when (screens §9).
import type { App, WebContext } from '../../commun/contexte.ts';

export function historiqueRoutes(_app: App, _context: WebContext): void {}
