// The French dictionary: the reference for keys; one file a room.
import { annuaire } from './annuaire.ts';
import { composants } from './composants.ts';
import { compte } from './compte.ts';
import { courriels } from './courriels.ts';
import { demandes } from './demandes.ts';
import { erreurs } from './erreurs.ts';
import { mentions } from './mentions.ts';
import { pages } from './pages.ts';
import { pigp } from './pigp.ts';

export const fr = {
  annuaire,
  composants,
  compte,
  courriels,
  demandes,
  erreurs,
  mentions,
  pages,
  pigp,
} as const;
