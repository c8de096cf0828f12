// The English dictionary: same keys as the French one, or the build stops.
import type { Traduction } from '../dictionnaire.ts';
import type { fr } from '../fr/index.ts';
import { annuaire } from './annuaire.ts';
import { composants } from './composants.ts';
import { compte } from './compte.ts';
import { courriels } from './courriels.ts';
import { demandes } from './demandes.ts';
import { erreurs } from './erreurs.ts';
import { mentions } from './mentions.ts';
import { pages } from './pages.ts';
import { pigp } from './pigp.ts';

export const en: Traduction<typeof fr> = {
  annuaire,
  composants,
  compte,
  courriels,
  demandes,
  erreurs,
  mentions,
  pages,
  pigp,
};
