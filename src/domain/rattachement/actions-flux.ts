// Applies the rattachements of a batch of feed lines, in the transaction that applies their
// accounts.
import { jourCivil } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { finirPerdus } from '../abonnement/fins.ts';
import { prevenirDesPerdus } from '../abonnement/prevenir.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import {
  type Acte,
  attribuerRoles,
  creerTout,
  modifier,
  supprimer,
  surRattachement,
} from './ecriture-flux.ts';
import { cleStructure, decideEntree, type EntreeFlux, type RattachementCourant } from './flux.ts';
import { type Reperes, verrouillerRattachements } from './queries-flux.ts';
import { tenirStructures } from './queries-flux-ecriture.ts';

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

/**
 * Applies the rattachements of accounts that the caller holds locked, in the order of the file;
 * gives the journal lines to write. `reperes` knows every structure and service that the entries
 * name. Of two accounts that a batch newly names gestionnaire principal of one structure, the later
 * line keeps the role.
 */
export async function appliquerRattachements(
  tx: Transaction,
  travaux: TravailRattachements[],
  reperes: Reperes,
  instant: Date,
): Promise<LigneDeJournal[]> {
  const connus = travaux.filter(({ nouveau }) => !nouveau).map(({ compteId }) => compteId);
  await tenirStructures(tx, structuresAvecPrincipal(travaux, reperes));
  const courants = await verrouillerRattachements(tx, connus);
  const parCle = new Map(courants.map((r) => [`${r.compteId} ${cleStructure(r)}`, r]));
  const jour = jourCivil(instant);
  const actes = travaux.flatMap((travail) => decider(travail, parCle, reperes, jour));
  const touches = actes.flatMap((acte) => (acte.kind === 'creer' ? [] : [acte.courant.id]));
  // What is over before the feed gives it another end is over for good: its espaces do not come back with it.
  await finir(tx, touches, instant);
  const lignes: LigneDeJournal[] = [];
  // What ends leaves its place first, then who held a role that somebody else takes.
  for (const acte of actes) {
    if (acte.kind === 'supprimer') lignes.push(await supprimer(tx, acte, instant));
  }
  for (const demis of await attribuerRoles(tx, actes, instant))
    lignes.push(surRattachement('RATTACHEMENT_MODIFIE', demis, 'GESTIONNAIRE_SECONDAIRE', instant));
  for (const acte of actes) {
    if (acte.kind === 'modifier') lignes.push(await modifier(tx, acte, reperes, instant));
  }
  await finir(tx, touches, instant);
  const creations = actes.flatMap((acte) => (acte.kind === 'creer' ? [acte] : []));
  return [...lignes, ...(await creerTout(tx, creations, reperes, instant))];
}

// The feed itself writes to nobody: who loses espaces by it is told so here.
async function finir(tx: Transaction, rattachementIds: number[], instant: Date): Promise<void> {
  await prevenirDesPerdus(tx, await finirPerdus(tx, rattachementIds, instant), instant);
}

/** The structures whose gestionnaire principal the entries name: held before any rattachement. */
function structuresAvecPrincipal(travaux: TravailRattachements[], reperes: Reperes): number[] {
  const entrees = travaux.flatMap((travail) => travail.entrees);
  const nommes = entrees.filter(({ role }) => role === 'GESTIONNAIRE_PRINCIPAL');
  return nommes.flatMap((entree) => reperes.get(cleStructure(entree))?.structureId ?? []);
}

function decider(
  { compteId, actif, precedentes, entrees }: TravailRattachements,
  courants: Map<string, RattachementCourant>,
  reperes: Reperes,
  jour: string,
): Acte[] {
  const avant = new Map(precedentes.map((e) => [cleStructure(e), e]));
  const apres = new Map(entrees.map((e) => [cleStructure(e), e]));
  return [...new Set([...avant.keys(), ...apres.keys()])].flatMap((cle): Acte[] => {
    const entree = apres.get(cle);
    const courant = courants.get(`${compteId} ${cle}`);
    const decision = decideEntree(avant.get(cle), entree, courant, jour);
    const structureId = reperes.get(cle)?.structureId ?? courant?.structureId;
    if (decision.kind === 'rien' || structureId === undefined) return [];
    if (decision.kind === 'supprimer')
      return courant ? [{ kind: 'supprimer', compteId, structureId, courant }] : [];
    const prend = decision.nomme && actif;
    if (decision.kind === 'creer')
      return entree ? [{ ...decision, prend, compteId, structureId, entree }] : [];
    return courant ? [{ ...decision, prend, compteId, structureId, entree, courant }] : [];
  });
}
