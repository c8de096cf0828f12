// Writes the accounts that a batch of the feed creates or changes, with all that goes with it
// (design §6.1).
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { appliquerRattachements, type TravailRattachements } from '../rattachement/actions-flux.ts';
import type { Reperes } from '../rattachement/queries-flux.ts';
import { type CompteFlux, champsDe, type DecisionFlux, type LigneFlux } from './flux.ts';
import type { ResultatLigne } from './lot-flux.ts';
import { accompagnerPassage } from './passage.ts';
import {
  type CompteAEcrire,
  insererComptesFlux,
  journaliserLot,
  modifierComptesFlux,
  renommerCompte,
} from './queries-flux-ecriture.ts';

type Changement = {
  numero: number;
  flux: LigneFlux;
  compte: CompteFlux;
  decision: Extract<DecisionFlux, { kind: 'appliquer' }>;
};
type Creation = { numero: number; flux: LigneFlux };
/** The lines that a batch writes, in the order of the file. */
export type Retenues = { creations: Creation[]; changements: Changement[] };

/** Writes the lines kept; says what each became. */
export async function ecrireComptes(
  tx: Transaction,
  { creations, changements }: Retenues,
  reperes: Reperes,
  instant: Date,
): Promise<ResultatLigne[]> {
  const modifies = changements.map((c) => ({ ...c, compteId: c.compte.id }));
  await modifier(tx, changements, instant);
  // Last: a new account may take an identifier that a change just freed.
  const aCreer = creations.map(({ flux }) => ({ champs: champsDe(flux), flux }));
  const ids = await insererComptesFlux(tx, aCreer, instant);
  const crees = creations.map((c) => ({ ...c, compteId: idDe(ids, c.flux.idMadrhas) }));
  const travaux = [...modifies, ...crees].sort((a, b) => a.numero - b.numero).map(travailDe);
  const suites = await appliquerRattachements(tx, travaux, reperes, instant);
  const lignes = [
    ...changements.flatMap((changement) => lignesDe(changement, instant)),
    ...crees.map(({ compteId }) => surCompte(compteId, 'COMPTE_CREE', instant)),
    ...suites,
  ];
  await journaliserLot(tx, lignes);
  const touches = new Set(suites.map(({ compteId }) => compteId));
  return [
    ...crees.map(
      ({ numero, compteId }) => ({ numero, compteId, kind: 'cree', aConfirmer: 0 }) as const,
    ),
    ...modifies.map((changement) => resultatDe(changement, touches)),
  ];
}

async function modifier(tx: Transaction, changements: Changement[], instant: Date): Promise<void> {
  for (const { compte, flux, decision } of changements) {
    if (decision.changes.includes('identifiantConnexion'))
      await renommerCompte(tx, compte.id, flux.identifiantConnexion);
  }
  await modifierComptesFlux(tx, changements.map(aEcrire), instant);
  for (const { compte, decision } of changements) {
    const { passage, valeurs } = decision;
    if (passage) await accompagnerPassage(tx, { ...valeurs, id: compte.id }, { passage }, instant);
  }
}

function aEcrire({ compte, flux, decision }: Changement): CompteAEcrire {
  const { valeurs, changes, passage } = decision;
  // What the feed wrote is the feed's again; other sources stay.
  const pris = new Set<string>(changes);
  const autres = Object.entries(compte.sources).filter(([champ]) => !pris.has(champ));
  const visible = changes.length > 0 || passage !== null;
  return { id: compte.id, valeurs, flux, sources: Object.fromEntries(autres), visible };
}

function travailDe(ligne: (Creation | Changement) & { compteId: number }): TravailRattachements {
  const { compteId, flux } = ligne;
  const compte = 'compte' in ligne ? ligne.compte : undefined;
  return {
    compteId,
    nouveau: !compte,
    actif: flux.etat === 'ACTIF',
    precedentes: compte?.flux?.rattachements ?? [],
    entrees: flux.rattachements,
  };
}

function resultatDe({ numero, compte, decision }: Changement, touches: Set<number | null>) {
  const { passage, changes, aConfirmer } = decision;
  const modifie = changes.length > 0 || touches.has(compte.id);
  const suite = { desactivation: 'desactive', reactivation: 'reactive' } as const;
  const kind = passage ? suite[passage] : modifie ? 'modifie' : 'inchange';
  return { numero, kind, compteId: compte.id, aConfirmer: aConfirmer.length } as const;
}

function lignesDe({ compte: { id }, decision }: Changement, instant: Date): LigneDeJournal[] {
  const { changes, passage } = decision;
  const lignes: LigneDeJournal[] = [];
  if (changes.length > 0) lignes.push(surCompte(id, 'COMPTE_MODIFIE', instant, changes));
  if (passage === 'reactivation') lignes.push(surCompte(id, 'COMPTE_REACTIVE', instant));
  if (passage === 'desactivation') lignes.push(surCompte(id, 'COMPTE_DESACTIVE', instant));
  return lignes;
}

/** The journal line of what the feed did to an account: fields by name, never their values. */
export function surCompte(
  compteId: number,
  acte: LigneDeJournal['acte'],
  instant: Date,
  champs?: string[],
): LigneDeJournal {
  const details = { source: 'MADRHAS', ...(champs ? { champs } : {}) };
  const objet = { objet: 'compte', objetId: compteId, compteId } as const;
  return { instant, acteurCompteId: null, acte, ...objet, details };
}

function idDe(ids: Map<string, number>, idMadrhas: string): number {
  const id = ids.get(idMadrhas);
  if (id === undefined) throw new Error('the account was not stored');
  return id;
}
