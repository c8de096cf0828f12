// What a manager, or a référent once it is escalated, decides on a request for abonnements (model §2, §3).
import type { Sql } from '../../platform/postgres/sql.ts';
import { journaliserLot } from '../compte/queries-flux-ecriture.ts';
import { clore, type Decidee, decider, type RefusDeDecider } from '../demande/acte-decision.ts';
import { refuser } from '../demande/actions-decision.ts';
import { servicesDeLaStructure } from '../demande/queries-situation.ts';
import {
  decideAcceptationAbonnement,
  type LigneDemandee,
  type OctroiDAbonnements,
  type RefusAcceptation,
} from './acceptation.ts';
import { espaceUnique } from './actions-demande.ts';
import { accepterAbonnementsServis } from './actions-gestion-demandes.ts';
import { lignesDuJournal } from './fins.ts';
import { accorderLignesDAbonnement, octroyerAbonnements } from './queries-ecriture.ts';
import { rattachementVivant } from './queries-fins.ts';
import { espacesDeQuelquUn, espacesSurStructure } from './queries-situation.ts';

export type ResultatDecision =
  | { kind: 'acceptee' }
  | { kind: 'refusee' }
  | { kind: RefusAcceptation }
  | RefusDeDecider;

/** Accepts a request, or a part of it: the right is written in the same transaction, and counts at the next page. */
export function validerAbonnement(
  sql: Sql,
  acteurId: number,
  demandeId: number,
  instant: Date,
  octroi: OctroiDAbonnements | null = null,
): Promise<ResultatDecision> {
  return decider<ResultatDecision>(sql, { acteurId, demandeId, motif: null }, instant, {
    ABONNEMENT: (decidee) => accepterAbonnement(decidee, octroi),
  });
}

/** Grants the espaces asked, or some of them, in the transaction of the decision. */
export async function accepterAbonnement(
  decidee: Decidee<LigneDemandee>,
  octroi: OctroiDAbonnements | null,
): Promise<ResultatDecision> {
  const { sur, enQualite, demande, demandeur, droits } = decidee;
  const { tx, structure, jour, acteurId, instant } = sur;
  const { compteId, structureId, lignes: demandees } = demande;
  const espaces = await espacesSurStructure(tx, structureId);
  const { acquis } = await espacesDeQuelquUn(tx, compteId, structureId);
  const voulus = demandees.map(({ portee }) => portee).filter((portee) => portee !== null);
  const decision = decideAcceptationAbonnement(octroi, {
    ...{ jour, statutStructure: structure.statut, etatDemandeur: demandeur.etat },
    ...{ demandees, acquis, espaces, lignes: droits.lignes, gere: droits.gere },
    services: await servicesDeLaStructure(tx, structureId, voulus),
  });
  if (decision.kind !== 'accorder') return decision;
  const { lignes, aEcrire, reduite } = decision;
  const [rattachementId] = await rattachementVivant(tx, { compteId, structureId });
  if (rattachementId === undefined) return { kind: 'nonRattache' };
  const source = enQualite === 'REFERENT' ? 'REFERENT' : 'GESTIONNAIRE';
  const qui = { compteId, rattachementId, structureId };
  const par = { parCompteId: acteurId, source } as const;
  const ecrits = await octroyerAbonnements(tx, qui, aEcrire, par, instant);
  await accorderLignesDAbonnement(tx, demande.id, lignes);
  const auteur = { acteurCompteId: acteurId, enQualite };
  await journaliserLot(tx, lignesDuJournal(ecrits, 'ABONNEMENT_ACCORDE', auteur, instant));
  await clore(decidee, { etat: 'ACCEPTEE', motif: null, reduite }, espaceUnique(lignes, espaces));
  // The whole structure given to one request may be all that another asks.
  await accepterAbonnementsServis({ ...sur, enQualite }, compteId);
  return { kind: 'acceptee' };
}

/** Refuses a request; the reason, 255 characters at most, is shown to the person. */
export function refuserAbonnement(
  sql: Sql,
  acteurId: number,
  { demandeId, motif }: { demandeId: number; motif: string },
  instant: Date,
): Promise<ResultatDecision> {
  return decider<ResultatDecision>(sql, { acteurId, demandeId, motif }, instant, {
    ABONNEMENT: (decidee) => refuserAbonnements(decidee, motif),
  });
}

/** Ends a request for espaces with a refusal, in the transaction of the decision. */
export async function refuserAbonnements(
  decidee: Decidee<LigneDemandee>,
  motif: string,
): Promise<ResultatDecision> {
  const { sur, demande } = decidee;
  const espaces = await espacesSurStructure(sur.tx, demande.structureId);
  return refuser(decidee, motif, espaceUnique(demande.lignes, espaces));
}
