// The guard of the référents' pages of one structure (model §3): theirs alone, whoever asks is logged.
import type { FastifyRequest } from 'fastify';
import { adresses } from '../../../domain/adresses.ts';
import { estReferentDe } from '../../../domain/droits/queries.ts';
import {
  type StructureDuReferent,
  structureDuReferent,
} from '../../../domain/rattachement/queries-sans-gestionnaire.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { WebContext } from '../../commun/contexte.ts';
import { idDuChemin } from '../../commun/identifiant.ts';

/** The page of a structure, for the routes. */
export const CHEMIN = `${adresses.referent}/structures/:id`;

/** The structure of the address, for a référent of its département. */
export async function structureDe(
  request: FastifyRequest,
  { sql }: WebContext,
): Promise<StructureDuReferent | undefined> {
  const structureId = idDuChemin(request.params);
  if (structureId === null) return undefined;
  const { compteId } = agentDe(request);
  const sien = await estReferentDe(sql, compteId, structureId);
  if (!sien) request.log.warn({ compteId, structureId }, 'structure of other référents asked');
  return sien ? structureDuReferent(sql, structureId) : undefined;
}
