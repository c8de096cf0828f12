// Receives a manager's decision on one request (screens §9), and answers on the same page.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseDemande } from '../../domain/adresses.ts';
import {
  type ResultatDecision,
  refuserRattachement,
  validerRattachement,
} from '../../domain/demande/actions-decision.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { WebContext } from '../commun/contexte.ts';
import { idDuChemin } from '../commun/identifiant.ts';
import { avecMessage } from '../commun/messages.ts';
import { lireMotif } from '../commun/motif.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { repondreSessionTerminee } from '../session-terminee/session-terminee.ts';
import { type AlerteDeDemande, demandePage } from './demande.page.tsx';
import {
  decisionSaisie,
  decisionVierge,
  type ErreurDeDecision,
  type EtatDeDecision,
  erreurDuRefus,
  lireOctroi,
} from './form.ts';
import { type LectureDeDemande, lireLaDemande } from './lire.ts';

/** « Accepter », possibly less than asked. */
export async function accepter(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  const lue = await lireLaDemande(request, context);
  if (!lue || lue.demande.sienne) return introuvable(request, reply, context);
  const { demande, part, jour } = lue;
  const etat = decisionSaisie(decisionVierge(demande, jour), request.body);
  const octroi = lireOctroi(etat, { avecMotif: part === 'decideAvecMotif' });
  if ('erreurs' in octroi) {
    return redemander(request, reply, context, lue, { ...etat, erreurs: octroi.erreurs });
  }
  const { instant } = request;
  const { valeur } = octroi;
  const fait = await validerRattachement(context.sql, compteId, demande.id, instant, valeur);
  return repondre(request, reply, context, etat, fait);
}

/** « Refuser », with the reason that the person reads. */
export async function refuser(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  const lue = await lireLaDemande(request, context);
  if (!lue || lue.demande.sienne) return introuvable(request, reply, context);
  const etat = decisionSaisie(decisionVierge(lue.demande, lue.jour), request.body);
  const lu = lireMotif(etat.motif);
  if ('erreur' in lu) {
    const erreurs = [{ champ: 'motif', motif: lu.erreur } as const];
    return redemander(request, reply, context, lue, { ...etat, erreurs });
  }
  const refus = { demandeId: lue.demande.id, motif: lu.motif };
  const fait = await refuserRattachement(context.sql, compteId, refus, request.instant);
  return repondre(request, reply, context, etat, fait);
}

async function repondre(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  etat: EtatDeDecision,
  resultat: ResultatDecision,
): Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  const id = idDuChemin(request.params) ?? 0;
  switch (resultat.kind) {
    case 'acceptee':
      return reply.redirect(avecMessage(adresseDemande(id), 'demandeAcceptee'), 303);
    case 'refusee':
      return reply.redirect(avecMessage(adresseDemande(id), 'demandeRefusee'), 303);
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, compteId);
    case 'introuvable':
      return introuvable(request, reply, context);
  }
  // As it is now: somebody decided, or something changed, since the form was shown.
  const lue = await lireLaDemande(request, context);
  if (!lue) return introuvable(request, reply, context);
  if (resultat.kind === 'terminee' || resultat.kind === 'interdite')
    return montrer(request, reply, context, lue, { alerte: resultat, statut: 409 });
  const erreur: ErreurDeDecision =
    resultat.kind === 'motifRequis'
      ? { champ: 'motifReferent', motif: 'motifRequis' }
      : erreurDuRefus(resultat.kind);
  return redemander(request, reply, context, lue, { ...etat, erreurs: [erreur] });
}

function redemander(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lue: LectureDeDemande,
  etat: EtatDeDecision,
): FastifyReply {
  return montrer(request, reply, context, lue, { etat, alerte: null, statut: 422 });
}

type Montree = { etat?: EtatDeDecision; alerte: AlerteDeDemande; statut: number };

/** The page of a request, with what was typed in its forms. */
export function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lue: LectureDeDemande,
  { etat = decisionVierge(lue.demande, lue.jour), alerte, statut }: Montree,
): FastifyReply {
  const frame = cadre(request, context);
  return envoyerPage(reply, demandePage({ frame, ...lue, etat, alerte }), statut);
}

/** A request that is not this person’s to see, or does not exist: nothing tells which, and the log says who asked. */
export function introuvable(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): FastifyReply {
  const { compteId } = agentDe(request);
  request.log.warn(
    { compteId, demandeId: idDuChemin(request.params) },
    'request out of reach asked',
  );
  return pageErreur(request, reply, context, 'PAGE_INCONNUE');
}
