// What every page knows of its reader and its place: the route gives it, the frame shows it.
import type { Langue, Translate } from '../../platform/textes/index.ts';
import type { EspaceTab } from '../components/espace-tabs.tsx';

export type Frame = {
  t: Translate;
  langue: Langue;
  serviceName: string;
  /** null: nobody is signed in. */
  person: { nomComplet: string } | null;
  tabs: EspaceTab[];
  /** Where the language switch comes back. */
  path: string;
  /** Embedded mode: one visible line says that this is not the official Chorus Pro (design §7). */
  embedded: boolean;
  cssHref: string;
  scriptHref: string;
  faviconHref: string;
};
