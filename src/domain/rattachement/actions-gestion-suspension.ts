// Suspending somebody's rights on a structure, giving them back, detaching the person (screens §9).
import type { Sql } from '../../platform/postgres/sql.ts';
import {
  agirSurRattachement,
  type RefusDActe,
  raconterActe,
  type SurCible,
  type Visee,
} from './actions-gestion.ts';
import { terminerToutesDelegations } from './actions-gestion-delegation.ts';
import { refuserDemandes } from './actions-gestion-demandes.ts';
import {
  decideReprise,
  decideSuspension,
  laisseSansGestionnaire,
  type RefusDOctroi,
} from './gestion.ts';
import { marquerRattachement } from './queries-flux-ecriture.ts';
import { terminerRattachements } from './queries-suppression.ts';
import { changerStatut } from './queries-utilisateurs-ecriture.ts';

export type ResultatSuspension =
  | { kind: 'suspendu' | 'dejaSuspendu' | 'dernierGestionnaire' }
  | RefusDActe;

/** Suspends all that somebody holds there, a delegation for good; the reason, if any, is told to them. */
export function suspendreRattachement(
  sql: Sql,
  acteurId: number,
  visee: Visee,
  instant: Date,
): Promise<ResultatSuspension> {
  return agirSurRattachement<ResultatSuspension>(sql, acteurId, visee, instant, async (sur) => {
    const { tx, cible, jour } = sur;
    const { kind } = decideSuspension(cible, jour);
    if (kind !== 'suspendre') return { kind };
    await changerStatut(tx, cible.rattachementId, { de: 'VALIDEE', vers: 'DESACTIVEE' }, instant);
    await noter(sur);
    await terminerToutesDelegations(sur);
    await raconterActe(sur, cible.compteId, {
      acte: 'RATTACHEMENT_SUSPENDU',
      objet: surRattachement(sur),
      evenement: 'RATTACHEMENT_SUSPENDU',
      courriel: { nature: 'DROITS_RETIRES', perte: 'SUSPENDU' },
    });
    return { kind: 'suspendu' };
  });
}

export type ResultatReprise = { kind: 'repris' | 'pasSuspendu' | RefusDOctroi } | RefusDActe;

/** Ends a suspension: each line counts again, within its own period. */
export function reprendreRattachement(
  sql: Sql,
  acteurId: number,
  visee: Visee,
  instant: Date,
): Promise<ResultatReprise> {
  return agirSurRattachement<ResultatReprise>(sql, acteurId, visee, instant, async (sur) => {
    const { tx, cible, structure } = sur;
    const { kind } = decideReprise(cible, structure.statut);
    if (kind !== 'reprendre') return { kind };
    await changerStatut(tx, cible.rattachementId, { de: 'DESACTIVEE', vers: 'VALIDEE' }, instant);
    await noter(sur);
    await raconterActe(sur, cible.compteId, {
      acte: 'RATTACHEMENT_REPRIS',
      objet: surRattachement(sur),
      evenement: 'RATTACHEMENT_REPRIS',
      courriel: { nature: 'RATTACHEMENT_ACCORDE', gain: 'REPRIS' },
    });
    return { kind: 'repris' };
  });
}

export type ResultatDetachement = { kind: 'detache' | 'dernierGestionnaire' } | RefusDActe;

/**
 * Ends somebody's rattachement with all that hangs on it: lines, abonnements, delegations, pending
 * requests. The reason is told to them.
 */
export function detacher(
  sql: Sql,
  acteurId: number,
  visee: Visee,
  instant: Date,
): Promise<ResultatDetachement> {
  return agirSurRattachement<ResultatDetachement>(sql, acteurId, visee, instant, async (sur) => {
    const { tx, cible, jour, motif } = sur;
    if (motif === null) return { kind: 'motifRequis' };
    if (laisseSansGestionnaire(cible, [], jour)) return { kind: 'dernierGestionnaire' };
    const { rattachementId, compteId, role } = cible;
    // Told here, in the manager's name: none is left to end with the rattachement.
    await terminerToutesDelegations(sur);
    await terminerRattachements(tx, [rattachementId], instant);
    await raconterActe(sur, compteId, {
      acte: 'RATTACHEMENT_SUPPRIME',
      details: { role },
      objet: surRattachement(sur),
      evenement: 'RATTACHEMENT_RETIRE',
      courriel: { nature: 'DROITS_RETIRES', perte: 'DETACHE' },
    });
    await refuserDemandes(sur, compteId, motif);
    return { kind: 'detache' };
  });
}

const surRattachement = ({ cible }: SurCible) =>
  ({ objet: 'rattachement', objetId: cible.rattachementId }) as const;

const noter = ({ tx, cible, instant }: SurCible) =>
  marquerRattachement(tx, cible.rattachementId, { termine: false }, instant);
