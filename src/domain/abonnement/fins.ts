// What ends with a rattachement, in the transaction that ends it: the abonnements that it carries, the requests for some.
import { jourCivil } from '../../platform/clock.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import { journaliserLot } from '../compte/queries-flux-ecriture.ts';
import { type DemandeTouchee, expirerLignes } from '../demande/queries-expiration.ts';
import { annoncerAuxComptes } from '../evenement/queries.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import type { AbonnementEcrit } from './queries-ecriture.ts';
import { lignesSansRattachement, terminerPerdus, terminerTous } from './queries-fins.ts';

type ActeDAbonnement = 'ABONNEMENT_ACCORDE' | 'ABONNEMENT_RETIRE' | 'ABONNEMENT_SUPPRIME';

/** Who did it, for the journal; nobody: what carried it ended. */
type Auteur = Pick<LigneDeJournal, 'acteurCompteId'> & Partial<Pick<LigneDeJournal, 'enQualite'>>;

/** The journal lines of what became of abonnements, one each. */
export function lignesDuJournal(
  abonnements: AbonnementEcrit[],
  acte: ActeDAbonnement,
  auteur: Auteur,
  instant: Date,
  details: LigneDeJournal['details'] = {},
): LigneDeJournal[] {
  return abonnements.map(({ id, compteId, structureId, espace, mode }) => ({
    instant,
    ...auteur,
    acte,
    objet: 'abonnement',
    objetId: id,
    compteId,
    structureId,
    details: { espace, mode, ...details },
  }));
}

/** Writes what became of abonnements: a journal line each, an event an espace to whom they are. */
export async function raconterAbonnements(
  tx: Connection,
  abonnements: AbonnementEcrit[],
  acte: ActeDAbonnement,
  auteur: Auteur,
  instant: Date,
  details: LigneDeJournal['details'] = {},
): Promise<void> {
  await journaliserLot(tx, lignesDuJournal(abonnements, acte, auteur, instant, details));
  for (const [espace, siens] of Map.groupBy(abonnements, (a) => a.espace)) {
    const parCle = new Map(siens.map((a) => [`${a.compteId} ${a.structureId}`, a]));
    await annoncerAuxComptes(tx, [...parCle.values()], acte, instant, { espace });
  }
}

const AVEC_LE_RATTACHEMENT = { acteurCompteId: null };
const CAUSE = { cause: 'RATTACHEMENT' };

/** Ends all that rattachements which end carry. Their pending requests are for the caller, who says why. */
export async function finirAvec(
  tx: Connection,
  rattachementIds: number[],
  instant: Date,
): Promise<void> {
  const finis = await terminerTous(tx, rattachementIds, instant);
  await raconterAbonnements(tx, finis, 'ABONNEMENT_RETIRE', AVEC_LE_RATTACHEMENT, instant, CAUSE);
}

/** What people lost with what carried it: their abonnements, and the requests that are over by it. */
export type Perdus = { finis: AbonnementEcrit[]; demandes: DemandeTouchee[] };

/**
 * Ends what rattachements carry no more, once their lines or their role changed, and lets expire the
 * requests for espaces on what they no longer cover. To be called also before an act that gives an
 * ended line a new end: what ended with it is not given back. Told to the journal and the fil; the
 * mail is the act's, or `prevenirDesPerdus`'s where the act sends none.
 */
export async function finirPerdus(
  tx: Connection,
  rattachementIds: number[],
  instant: Date,
): Promise<Perdus> {
  if (rattachementIds.length === 0) return { finis: [], demandes: [] };
  const finis = await terminerPerdus(tx, rattachementIds, instant);
  await raconterAbonnements(tx, finis, 'ABONNEMENT_RETIRE', AVEC_LE_RATTACHEMENT, instant, CAUSE);
  const lignes = await lignesSansRattachement(tx, rattachementIds, jourCivil(instant));
  const demandes = (await expirerLignes(tx, lignes, instant)).filter(({ terminee }) => terminee);
  await journaliserLot(
    tx,
    demandes.map(({ id, compteId, structureId }) => ({
      instant,
      ...AVEC_LE_RATTACHEMENT,
      acte: 'DEMANDE_EXPIREE',
      objet: 'demande',
      objetId: id,
      compteId,
      structureId,
    })),
  );
  await annoncerAuxComptes(tx, demandes, 'DEMANDE_CLOSE', instant);
  return { finis, demandes };
}
