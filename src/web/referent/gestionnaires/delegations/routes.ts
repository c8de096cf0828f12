// Ending a delegation on a structure that a référent looks after (model §3): confirm, do.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseReferent } from '../../../../domain/adresses.ts';
import { terminerDelegation } from '../../../../domain/rattachement/actions-gestion-delegation.ts';
import { delegationsDe } from '../../../../domain/rattachement/queries-utilisateurs-fiche.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireIdentifiant } from '../../../commun/identifiant.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { lireSaisieDeMotif } from '../../../commun/motif.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../../session-terminee/session-terminee.ts';
import { CHEMIN, structureDe } from '../garde.ts';
import { finDeDelegationPage } from './fin.page.tsx';

type Formulaire = { texte: string; erreur: string | null };

export function delegationsRoutes(app: App, context: WebContext): void {
  const chemin = `${CHEMIN}/delegations/:delegationId`;
  app.get(chemin, async (request, reply) => {
    const saisies = await saisieRetrouvee(request, context, agentDe(request).compteId);
    const texte = saisies?.['motif'] ?? '';
    return montrer(request, reply, context, { texte, erreur: null }, 200);
  });
  app.post(chemin, (request, reply) => terminer(request, reply, context));
}

function idDe({ params }: FastifyRequest): number {
  return lireIdentifiant((params as { delegationId?: unknown }).delegationId) ?? 0;
}

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  formulaire: Formulaire,
  statut: number,
): Promise<FastifyReply> {
  const structure = await structureDe(request, context);
  if (!structure) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const toutes = await delegationsDe(context.sql, structure.id, jourCivil(request.instant));
  const delegation = toutes.find(({ id }) => id === idDe(request));
  if (!delegation) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const frame = cadre(request, context);
  const page = finDeDelegationPage({ frame, structure, delegation, ...formulaire });
  return envoyerPage(reply, page, statut);
}

async function terminer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  // Who is no référent there ends delegations from their own pages, if they may at all.
  const structureId = (await structureDe(request, context))?.id;
  if (structureId === undefined) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const { texte, motif, erreur } = lireSaisieDeMotif(request.body);
  const { t } = cadre(request, context);
  const refuser = (cause: string, statut: number) =>
    montrer(request, reply, context, { texte, erreur: cause }, statut);
  if (erreur) return refuser(t(`gestion.refus.${erreur}`), 422);
  const { compteId } = agentDe(request);
  const delegationId = idDe(request);
  const fin = { structureId, delegationId, motif };
  const { kind } = await terminerDelegation(context.sql, compteId, fin, request.instant);
  const page = adresseReferent(structureId);
  switch (kind) {
    case 'terminee':
      return reply.redirect(avecMessage(page, 'utilisateurDelegationFin'), 303);
    case 'dejaTerminee':
      return reply.redirect(avecMessage(page, 'utilisateurDelegationFinie'), 303);
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, compteId);
    case 'introuvable':
      request.log.warn({ compteId, structureId, delegationId }, 'delegation of elsewhere asked');
      return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    default:
      return refuser(t(`continuite.refusDActe.${kind}`), 409);
  }
}
