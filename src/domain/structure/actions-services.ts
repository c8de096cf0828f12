// What managers do with the services of their structure (reference/chorus-pro.md §7.2): create, change.
import type { Sql } from '../../platform/postgres/sql.ts';
import { journaliser } from '../journal/queries.ts';
import { agirSurFiche, ligneSur, type RefusSurFiche } from './acte.ts';
import type { Conflit } from './fiche-modifiee.ts';
import { codeTenu, ecrireService, insererService, verrouillerService } from './queries-gestion.ts';
import { codeModifiable, conflitsDeService } from './service.ts';
import type { ChampDeService, ServiceSaisi } from './valeurs.ts';

export type ResultatCreation =
  | { kind: 'cree'; serviceId: number }
  /** Another service of the structure has this code, closed or not, or got it at the same moment. */
  | { kind: 'codePris' }
  | { kind: 'structureInactive' }
  | RefusSurFiche;

/** Creates a service. */
export function creerService(
  sql: Sql,
  acteurId: number,
  { structureId, service }: { structureId: number; service: ServiceSaisi },
  instant: Date,
): Promise<ResultatCreation> {
  return agirSurFiche<ResultatCreation>(sql, { acteurId, structureId }, instant, async (sur) => {
    if (sur.structure.statut === 'INACTIF') return { kind: 'structureInactive' };
    if (await codeTenu(sur.tx, structureId, service.code)) return { kind: 'codePris' };
    const serviceId = await insererService(sur.tx, structureId, service, instant);
    if (serviceId === undefined) return { kind: 'codePris' };
    const ligne = ligneSur(sur, { objet: 'service', objetId: serviceId });
    await journaliser(sur.tx, { ...ligne, acte: 'SERVICE_CREE' });
    return { kind: 'cree', serviceId };
  });
}

export type ResultatService =
  | { kind: 'enregistre' }
  | { kind: 'codePris' }
  /** It would begin after its last day. */
  | { kind: 'debutApresFin' }
  | { kind: 'conflit'; version: number; conflits: Conflit<ChampDeService>[] }
  | RefusSurFiche;

/** Changes a service, as `modifierFiche` the sheet; the code of one that a register brought stays. */
export function modifierService(
  sql: Sql,
  acteurId: number,
  saisie: { structureId: number; serviceId: number; service: ServiceSaisi; version: number },
  instant: Date,
): Promise<ResultatService> {
  const { structureId, serviceId, version } = saisie;
  return agirSurFiche<ResultatService>(sql, { acteurId, structureId }, instant, async (sur) => {
    const stocke = await verrouillerService(sur.tx, structureId, serviceId);
    if (!stocke) return { kind: 'introuvable' };
    const service = codeModifiable(stocke)
      ? saisie.service
      : { ...saisie.service, code: stocke.code };
    const differents = conflitsDeService(service, stocke);
    if (differents.length === 0) return { kind: 'enregistre' };
    if (version !== stocke.version)
      return { kind: 'conflit', version: stocke.version, conflits: differents };
    const { dateDebut } = service;
    if (dateDebut !== null && stocke.dateFin !== null && stocke.dateFin < dateDebut)
      return { kind: 'debutApresFin' };
    const champs = differents.map(({ champ }) => champ);
    const autreCode = champs.includes('code');
    if (autreCode && (await codeTenu(sur.tx, structureId, service.code, serviceId)))
      return { kind: 'codePris' };
    if (!(await ecrireService(sur.tx, serviceId, service, champs, instant)))
      return { kind: 'codePris' };
    const ligne = ligneSur(sur, { objet: 'service', objetId: serviceId });
    await journaliser(sur.tx, { ...ligne, acte: 'SERVICE_MODIFIE', details: { champs } });
    return { kind: 'enregistre' };
  });
}
