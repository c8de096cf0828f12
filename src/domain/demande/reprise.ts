// « Demande de reprise » (model §3): who may ask for a role left vacant, oppose it, decide on it.
import { type DelaisDeDemande, jourPlus } from './echeances.ts';

/** What surrounds the role, read on locked rows. */
export type SituationDuRole = {
  statutStructure: 'ACTIF' | 'INACTIF';
  /** No principal whose account is active. */
  vacant: boolean;
  /** Principal and secondaires who manage that day. */
  gestionnairesActifs: number;
};

export type DecisionReprise =
  | { kind: 'reprendre' }
  /** Nobody is left to manage: a référent decides. */
  | { kind: 'demander' }
  | { kind: RefusDeReprise };

export type RefusDeReprise =
  | 'structureInactive'
  /** Somebody holds the role. */
  | 'roleTenu'
  /** A secondaire is there: theirs to take. */
  | 'secondairePresent'
  /** For those attached to the whole structure. */
  | 'pasEntiere'
  | 'dejaDemande';

/** Who asks for the role. */
export type Repreneur = {
  /** Manages the structure today by the role of secondaire, not by delegation. */
  secondaireActif: boolean;
  /** An active line covers the whole structure. */
  entiere: boolean;
  /** A request of theirs waits already. */
  enCours: boolean;
};

/** Decides what somebody may do about the role of gestionnaire principal today. */
export function decideReprise(
  { statutStructure, vacant, gestionnairesActifs }: SituationDuRole,
  { secondaireActif, entiere, enCours }: Repreneur,
): DecisionReprise {
  if (statutStructure === 'INACTIF') return { kind: 'structureInactive' };
  if (!vacant) return { kind: 'roleTenu' };
  if (secondaireActif) return { kind: 'reprendre' };
  if (gestionnairesActifs > 0) return { kind: 'secondairePresent' };
  if (!entiere) return { kind: 'pasEntiere' };
  return enCours ? { kind: 'dejaDemande' } : { kind: 'demander' };
}

/** The last civil day on which managers may oppose a take-over filed that day. */
export function finDOpposition(
  demandee: string,
  { oppositionJours }: Pick<DelaisDeDemande, 'oppositionJours'>,
): string {
  return jourPlus(demandee, oppositionJours);
}

export type SituationDeDecision = SituationDuRole & {
  /** A manager opposed it. */
  opposee: boolean;
  demandee: string;
  jour: string;
  /** The account is active and still attached to the whole structure. */
  repreneurConvient: boolean;
};

export type DecisionDuReferent =
  | { kind: 'accepter'; opposition: 'levee' | 'aucune' }
  | { kind: 'structureInactive' | 'roleTenu' | 'repreneurRefuse' }
  /** Managers may still oppose: `jusqu` is their last day. */
  | { kind: 'opposable'; jusqu: string }
  /** Overriding an opposition needs a reason. */
  | { kind: 'motifRequis' };

/**
 * Decides whether a référent may accept a take-over: with nobody left to oppose it at once, else
 * once the delay is over; against an opposition with a reason.
 */
export function decideAcceptationDeReprise(
  situation: SituationDeDecision,
  motif: string | null,
  delais: Pick<DelaisDeDemande, 'oppositionJours'>,
): DecisionDuReferent {
  const { statutStructure, vacant, gestionnairesActifs, opposee, demandee, jour } = situation;
  if (statutStructure === 'INACTIF') return { kind: 'structureInactive' };
  if (!vacant) return { kind: 'roleTenu' };
  if (!situation.repreneurConvient) return { kind: 'repreneurRefuse' };
  if (opposee)
    return motif === null ? { kind: 'motifRequis' } : { kind: 'accepter', opposition: 'levee' };
  const jusqu = finDOpposition(demandee, delais);
  if (gestionnairesActifs > 0 && jour <= jusqu) return { kind: 'opposable', jusqu };
  return { kind: 'accepter', opposition: 'aucune' };
}
