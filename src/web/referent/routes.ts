// The pages of the référents DGFiP (model §3): requests that went up, take-overs, structures that nobody manages.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresses } from '../../domain/adresses.ts';
import type { FiltreDeFile } from '../../domain/demande/file.ts';
import { demandesEscalades } from '../../domain/demande/queries-file.ts';
import { reprisesDuReferent } from '../../domain/demande/queries-reprise-lecture.ts';
import {
  departementsDuReferent,
  structuresSansGestionnaire,
} from '../../domain/rattachement/queries-sans-gestionnaire.ts';
import { jourCivil } from '../../platform/clock.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { lirePageVoulue, lireTexte } from '../commun/listes.ts';
import { messageDe } from '../commun/messages.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { gestionnairesRoutes } from './gestionnaires/routes.ts';
import { referentPage } from './referent.page.tsx';

const STRUCTURES_PAR_PAGE = 20;
const DEMANDES_MONTREES = 50;
/** The oldest of all that went up. */
const TOUTES: FiltreDeFile = {
  structureId: null,
  nature: null,
  ageJours: null,
  texte: '',
  tri: 'ancien',
  page: 1,
  parPage: DEMANDES_MONTREES,
};
const DEPARTEMENT = /^(\d{2,3}|2[AB])$/;

export function referentRoutes(app: App, context: WebContext): void {
  app.get(adresses.referent, (request, reply) => montrer(request, reply, context));
  gestionnairesRoutes(app, context);
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
  const voulue = lirePageVoulue(request.query, STRUCTURES_PAR_PAGE);
  const demande = lireTexte(request.query, 'departement', 3).toUpperCase();
  const departement = DEPARTEMENT.test(demande) ? demande : null;
  const [departements, demandes, reprises, orphelines] = await Promise.all([
    departementsDuReferent(sql, compteId),
    demandesEscalades(sql, compteId, TOUTES, jour),
    reprisesDuReferent(sql, compteId),
    departement
      ? structuresSansGestionnaire(sql, compteId, { ...voulue, departement }, jour)
      : null,
  ]);
  const frame = cadre(request, context);
  return envoyerPage(
    reply,
    referentPage({
      frame,
      departements: departements ?? null,
      departement,
      saisi: demande,
      demandes,
      reprises,
      orphelines,
      voulue,
      jour,
      message: messageDe(request.query, frame.t),
    }),
  );
}
