// Reads what the signed-in person chose to be told, and which subjects concern them.
import type { FastifyRequest } from 'fastify';
import { choixDuCompte } from '../../../domain/notification/queries-preferences.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { WebContext } from '../../commun/contexte.ts';
import type { ChoixDeRythmes } from './rythmes.tsx';

/** The person's choices, defaults included. */
export function choixDeRythmes(
  request: FastifyRequest,
  { sql }: WebContext,
): Promise<ChoixDeRythmes> {
  return choixDuCompte(sql, agentDe(request).compteId, jourCivil(request.instant));
}
