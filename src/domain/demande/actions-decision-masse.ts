// Deciding on many requests at once (screens §9): each for itself, and what became of each is told.
import type { Sql } from '../../platform/postgres/sql.ts';
import type { CompteIndisponible } from '../compte/acte.ts';
import {
  type ResultatDecision,
  refuserRattachement,
  validerRattachement,
} from './actions-decision.ts';

/** The requests of one mass act at most. */
export const DECISIONS_MAX = 500;

export type DecisionDeMasse = { acte: 'accepter' } | { acte: 'refuser'; motif: string };

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
    const resultat =
      decision.acte === 'accepter'
        ? await validerRattachement(sql, acteurId, demandeId, instant)
        : await refuserRattachement(sql, acteurId, { demandeId, motif: decision.motif }, instant);
    if (resultat.kind === 'indisponible') return resultat;
    issues.push({ demandeId, resultat });
  }
  return { kind: 'faites', issues };
}
