// The fil d'événements (screens §4): what narrows it, and what a page of it shows.
import type { Evenement, Famille } from './evenement.ts';

/** null: any. */
export type FiltreDuFil = { famille: Famille | null; structureId: number | null };
export type EvenementDuFil = Evenement & { lu: boolean };
