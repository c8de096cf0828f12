// The French dictionary: the reference for keys; one file a room.
import { composants } from './composants.ts';
import { pigp } from './pigp.ts';

export const fr = { composants, pigp } as const;
