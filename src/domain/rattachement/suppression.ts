// What deleting one's own rattachement does (screens §6.3): an end, or, for a gestionnaire principal, a hand-over.
import type { Role } from './rattachement.ts';

/** Somebody to whom the role of gestionnaire principal may be handed. */
export type Successeur = {
  compteActif: boolean;
  /** An active line covers the whole structure today. */
  structureEntiere: boolean;
  /** The successor is the very person who hands over. */
  soi: boolean;
};

export type SituationSuppression = {
  role: Role;
  /** The role gives its rights today: neither its account nor its lines are over or suspended. */
  gereAujourdHui: boolean;
  /** The other managers, principal or secondaires, whose account and line are active today. */
  autresGestionnairesActifs: number;
  /** The person designated: `undefined`, nobody yet; null, somebody who is not attached here. */
  successeur?: Successeur | null;
};

export type DecisionSuppression =
  | { kind: 'supprimer' }
  /** The role of gestionnaire principal goes to the successor; the former one stays, as utilisateur. */
  | { kind: 'transferer' }
  | { kind: 'successeurRequis' }
  | { kind: 'successeurRefuse' }
  /** A voluntary act never leaves a structure without an active manager (model §3). */
  | { kind: 'dernierGestionnaire' };

/** Decides what becomes of a rattachement that its owner deletes. */
export function decideSuppression({
  role,
  gereAujourdHui,
  autresGestionnairesActifs,
  successeur,
}: SituationSuppression): DecisionSuppression {
  if (role === 'UTILISATEUR') return { kind: 'supprimer' };
  if (role === 'GESTIONNAIRE_SECONDAIRE') {
    const dernier = gereAujourdHui && autresGestionnairesActifs === 0;
    return { kind: dernier ? 'dernierGestionnaire' : 'supprimer' };
  }
  if (successeur === undefined) return { kind: 'successeurRequis' };
  const convient = successeur?.compteActif && successeur.structureEntiere && !successeur.soi;
  return { kind: convient ? 'transferer' : 'successeurRefuse' };
}
