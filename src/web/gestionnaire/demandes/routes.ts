// The queue of requests of all the structures that somebody manages (screens §9).
import type { App, WebContext } from '../../commun/contexte.ts';

export function demandesADeciderRoutes(_app: App, _context: WebContext): void {}
