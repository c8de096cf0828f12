// Reads what the signed-in person chose to be told, and which subjects concern them.
import type { FastifyRequest } from 'fastify';
import { preferencesDepuis } from '../../../domain/notification/preferences.ts';
import {
  preferencesChoisies,
  qualiteDuLecteur,
} from '../../../domain/notification/queries-preferences.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { WebContext } from '../../commun/contexte.ts';
import type { ChoixDeRythmes } from './rythmes.tsx';

/** The person's choices, defaults included. */
export async function choixDeRythmes(
  request: FastifyRequest,
  { sql }: WebContext,
): Promise<ChoixDeRythmes> {
  const { compteId } = agentDe(request);
  const [choisies, qualite] = await Promise.all([
    preferencesChoisies(sql, compteId),
    qualiteDuLecteur(sql, compteId, jourCivil(request.instant)),
  ]);
  return { rythmes: preferencesDepuis(choisies), qualite };
}
