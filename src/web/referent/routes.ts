// The pages of the référents DGFiP: structures without manager, take-overs, escalated requests (model §3).
import type { App, WebContext } from '../commun/contexte.ts';

export function referentRoutes(_app: App, _context: WebContext): void {}
