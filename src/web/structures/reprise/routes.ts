// « Demande de reprise » and taking a vacant role over (model §3), for those attached to the structure.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseDemande, adresseGestion, adresses } from '../../../domain/adresses.ts';
import { demanderReprise, reprendreRole } from '../../../domain/demande/actions-reprise.ts';
import { lireRepreneur, lireRole } from '../../../domain/demande/queries-reprise.ts';
import { decideReprise } from '../../../domain/demande/reprise.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { idDuChemin } from '../../commun/identifiant.ts';
import { avecMessage } from '../../commun/messages.ts';
import { lireSaisieDeMotif, type SaisieDeMotif } from '../../commun/motif.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { reprisePage } from './reprise.page.tsx';

const VIERGE: SaisieDeMotif = { texte: '', motif: null, erreur: null };
const CHEMIN = `${adresses.structures}/:id/reprise`;

export function repriseRoutes(app: App, context: WebContext): void {
  app.get(CHEMIN, async (request, reply) => {
    // What was typed before a session ended is shown again; nothing was sent.
    const gardee = await saisieRetrouvee(request, context, agentDe(request).compteId);
    const saisie = gardee ? { ...VIERGE, texte: gardee['motif'] ?? '' } : VIERGE;
    return montrer(request, reply, context, saisie);
  });

  app.post(CHEMIN, (request, reply) => {
    const { acte } = lireSaisies(request.body);
    if (acte === 'prendre') return prendre(request, reply, context);
    const saisie = lireSaisieDeMotif(request.body);
    if (saisie.motif === null) return montrer(request, reply, context, saisie);
    return demander(request, reply, context, { ...saisie, motif: saisie.motif });
  });
}

/** The page of the structure of the address, with what the reader may do about its role today. */
async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  saisie: SaisieDeMotif,
  statut = saisie.erreur ? 422 : 200,
): Promise<FastifyReply> {
  const structureId = idDuChemin(request.params);
  if (structureId === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const [role, repreneur] = await Promise.all([
    lireRole(context.sql, structureId, jour),
    lireRepreneur(context.sql, compteId, structureId, jour),
  ]);
  if (!role || repreneur.rattachementId === null) {
    request.log.warn({ compteId, structureId }, 'take-over of a structure of others asked');
    return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  }
  const { oppositionJours } = context.delais;
  const decision = decideReprise(role, repreneur);
  const frame = cadre(request, context);
  const { demandeId } = repreneur;
  const page = reprisePage({ frame, role, decision, demandeId, oppositionJours, saisie });
  return envoyerPage(reply, page, statut);
}

async function prendre(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const structureId = idDuChemin(request.params);
  if (structureId === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const { compteId } = agentDe(request);
  const fait = await reprendreRole(context.sql, compteId, structureId, request.instant);
  if (fait.kind === 'repris') {
    const page = adresseGestion(structureId, 'utilisateurs');
    return reply.redirect(avecMessage(page, 'roleRepris'), 303);
  }
  return refuser(request, reply, context, fait.kind, VIERGE);
}

async function demander(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  saisie: SaisieDeMotif & { motif: string },
): Promise<FastifyReply> {
  const structureId = idDuChemin(request.params);
  if (structureId === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const { compteId } = agentDe(request);
  const voulu = { structureId, motif: saisie.motif };
  const { sql, delais } = context;
  const fait = await demanderReprise(sql, compteId, voulu, request.instant, delais);
  if (fait.kind === 'demandee')
    return reply.redirect(avecMessage(adresseDemande(fait.demandeId), 'repriseDemandee'), 303);
  return refuser(request, reply, context, fait.kind, saisie);
}

// What changed meanwhile is read again: the page says what can be done now.
function refuser(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  kind: string,
  saisie: SaisieDeMotif,
): Promise<FastifyReply> | FastifyReply {
  if (kind === 'indisponible')
    return repondreSessionTerminee(request, reply, context, agentDe(request).compteId);
  if (kind === 'introuvable') return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  return montrer(request, reply, context, saisie, 409);
}
