// What the routes of the sheet share: the structure of the address or 404, and what an act that is refused answers.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StructureGeree } from '../../../domain/rattachement/queries-gestion.ts';
import type { RefusSurFiche } from '../../../domain/structure/acte.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { WebContext } from '../../commun/contexte.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import { repondreSessionTerminee } from '../../session-terminee/session-terminee.ts';
import { structureDuChemin } from '../cadre-gestion.tsx';

type Route = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
type SurStructure = (
  request: FastifyRequest,
  reply: FastifyReply,
  structure: StructureGeree,
) => Promise<FastifyReply>;

/** A route for the managers of the structure that its address names; 404 for anybody else. */
export function surStructure(context: WebContext, suite: SurStructure): Route {
  return async (request, reply) => {
    const structure = await structureDuChemin(request, context);
    if (!structure) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    return suite(request, reply, structure);
  };
}

/** Answers an act that the action refused: the role was lost since the page, or the account switched off. */
export function repondreRefus(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { kind }: RefusSurFiche,
): FastifyReply | Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  if (kind === 'indisponible') return repondreSessionTerminee(request, reply, context, compteId);
  request.log.warn({ compteId, kind }, 'act on a structure refused');
  return pageErreur(request, reply, context, 'PAGE_INCONNUE');
}
