// The French dictionary: the reference for keys; one file a room.
import { composants } from './composants.ts';

export const fr = { composants } as const;
