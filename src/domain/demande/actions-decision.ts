// What a manager, or a référent once it is escalated, decides on a request for a rattachement (model §2, §3).
import type { Sql } from '../../platform/postgres/sql.ts';
import { journaliser } from '../journal/queries.ts';
import { obtenirRattachement, octroyerLignes } from '../rattachement/queries-octroi.ts';
import {
  decideAcceptation,
  type LigneDeDroit,
  type Octroi,
  type RefusAcceptation,
} from './acceptation.ts';
import { clore, type Decidee, decider, type RefusDeDecider } from './acte-decision.ts';
import { accorderLignes } from './queries.ts';
import { servicesDeLaStructure } from './queries-situation.ts';
import { aVenir } from './reponse.ts';

export type ResultatDecision =
  | { kind: 'acceptee' }
  | { kind: 'refusee' }
  | { kind: RefusAcceptation }
  | RefusDeDecider;

/** How a request is accepted: `octroi` narrows it, `motif` is what a référent says. */
export type Acceptation = { octroi?: Octroi | null; motif?: string | null };

/** Accepts a request: the right is written in the same transaction, and counts at the next page. */
export function validerRattachement(
  sql: Sql,
  acteurId: number,
  demandeId: number,
  instant: Date,
  { octroi = null, motif = null }: Acceptation = {},
): Promise<ResultatDecision> {
  return decider<ResultatDecision>(sql, { acteurId, demandeId, motif }, instant, {
    RATTACHEMENT: (decidee) => accepterRattachement(decidee, octroi, motif),
  });
}

/** Grants what is asked for a rattachement, or less of it, in the transaction of the decision. */
export async function accepterRattachement(
  decidee: Decidee<LigneDeDroit>,
  octroi: Octroi | null,
  motif: string | null,
): Promise<ResultatDecision> {
  const { sur, enQualite, demande, demandeur, droits } = decidee;
  const { tx, structure, jour, acteurId, instant } = sur;
  const { compteId, structureId, lignes: demandees } = demande;
  const voulus = demandees.map(({ portee }) => portee).filter((portee) => portee !== null);
  const decision = decideAcceptation(octroi, {
    jour,
    statutStructure: structure.statut,
    etatDemandeur: demandeur.etat,
    demandees,
    services: await servicesDeLaStructure(tx, structureId, voulus),
    principal: droits.role === 'GESTIONNAIRE_PRINCIPAL',
  });
  if (decision.kind !== 'accorder') return decision;
  const { lignes, reduite } = decision;
  const { id, nouveau } = await obtenirRattachement(tx, compteId, structureId, instant);
  await octroyerLignes(tx, { id, structureId }, lignes, instant);
  await accorderLignes(tx, demande.id, lignes);
  const objet = { objet: 'rattachement', objetId: id, compteId, structureId } as const;
  const quoi = nouveau ? 'RATTACHEMENT_CREE' : 'RATTACHEMENT_MODIFIE';
  await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte: quoi, ...objet });
  await clore(decidee, { etat: 'ACCEPTEE', motif, reduite, ...aVenir(lignes, jour) });
  return { kind: 'acceptee' };
}

/** Refuses a request; the reason, 255 characters at most, is shown to the person. */
export function refuserRattachement(
  sql: Sql,
  acteurId: number,
  { demandeId, motif }: { demandeId: number; motif: string },
  instant: Date,
): Promise<ResultatDecision> {
  return decider<ResultatDecision>(sql, { acteurId, demandeId, motif }, instant, {
    RATTACHEMENT: (decidee) => refuser(decidee, motif),
  });
}

/** Ends a request with a refusal, in the transaction of the decision. */
export async function refuser(
  decidee: Decidee<unknown>,
  motif: string,
  details: Parameters<typeof clore>[2] = {},
): Promise<{ kind: 'refusee' }> {
  await clore(decidee, { etat: 'REFUSEE', motif }, details);
  return { kind: 'refusee' };
}
