// The English dictionary: same keys as the French one, or the build stops.
import type { Traduction } from '../dictionnaire.ts';
import type { fr } from '../fr/index.ts';
import { composants } from './composants.ts';
import { compte } from './compte.ts';
import { courriels } from './courriels.ts';
import { erreurs } from './erreurs.ts';
import { mentions } from './mentions.ts';
import { pages } from './pages.ts';
import { pigp } from './pigp.ts';

export const en: Traduction<typeof fr> = {
  composants,
  compte,
  courriels,
  erreurs,
  mentions,
  pages,
  pigp,
};
