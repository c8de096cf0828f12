// Writes the accounts that a batch of the feed creates or changes, with all that goes with it (design §6.1).
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { journaliser } from '../journal/queries.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { appliquerRattachements, type TravailRattachements } from '../rattachement/actions-flux.ts';
import type { Reperes } from '../rattachement/queries-flux.ts';
import { terminerSessionsDuCompte } from '../session/queries.ts';
import { type CompteFlux, champsDe, type DecisionFlux, type LigneFlux } from './flux.ts';
import type { ResultatLigne } from './lot-flux.ts';
import { type CompteDesactive, insererCompteFlux, modifierCompteFlux } from './queries-flux.ts';

type Changement = {
  numero: number;
  flux: LigneFlux;
  compte: CompteFlux;
  decision: Extract<DecisionFlux, { kind: 'appliquer' }>;
};
/** A line that the batch writes: a new account, or changes to one held locked. */
export type Retenue = { numero: number; flux: LigneFlux } | Changement;

/** Writes the lines kept, in the order of the file; says what each became. */
export async function ecrireComptes(
  tx: Transaction,
  retenues: Retenue[],
  reperes: Reperes,
  instant: Date,
): Promise<ResultatLigne[]> {
  const ids = await Promise.all(retenues.map((retenue) => ecrireCompte(tx, retenue, instant)));
  const comptes = retenues.map((retenue, rang) => ({ ...retenue, compteId: ids[rang] as number }));
  const travaux = comptes.map(travailDe);
  const touches = await appliquerRattachements(tx, travaux, reperes, instant);
  return comptes.map(({ numero, compteId, ...retenue }) => {
    if (!('compte' in retenue)) return { numero, kind: 'cree', compteId, aConfirmer: 0 };
    const { passage, changes, aConfirmer } = retenue.decision;
    const modifie = changes.length > 0 || touches.has(compteId);
    const suite = { desactivation: 'desactive', reactivation: 'reactive' } as const;
    const kind = passage ? suite[passage] : modifie ? 'modifie' : 'inchange';
    return { numero, kind, compteId, aConfirmer: aConfirmer.length };
  });
}

function travailDe(retenue: Retenue & { compteId: number }): TravailRattachements {
  const { compteId, flux } = retenue;
  const compte = 'compte' in retenue ? retenue.compte : undefined;
  return {
    compteId,
    nouveau: !compte,
    actif: flux.etat === 'ACTIF',
    precedentes: compte?.flux?.rattachements ?? [],
    entrees: flux.rattachements,
  };
}

async function ecrireCompte(tx: Transaction, retenue: Retenue, instant: Date): Promise<number> {
  if ('compte' in retenue) return modifier(tx, retenue, instant);
  const { flux } = retenue;
  const compteId = await insererCompteFlux(tx, champsDe(flux), flux, instant);
  await noter(tx, compteId, 'COMPTE_CREE', instant, { source: 'MADRHAS' });
  return compteId;
}

async function modifier(
  tx: Transaction,
  { compte, flux, decision }: Changement,
  instant: Date,
): Promise<number> {
  const { id, langue } = compte;
  const { valeurs, changes, passage } = decision;
  // What the feed wrote is the feed's again; other sources stay.
  const pris = new Set<string>(changes);
  const sources = Object.fromEntries(
    Object.entries(compte.sources).filter(([champ]) => !pris.has(champ)),
  );
  const visible = changes.length > 0 || passage !== null;
  await modifierCompteFlux(tx, { id, valeurs, flux, sources, visible }, instant);
  if (changes.length > 0) {
    await noter(tx, id, 'COMPTE_MODIFIE', instant, { champs: changes, source: 'MADRHAS' });
  }
  if (passage === 'reactivation') await noter(tx, id, 'COMPTE_REACTIVE', instant);
  if (passage === 'desactivation')
    await annoncerDesactivation(tx, { ...valeurs, langue, id }, instant);
  return id;
}

/** Ends the sessions of a deactivated account, tells the journal, and the person by mail (model §6). */
export async function annoncerDesactivation(
  tx: Transaction,
  { id, langue, nom, prenom, adresseElectronique: adresse }: CompteDesactive,
  instant: Date,
): Promise<void> {
  await terminerSessionsDuCompte(tx, id, 'COMPTE_DESACTIVE', instant);
  await noter(tx, id, 'COMPTE_DESACTIVE', instant, { source: 'MADRHAS' });
  if (adresse === null) return;
  const destinataire = { compteId: id, adresse, langue, nomComplet: `${prenom} ${nom}` };
  const periode = `desactivation-${instant.toISOString()}`;
  await mettreEnFile(tx, { nature: 'COMPTE_DESACTIVE' }, destinataire, periode, instant);
}

async function noter(
  tx: Transaction,
  compteId: number,
  acte: LigneDeJournal['acte'],
  instant: Date,
  details: NonNullable<LigneDeJournal['details']> = { source: 'MADRHAS' },
): Promise<void> {
  const objet = { objet: 'compte', objetId: compteId, compteId } as const;
  await journaliser(tx, { instant, acteurCompteId: null, acte, ...objet, details });
}
