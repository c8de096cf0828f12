// The sheet, services and espaces of a structure, edited by its managers (screens §9).
import type { App, WebContext } from '../../commun/contexte.ts';

export function ficheGestionRoutes(_app: App, _context: WebContext): void {}
