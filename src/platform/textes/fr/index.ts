// The French dictionary: the reference for keys; one file a room.
import { composants } from './composants.ts';
import { compte } from './compte.ts';
import { courriels } from './courriels.ts';
import { erreurs } from './erreurs.ts';
import { mentions } from './mentions.ts';
import { pages } from './pages.ts';
import { pigp } from './pigp.ts';

export const fr = { composants, compte, courriels, erreurs, mentions, pages, pigp } as const;
