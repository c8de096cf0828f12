// Deciding on many requests at once (screens §9): each for itself, and what became of each is told.
import type { Sql } from '../../platform/postgres/sql.ts';
import {
  accepterAbonnement,
  type ResultatDecision as ResultatSurAbonnement,
  refuserAbonnements,
} from '../abonnement/actions-decision.ts';
import type { CompteIndisponible } from '../compte/acte.ts';
import { decider } from './acte-decision.ts';
import {
  accepterRattachement,
  type ResultatDecision as ResultatSurRattachement,
  refuser,
} from './actions-decision.ts';

/** The requests of one mass act at most. */
export const DECISIONS_MAX = 500;

export type DecisionDeMasse = { acte: 'accepter' } | { acte: 'refuser'; motif: string };

type ResultatDecision = ResultatSurRattachement | ResultatSurAbonnement;

export type IssueDeDecision = {
  demandeId: number;
  resultat: Exclude<ResultatDecision, CompteIndisponible>;
};
export type ResultatDeMasse =
  | { kind: 'faites'; issues: IssueDeDecision[] }
  /** More than {@link DECISIONS_MAX}: nothing was done. */
  | { kind: 'tropNombreuses' }
  | CompteIndisponible;

/** Accepts or refuses requests, each in a transaction of its own: one that cannot be leaves the others. */
export async function deciderDemandes(
  sql: Sql,
  acteurId: number,
  ids: readonly number[],
  decision: DecisionDeMasse,
  instant: Date,
): Promise<ResultatDeMasse> {
  const demandees = [...new Set(ids)];
  if (demandees.length > DECISIONS_MAX) return { kind: 'tropNombreuses' };
  const issues: IssueDeDecision[] = [];
  for (const demandeId of demandees) {
    const resultat = await deciderUne(sql, { acteurId, demandeId }, decision, instant);
    if (resultat.kind === 'indisponible') return resultat;
    issues.push({ demandeId, resultat });
  }
  return { kind: 'faites', issues };
}

// A request as it was asked, whatever its nature.
function deciderUne(
  sql: Sql,
  laquelle: { acteurId: number; demandeId: number },
  decision: DecisionDeMasse,
  instant: Date,
): Promise<ResultatDecision> {
  if (decision.acte === 'accepter')
    return decider<ResultatDecision>(sql, { ...laquelle, motif: null }, instant, {
      RATTACHEMENT: (decidee) => accepterRattachement(decidee, null, null),
      ABONNEMENT: (decidee) => accepterAbonnement(decidee, null),
    });
  const { motif } = decision;
  return decider<ResultatDecision>(sql, { ...laquelle, motif }, instant, {
    RATTACHEMENT: (decidee) => refuser(decidee, motif),
    ABONNEMENT: (decidee) => refuserAbonnements(decidee, motif),
  });
}
