// Applies the rattachements of a batch of feed lines, in the transaction that applies their accounts.
import { jourCivil } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { type Acte, creer, modifier, supprimer } from './ecriture-flux.ts';
import {
  cleStructure,
  type DecisionEntree,
  decideEntree,
  type EntreeFlux,
  type RattachementCourant,
} from './flux.ts';
import { type Reperes, verrouillerRattachements } from './queries-flux.ts';

/** The rattachements of one account: what the feed gave last, and what it gives now. */
export type TravailRattachements = {
  compteId: number;
  /** An account of this run's making holds nothing yet. */
  nouveau: boolean;
  /** An inactive account takes the role of gestionnaire principal from nobody. */
  actif: boolean;
  precedentes: EntreeFlux[];
  entrees: EntreeFlux[];
};

type Decide = Acte & { decision: DecisionEntree };

/**
 * Applies the rattachements of accounts that the caller holds locked; gives the accounts where something changed.
 * `reperes` knows every structure and service that the entries name. Of two accounts that a batch newly names
 * gestionnaire principal of one structure, the later line keeps the role.
 */
export async function appliquerRattachements(
  tx: Transaction,
  travaux: TravailRattachements[],
  reperes: Reperes,
  instant: Date,
): Promise<Set<number>> {
  const connus = travaux.filter(({ nouveau }) => !nouveau).map(({ compteId }) => compteId);
  const courants = await verrouillerRattachements(tx, connus);
  const parCle = new Map(courants.map((r) => [`${r.compteId} ${cleStructure(r)}`, r]));
  const jour = jourCivil(instant);
  const actes = travaux.flatMap((travail) => decider(travail, parCle, jour));
  // What ends leaves its place first; then each in the order of the file, in one pipeline.
  const fins = actes.filter(({ decision }) => decision.kind === 'supprimer');
  await Promise.all(fins.map((acte) => appliquer(tx, acte, reperes, instant)));
  const suite = actes.filter(({ decision }) => decision.kind !== 'supprimer');
  await Promise.all(suite.map((acte) => appliquer(tx, acte, reperes, instant)));
  return new Set(actes.map(({ compteId }) => compteId));
}

function decider(
  { compteId, actif, precedentes, entrees }: TravailRattachements,
  courants: Map<string, RattachementCourant>,
  jour: string,
): Decide[] {
  const avant = new Map(precedentes.map((e) => [cleStructure(e), e]));
  const apres = new Map(entrees.map((e) => [cleStructure(e), e]));
  return [...new Set([...avant.keys(), ...apres.keys()])].flatMap((cle) => {
    const entree = apres.get(cle);
    const courant = courants.get(`${compteId} ${cle}`);
    const decision = decideEntree(avant.get(cle), entree, courant, jour);
    return decision.kind === 'rien' ? [] : [{ compteId, actif, entree, courant, decision }];
  });
}

async function appliquer(
  tx: Transaction,
  { decision, ...acte }: Decide,
  reperes: Reperes,
  instant: Date,
): Promise<void> {
  if (decision.kind === 'creer') await creer(tx, acte, decision, reperes, instant);
  if (decision.kind === 'modifier') await modifier(tx, acte, decision, reperes, instant);
  if (decision.kind === 'supprimer') await supprimer(tx, acte, instant);
}
