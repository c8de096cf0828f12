// Digests (model §6): what one tells, how long one waits when the relay refuses.
import type { Langue } from '../../platform/textes/index.ts';
import type { Evenement } from '../evenement/evenement.ts';
import type { Sujet } from './preferences.ts';

/** A digest of the day, which holds what comes weekly when it is the first of its week, or a notice at once. */
export type RythmeDeReleve = 'QUOTIDIEN' | 'IMMEDIAT';

/** The nature of a claim in `envoi`, by rhythm. */
export const NATURES = { QUOTIDIEN: 'RELEVE', IMMEDIAT: 'ALERTE' } as const;

/** An event as a digest tells it. */
type EvenementReleve = Omit<Evenement, 'survenuLe'> & { sujet: Sujet };

/** What happened on one structure, or on none; the newest first, a few of them. */
export type GroupeReleve = {
  structureId: number | null;
  designation: string | null;
  /** How many there are in all, counted as far as told (`RESTE_DIT`). */
  nombre: number;
  evenements: EvenementReleve[];
};

/** What moved in a week on a structure that somebody manages. */
export type Mouvements = {
  structureId: number;
  designation: string;
  /** How many times, by what happened. */
  comptes: Partial<Record<Mouvement, number>>;
  /** Requests that wait for a decision now. */
  enAttente: number;
};
export const MOUVEMENTS = [
  'rattaches',
  'detaches',
  'modifies',
  'demandesRecues',
  'demandesDecidees',
  'roles',
  'services',
  'espaces',
  'abonnements',
] as const;
export type Mouvement = (typeof MOUVEMENTS)[number];

/** What one person is told, and how they are written to. */
export type ContenuDeReleve = {
  compteId: number;
  adresse: string;
  langue: Langue;
  nomComplet: string;
  groupes: GroupeReleve[];
  /** Structures that had something to tell, beyond those shown. */
  autresGroupes: number;
  mouvements: Mouvements[];
  autresMouvements: number;
  /** News, the newest first. */
  actualites: { identifiant: string; titre: string }[];
};

/** Shown at most: events of a structure, structures of a mail. */
export const EVENEMENTS_PAR_GROUPE = 10;
/** Beyond this number, the others of a group are « more than » it. */
export const RESTE_DIT = 1_000;
/** Counted at most by right: enough to tell one more than `RESTE_DIT`. */
export const EVENEMENTS_COMPTES = EVENEMENTS_PAR_GROUPE + RESTE_DIT + 1;
export const GROUPES_PAR_RELEVE = 20;
export const ACTUALITES_PAR_RELEVE = 5;

/** The subjects that a digest tells of. */
export function sujetsDuReleve({ groupes, mouvements, actualites }: ContenuDeReleve): Sujet[] {
  const dits = new Set(groupes.flatMap(({ evenements }) => evenements.map(({ sujet }) => sujet)));
  if (mouvements.length > 0) dits.add('RECAPITULATIF');
  if (actualites.length > 0) dits.add('ACTUALITE');
  return [...dits];
}

const MINUTE_MS = 60_000;
const ATTENTE_MAX_MINUTES: Record<RythmeDeReleve, number> = { QUOTIDIEN: 60, IMMEDIAT: 10 };

/** When mails that the relay refused are tried again: in one minute, then two, four…; `essais`: refusals in a row. */
export function prochainEssai(rythme: RythmeDeReleve, essais: number, instant: Date): Date {
  const minutes = Math.min(2 ** Math.max(essais - 1, 0), ATTENTE_MAX_MINUTES[rythme]);
  return new Date(instant.getTime() + minutes * MINUTE_MS);
}
