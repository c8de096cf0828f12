// What managers do with the end of a service: close it, with all that hangs on it, and open it again.
import type { Sql } from '../../platform/postgres/sql.ts';
import { journaliser } from '../journal/queries.ts';
import { mettreEnFilePourTous } from '../notification/queries.ts';
import { type ActeSurFiche, agirSurFiche, ligneSur, type RefusSurFiche } from './acte.ts';
import { terminerServices } from './actions-fins.ts';
import { comptesDuService, empechements, verrouillerRattachementsDe } from './queries-fins.ts';
import { ecrireFin, verrouillerService } from './queries-gestion.ts';
import { decideFermeture, type RefusDeFermeture } from './service.ts';

export type ResultatFermeture =
  | { kind: 'ferme'; personnes: number }
  | { kind: RefusDeFermeture }
  | RefusSurFiche;

type Fermeture = { structureId: number; serviceId: number; dernierJour: string };

/**
 * Closes a service on its last day, today or later: what hangs on it ends with it, in the same transaction, and the
 * people touched are told by mail. For a day to come, abonnements end that day (`appliquerFinsDeService`).
 */
export async function fermerService(
  sql: Sql,
  acteurId: number,
  fermeture: Fermeture,
  instant: Date,
): Promise<ResultatFermeture> {
  const { structureId, serviceId } = fermeture;
  // Their mails are queued below: accounts are locked first, as everywhere.
  const comptes = await comptesDuService(sql, structureId, serviceId);
  return agirSurFiche<ResultatFermeture>(
    sql,
    { acteurId, structureId, comptes },
    instant,
    async (sur) => {
      await verrouillerRattachementsDe(sur.tx, [serviceId]);
      return fermer(sur, fermeture);
    },
  );
}

async function fermer(
  sur: ActeSurFiche,
  { structureId, serviceId, dernierJour }: Fermeture,
): Promise<ResultatFermeture> {
  const { tx, jour, instant, acteurId, enQualite, structure } = sur;
  const service = await verrouillerService(tx, structureId, serviceId);
  if (!service) return { kind: 'introuvable' };
  const obstacles = await empechements(tx, { structureId, serviceId }, dernierJour, jour);
  const decision = decideFermeture(dernierJour, { jour, ...service, ...obstacles });
  if (decision.kind !== 'fermer') return decision;
  await ecrireFin(tx, serviceId, dernierJour, instant);
  const auteur = { acteurCompteId: acteurId, enQualite };
  const touches = await terminerServices(tx, [serviceId], auteur, instant);
  await journaliser(tx, {
    ...ligneSur(sur, { objet: 'service', objetId: serviceId }),
    acte: 'SERVICE_FERME',
    details: { dernierJour, personnes: touches.length },
  });
  await mettreEnFilePourTous(
    tx,
    {
      nature: 'DROITS_RETIRES',
      structure: structure.designation,
      perte: 'SERVICE_FERME',
      motif: null,
    },
    touches.map(({ compteId }) => compteId),
    `service-${serviceId}-${instant.getTime()}`,
    instant,
  );
  return { kind: 'ferme', personnes: touches.length };
}

export type ResultatReouverture =
  | { kind: 'rouvert' }
  /** It has no end: opened again in another tab. */
  | { kind: 'dejaOuvert' }
  | { kind: 'structureInactive' }
  | RefusSurFiche;

/** Opens a service again: it has no last day any more. What ended with it stays ended. */
export function rouvrirService(
  sql: Sql,
  acteurId: number,
  { structureId, serviceId }: { structureId: number; serviceId: number },
  instant: Date,
): Promise<ResultatReouverture> {
  return agirSurFiche<ResultatReouverture>(sql, { acteurId, structureId }, instant, async (sur) => {
    const service = await verrouillerService(sur.tx, structureId, serviceId);
    if (!service) return { kind: 'introuvable' };
    if (service.dateFin === null) return { kind: 'dejaOuvert' };
    if (sur.structure.statut === 'INACTIF') return { kind: 'structureInactive' };
    await ecrireFin(sur.tx, serviceId, null, instant);
    const ligne = ligneSur(sur, { objet: 'service', objetId: serviceId });
    await journaliser(sur.tx, { ...ligne, acte: 'SERVICE_ROUVERT' });
    return { kind: 'rouvert' };
  });
}
