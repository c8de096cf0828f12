// Receives a manager's decision on one request (screens §9), and answers on the same page.
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type ResultatDecision as ResultatSurAbonnement,
  refuserAbonnement,
  validerAbonnement,
} from '../../domain/abonnement/actions-decision.ts';
import { adresseDemande } from '../../domain/adresses.ts';
import type { RefusDeDecider } from '../../domain/demande/acte-decision.ts';
import {
  type ResultatDecision,
  refuserRattachement,
  validerRattachement,
} from '../../domain/demande/actions-decision.ts';
import type { AbonnementLu, RattachementLu } from '../../domain/demande/queries-lecture.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { WebContext } from '../commun/contexte.ts';
import { lireSaisies } from '../commun/formulaire.ts';
import { avecMessage } from '../commun/messages.ts';
import { lireMotif } from '../commun/motif.ts';
import { repondreSessionTerminee } from '../session-terminee/session-terminee.ts';
import {
  decisionSaisie,
  decisionVierge,
  type ErreurDeDecision,
  erreurDuRefus,
  lireOctroi,
} from './form.ts';
import * as abonnement from './form-abonnement.ts';
import { type LectureDe, lireLaDemande, surAbonnement } from './lire.ts';
import { introuvable, montrer } from './montrer.tsx';

type Recue<L> = { request: FastifyRequest; reply: FastifyReply; context: WebContext; lue: L };

/** « Accepter », possibly less than asked. */
export async function accepter(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const lue = await lireLaDemande(request, context);
  if (!lue || lue.demande.sienne) return introuvable(request, reply, context);
  const recue = { request, reply, context };
  return surAbonnement(lue)
    ? accepterEspaces({ ...recue, lue })
    : accepterRattachement({ ...recue, lue });
}

async function accepterRattachement(recue: Recue<LectureDe<RattachementLu>>) {
  const { request, context, lue } = recue;
  const { demande, part, jour } = lue;
  const etat = decisionSaisie(decisionVierge(demande, jour), request.body);
  const octroi = lireOctroi(etat, { avecMotif: part === 'decideAvecMotif' });
  if ('erreurs' in octroi) return redemander(recue, { erreurs: octroi.erreurs });
  const { compteId } = agentDe(request);
  const { sql } = context;
  const { valeur } = octroi;
  const fait = await validerRattachement(sql, compteId, demande.id, request.instant, valeur);
  return repondre(recue, fait);
}

async function accepterEspaces(recue: Recue<LectureDe<AbonnementLu>>) {
  const { request, context, lue } = recue;
  const { demande } = lue;
  const octroi = abonnement.decisionSaisie(abonnement.decisionVierge(demande), request.body);
  const { compteId } = agentDe(request);
  const { sql } = context;
  const fait = await validerAbonnement(sql, compteId, demande.id, request.instant, octroi);
  return repondre(recue, fait);
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
  const recue = { request, reply, context, lue };
  const lu = lireMotif(lireSaisies(request.body)['motif'] ?? '');
  if ('erreur' in lu) {
    const erreurs = [{ champ: 'motif', motif: lu.erreur } as const];
    return redemander(recue, { erreurs, erreursDAbonnement: erreurs });
  }
  const refus = { demandeId: lue.demande.id, motif: lu.motif };
  const acte = surAbonnement(lue) ? refuserAbonnement : refuserRattachement;
  return repondre(recue, await acte(context.sql, compteId, refus, request.instant));
}

async function repondre(
  { request, reply, context, lue: avant }: Recue<Awaited<ReturnType<typeof lireLaDemande>>>,
  resultat: ResultatDecision | ResultatSurAbonnement,
): Promise<FastifyReply> {
  const page = adresseDemande(avant?.demande.id ?? 0);
  switch (resultat.kind) {
    case 'acceptee':
      return reply.redirect(avecMessage(page, 'demandeAcceptee'), 303);
    case 'refusee':
      return reply.redirect(avecMessage(page, 'demandeRefusee'), 303);
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, agentDe(request).compteId);
    case 'introuvable':
      return introuvable(request, reply, context);
  }
  // As it is now: somebody decided, or something changed, since the form was shown.
  const lue = await lireLaDemande(request, context);
  if (!lue) return introuvable(request, reply, context);
  if (resultat.kind === 'terminee' || resultat.kind === 'interdite')
    return montrer(request, reply, context, lue, {
      saisies: request.body,
      alerte: resultat,
      statut: 409,
    });
  return redemander({ request, reply, context, lue }, erreursDe(resultat, surAbonnement(lue)));
}

type ResteARefuser = Exclude<
  ResultatDecision | ResultatSurAbonnement,
  Exclude<RefusDeDecider, { kind: 'motifRequis' }> | { kind: 'acceptee' | 'refusee' }
>;

// Each nature has its own reasons; those of the other cannot come.
function erreursDe(resultat: ResteARefuser, espaces: boolean) {
  if (espaces) {
    const motif = resultat.kind as Extract<
      abonnement.ErreurDAbonnement,
      { champ: 'lignes' }
    >['motif'];
    return { erreursDAbonnement: [{ champ: 'lignes', motif } as const] };
  }
  const erreur: ErreurDeDecision =
    resultat.kind === 'motifRequis'
      ? { champ: 'motifReferent', motif: 'motifRequis' }
      : erreurDuRefus(resultat.kind as Parameters<typeof erreurDuRefus>[0]);
  return { erreurs: [erreur] };
}

function redemander(
  { request, reply, context, lue }: Recue<NonNullable<Awaited<ReturnType<typeof lireLaDemande>>>>,
  erreurs: Pick<Parameters<typeof montrer>[4], 'erreurs' | 'erreursDAbonnement'>,
): FastifyReply {
  return montrer(request, reply, context, lue, {
    ...{ saisies: request.body, alerte: null, statut: 422 },
    ...erreurs,
  });
}
