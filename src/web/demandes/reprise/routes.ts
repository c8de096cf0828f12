// A « Demande de reprise » at the address of any request: read, opposed by a manager, decided by a référent.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseDemande } from '../../../domain/adresses.ts';
import {
  deciderReprise,
  opposerReprise,
} from '../../../domain/demande/actions-reprise-decision.ts';
import {
  type RepriseLue,
  repriseLisible,
} from '../../../domain/demande/queries-reprise-lecture.ts';
import { finDOpposition } from '../../../domain/demande/reprise.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { idDuChemin } from '../../commun/identifiant.ts';
import { avecMessage, messageDe } from '../../commun/messages.ts';
import { lireSaisieDeMotif } from '../../commun/motif.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { type FormulaireDeReprise, reprisePage } from './reprise.page.tsx';

const VIERGE: FormulaireDeReprise = { texte: '', erreur: null };

export function repriseDemandeRoutes(app: App, context: WebContext): void {
  // Where a form sent after its session ended comes back: nothing was done, what was typed is there.
  for (const acte of ['opposition', 'reprise'])
    app.get(`/demandes/:id/${acte}`, async (request, reply) => {
      const gardee = await saisieRetrouvee(request, context, agentDe(request).compteId);
      const formulaire = { texte: gardee?.['motif'] ?? '', erreur: null };
      const reprise = await lireLaReprise(request, context);
      if (!reprise) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
      return montrerReprise(request, reply, context, reprise, { formulaire });
    });
  app.post('/demandes/:id/opposition', (request, reply) => opposer(request, reply, context));
  app.post('/demandes/:id/reprise', (request, reply) => decider(request, reply, context));
}

/** The take-over that the address names, as this person may read it; nothing when they may not. */
export async function lireLaReprise(
  request: FastifyRequest,
  { sql }: WebContext,
): Promise<RepriseLue | undefined> {
  const id = idDuChemin(request.params);
  const { compteId } = agentDe(request);
  if (id === null) return undefined;
  return repriseLisible(sql, id, compteId, jourCivil(request.instant));
}

/** The page of a take-over, with what was typed in its form. */
export function montrerReprise(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  reprise: RepriseLue,
  { formulaire = VIERGE, statut = 200 } = {},
): FastifyReply {
  const frame = cadre(request, context);
  const message = messageDe(request.query, frame.t);
  const opposableJusqu = opposable(reprise, jourCivil(request.instant), context);
  const page = reprisePage({ frame, reprise, opposableJusqu, formulaire, message });
  return envoyerPage(reply, page, statut);
}

function opposable({ demandeeLe }: RepriseLue, jour: string, { delais }: WebContext) {
  const jusqu = finDOpposition(jourCivil(demandeeLe), delais);
  return jour <= jusqu ? jusqu : null;
}

async function opposer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const demandeId = idDuChemin(request.params);
  if (demandeId === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const { texte, motif, erreur } = lireSaisieDeMotif(request.body);
  const { t, langue } = cadre(request, context);
  const dire = (cause: string) => refuser(request, reply, context, { texte, erreur: cause });
  if (motif === null) return dire(t(`gestion.refus.${erreur ?? 'motifManquant'}`));
  const { compteId } = agentDe(request);
  const { sql, delais } = context;
  const fait = await opposerReprise(sql, compteId, { demandeId, motif }, request.instant, delais);
  switch (fait.kind) {
    case 'opposee':
      return reply.redirect(avecMessage(adresseDemande(demandeId), 'repriseOpposee'), 303);
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, compteId);
    case 'introuvable':
      return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    case 'dejaOpposee':
      return dire(t('continuite.refus.dejaOpposee'));
    case 'tropTard':
      return dire(t('continuite.refus.tropTard', { jour: formatJour(langue, fait.jusqu) }));
  }
}

async function decider(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const demandeId = idDuChemin(request.params);
  if (demandeId === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const accepter = lireSaisies(request.body)['decision'] === 'accepter';
  const { texte, motif, erreur } = lireSaisieDeMotif(request.body, { voulu: !accepter });
  const { t, langue } = cadre(request, context);
  if (erreur)
    return refuser(request, reply, context, { texte, erreur: t(`gestion.refus.${erreur}`) });
  const { compteId } = agentDe(request);
  const saisie = { demandeId, accepter, motif };
  const { sql, delais } = context;
  const fait = await deciderReprise(sql, compteId, saisie, request.instant, delais);
  switch (fait.kind) {
    case 'acceptee':
      return reply.redirect(avecMessage(adresseDemande(demandeId), 'repriseAcceptee'), 303);
    case 'refusee':
      return reply.redirect(avecMessage(adresseDemande(demandeId), 'repriseRefusee'), 303);
    case 'terminee':
      return reply.redirect(avecMessage(adresseDemande(demandeId), 'demandeTerminee'), 303);
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, compteId);
    case 'introuvable':
      return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    case 'opposable': {
      const jour = formatJour(langue, fait.jusqu);
      const cause = t('continuite.refus.opposable', { jour });
      return refuser(request, reply, context, { texte, erreur: cause });
    }
    case 'motifRequis':
      return refuser(request, reply, context, { texte, erreur: t('gestion.refus.motifManquant') });
    default:
      return refuser(
        request,
        reply,
        context,
        { texte, erreur: t(`continuite.refus.${fait.kind}`) },
        409,
      );
  }
}

async function refuser(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  formulaire: FormulaireDeReprise,
  statut = 422,
): Promise<FastifyReply> {
  const reprise = await lireLaReprise(request, context);
  if (!reprise) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  return montrerReprise(request, reply, context, reprise, { formulaire, statut });
}
