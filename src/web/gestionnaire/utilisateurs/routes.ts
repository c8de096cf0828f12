// The people attached to a structure: list, export, attach, change, suspend, detach (screens §9).
import type { App, WebContext } from '../../commun/contexte.ts';

export function utilisateursRoutes(_app: App, _context: WebContext): void {}
