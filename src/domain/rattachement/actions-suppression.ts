// Deleting one's own rattachements, and handing over the role of gestionnaire principal (guide p.12, screens §6.3).
import { jourCivil } from '../../platform/clock.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, destinataireDe, verrouillerActif } from '../compte/acte.ts';
import { trouverCompte, verrouillerComptes } from '../compte/queries.ts';
import { retirer } from '../demande/actions.ts';
import { verrouillerDemandesEnCours } from '../demande/queries.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import { mettreEnFile } from '../notification/queries.ts';
import {
  type RattachementVerrouille,
  terminerRattachements,
  transmettreRole,
  verrouillerMesRattachements,
  verrouillerSuccesseur,
} from './queries-suppression.ts';
import { decideSuppression } from './suppression.ts';

/** What became of the rattachements asked; ids that are not the account's are in none of them. */
export type ResultatSuppression =
  | {
      kind: 'traites';
      supprimes: RattachementVerrouille[];
      /** Those where a successor must be designated first. */
      aTransmettre: RattachementVerrouille[];
      derniers: RattachementVerrouille[];
    }
  | CompteIndisponible;

/**
 * Ends one's own rattachements: those that may end do, in one transaction, with the abonnements
 * that they carry and the requests pending on their structures. A gestionnaire principal's stays
 * until the role is handed over, the last active manager's too.
 */
export function supprimerRattachements(
  sql: Sql,
  compteId: number,
  ids: number[],
  instant: Date,
): Promise<ResultatSuppression> {
  return sql.begin(async (tx): Promise<ResultatSuppression> => {
    if (!(await verrouillerActif(tx, compteId, instant))) return { kind: 'indisponible' };
    const miens = await verrouillerMesRattachements(tx, compteId, ids, jourCivil(instant));
    const parDecision = Map.groupBy(miens, (r) => decideSuppression(r).kind);
    const supprimes = parDecision.get('supprimer') ?? [];
    await terminer(tx, compteId, supprimes, instant);
    return {
      kind: 'traites',
      supprimes,
      aTransmettre: parDecision.get('successeurRequis') ?? [],
      derniers: parDecision.get('dernierGestionnaire') ?? [],
    };
  });
}

async function terminer(
  tx: Transaction,
  compteId: number,
  rattachements: RattachementVerrouille[],
  instant: Date,
): Promise<void> {
  const delegations = await terminerRattachements(
    tx,
    rattachements.map(({ id }) => id),
    instant,
  );
  for (const { id, structureId } of delegations) {
    await journaliser(tx, {
      instant,
      acteurCompteId: compteId,
      acte: 'DELEGATION_TERMINEE',
      objet: 'delegation',
      objetId: id,
      compteId,
      structureId,
    });
    await annoncerAuCompte(tx, compteId, 'DELEGATION_TERMINEE', instant, structureId);
  }
  for (const { id, structureId, role } of rattachements) {
    await journaliser(tx, {
      instant,
      acteurCompteId: compteId,
      acte: 'RATTACHEMENT_SUPPRIME',
      objet: 'rattachement',
      objetId: id,
      compteId,
      structureId,
      details: { role },
    });
    await annoncerAuCompte(tx, compteId, 'RATTACHEMENT_SUPPRIME', instant, structureId);
  }
  // Who leaves no longer asks: an acceptance later would attach them again.
  const structures = rattachements.map(({ structureId }) => structureId);
  for (const demande of await verrouillerDemandesEnCours(tx, compteId, structures))
    await retirer(tx, demande.id, { compteId, structureId: demande.structureId }, instant);
}

export type ResultatPassation =
  | { kind: 'transmis' }
  | { kind: 'introuvable' }
  /** The role is no longer the actor's: handed over in another tab, or by the feed. */
  | { kind: 'pasPrincipal' }
  /** Deactivated, no longer attached to the whole structure, or never was. */
  | { kind: 'successeurRefuse' }
  | CompteIndisponible;

/**
 * Hands the role of gestionnaire principal over (official operation remplacerGestionnairePrincipal):
 * the successor takes it, the actor stays as utilisateur, in one transaction. Requests that wait
 * on the structure thereby go to the successor, who is told.
 */
export function remplacerGestionnairePrincipal(
  sql: Sql,
  compteId: number,
  { rattachementId, successeurId }: { rattachementId: number; successeurId: number },
  instant: Date,
): Promise<ResultatPassation> {
  return sql.begin(async (tx): Promise<ResultatPassation> => {
    const etats = await verrouillerComptes(tx, [compteId, successeurId]);
    if (etats.get(compteId) !== 'ACTIF') return { kind: 'indisponible' };
    const jour = jourCivil(instant);
    const [mien] = await verrouillerMesRattachements(tx, compteId, [rattachementId], jour);
    if (!mien) return { kind: 'introuvable' };
    if (mien.role !== 'GESTIONNAIRE_PRINCIPAL') return { kind: 'pasPrincipal' };
    const { structureId } = mien;
    const cible = { compteId: successeurId, structureId };
    const trouve = await verrouillerSuccesseur(tx, cible, jour);
    const successeur = trouve ? { ...trouve, soi: successeurId === compteId } : null;
    const { kind } = decideSuppression({ ...mien, successeur });
    if (kind !== 'transferer' || !trouve) return { kind: 'successeurRefuse' };
    await transmettreRole(tx, { ancien: mien.id, nouveau: trouve.rattachementId }, instant);
    const ancien = { rattachementId: mien.id, compteId };
    const nouveau = { rattachementId: trouve.rattachementId, compteId: successeurId };
    const acte = { structureId, acteurCompteId: compteId };
    await raconterPassation(tx, acte, ancien, 'PRINCIPAL_TRANSMIS', instant);
    await raconterPassation(tx, acte, nouveau, 'PRINCIPAL_RECU', instant);
    await prevenirSuccesseur(tx, mien, successeurId, instant);
    return { kind: 'transmis' };
  });
}

async function raconterPassation(
  tx: Transaction,
  { structureId, acteurCompteId }: { structureId: number; acteurCompteId: number },
  { rattachementId, compteId }: { rattachementId: number; compteId: number },
  acte: 'PRINCIPAL_TRANSMIS' | 'PRINCIPAL_RECU',
  instant: Date,
): Promise<void> {
  await journaliser(tx, {
    instant,
    acteurCompteId,
    enQualite: 'GESTIONNAIRE_PRINCIPAL',
    acte,
    objet: 'rattachement',
    objetId: rattachementId,
    compteId,
    structureId,
  });
  await annoncerAuCompte(tx, compteId, acte, instant, structureId);
}

async function prevenirSuccesseur(
  tx: Transaction,
  { id, designation }: RattachementVerrouille,
  successeurId: number,
  instant: Date,
): Promise<void> {
  const successeur = await trouverCompte(tx, successeurId, instant);
  if (!successeur || successeur.adresseElectronique === null) return;
  await mettreEnFile(
    tx,
    { nature: 'PRINCIPAL_RECU', structure: designation },
    destinataireDe(successeur, successeur.adresseElectronique),
    // One a hand-over: the same two people may exchange the role again.
    `passation-${id}-${instant.getTime()}`,
    instant,
  );
}
