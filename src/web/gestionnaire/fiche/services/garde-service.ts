// The routes of one service: its structure is managed by who asks and the service is of it, or 404.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import { serviceGere } from '../../../../domain/structure/queries-gestion.ts';
import type { ServiceGere } from '../../../../domain/structure/service.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { WebContext } from '../../../commun/contexte.ts';
import { idDuChemin, lireIdentifiant } from '../../../commun/identifiant.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import { structureDuChemin } from '../../cadre-gestion.tsx';

export type StructureEtService = { structure: StructureGeree; service: ServiceGere };
type SurService = (
  request: FastifyRequest,
  reply: FastifyReply,
  lu: StructureEtService,
) => Promise<FastifyReply>;

/** A route for the managers of the structure, on one of its services. */
export function surService(context: WebContext, suite: SurService) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const structureId = idDuChemin(request.params);
    const serviceId = lireIdentifiant((request.params as { serviceId?: unknown }).serviceId);
    const connus = structureId !== null && serviceId !== null;
    // Read together: the service is shown to nobody whom the structure's own check stops.
    const [structure, service] = await Promise.all([
      structureDuChemin(request, context),
      connus ? serviceGere(context.sql, structureId, serviceId) : undefined,
    ]);
    if (structure && service) return suite(request, reply, { structure, service });
    if (structure) {
      const { compteId } = agentDe(request);
      request.log.warn({ compteId, structureId, serviceId }, 'service of another structure asked');
    }
    return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  };
}
