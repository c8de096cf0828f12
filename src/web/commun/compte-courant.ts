// The account of the person who asks for a page, whole: the pages of « Mon compte » start from it.
import type { FastifyRequest } from 'fastify';
import type { Compte } from '../../domain/compte/compte.ts';
import { trouverCompte } from '../../domain/compte/queries.ts';
import type { Agent } from '../../domain/session/session.ts';
import type { WebContext } from './contexte.ts';

/** The signed-in person; the access rule has let nobody else through. */
export function agentDe(request: FastifyRequest): Agent {
  if (!request.agent) throw new Error('a page that needs a session was reached without one');
  return request.agent;
}

/** Reads the account of the signed-in person. */
export async function compteDe(request: FastifyRequest, { sql }: WebContext): Promise<Compte> {
  const { compteId } = agentDe(request);
  const compte = await trouverCompte(sql, compteId, request.instant);
  if (!compte) throw new Error('the account of an open session is gone');
  return compte;
}
