// In which quality somebody acts on a structure today (model §3), from what they hold there.
import type { Qualite, Situation } from '../droits/droits.ts';
import type { QualiteEtape } from './demande.ts';
import type { DroitsSurStructure } from './queries-situation.ts';

/** The manager's quality of somebody on a structure; UTILISATEUR when they manage nothing there today. */
export function qualiteDe({ role, gere }: Pick<DroitsSurStructure, 'role' | 'gere'>): Qualite {
  // A role whose lines are over gives no right.
  if (!gere) return 'UTILISATEUR';
  if (role === 'GESTIONNAIRE_PRINCIPAL') return 'PRINCIPAL';
  return role === 'GESTIONNAIRE_SECONDAIRE' ? 'SECONDAIRE' : 'DELEGUE';
}

/** The circumstances of an act that is neither escalated, nor a reprise, nor a hand-over. */
export function situationOrdinaire(surSoi: boolean, rattache: boolean): Situation {
  return {
    surSoi,
    rattache,
    roleVacant: false,
    escaladee: false,
    reprise: false,
    passation: false,
  };
}

/** The same quality as requests and their timeline name it. */
export const QUALITES_D_ETAPE: Record<
  Exclude<Qualite, 'UTILISATEUR'>,
  Exclude<QualiteEtape, 'DEMANDEUR'>
> = {
  PRINCIPAL: 'GESTIONNAIRE_PRINCIPAL',
  SECONDAIRE: 'GESTIONNAIRE_SECONDAIRE',
  DELEGUE: 'DELEGUE',
  REFERENT: 'REFERENT',
};
