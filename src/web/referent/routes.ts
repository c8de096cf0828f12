// The pages of the référents DGFiP (model §3): requests that went up, take-overs, structures that nobody manages.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresses } from '../../domain/adresses.ts';
import { demandesEscalades } from '../../domain/demande/queries-file.ts';
import {
  departementsDuReferent,
  structuresSansGestionnaire,
} from '../../domain/rattachement/queries-sans-gestionnaire.ts';
import { jourCivil } from '../../platform/clock.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { messageDe } from '../commun/messages.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { comptesRoutes } from './comptes/routes.ts';
import { gestionnairesRoutes } from './gestionnaires/routes.ts';
import { lireLecture } from './lecture.ts';
import { referentPage } from './referent.page.tsx';

export function referentRoutes(app: App, context: WebContext): void {
  app.get(adresses.referent, (request, reply) => montrer(request, reply, context));
  gestionnairesRoutes(app, context);
  comptesRoutes(app, context);
}

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { compteId, referent } = agentDe(request);
  if (!referent) {
    request.log.warn({ compteId }, 'page of the référents asked by somebody else');
    return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  }
  const { sql } = context;
  const jour = jourCivil(request.instant);
  const lecture = lireLecture(request.query);
  const { structures, filtre } = lecture;
  const [departements, demandes, orphelines] = await Promise.all([
    departementsDuReferent(sql, compteId),
    demandesEscalades(sql, compteId, filtre, jour),
    structures && structuresSansGestionnaire(sql, compteId, structures, jour),
  ]);
  const frame = cadre(request, context);
  const message = messageDe(request.query, frame.t);
  const lus = { departements: departements ?? null, demandes, orphelines };
  return envoyerPage(reply, referentPage({ frame, lecture, ...lus, message }));
}
