// The accounts attached in a référent's départements (model §3): found by identifiant, deactivated, reactivated.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseCompteDuReferent, adresses } from '../../../domain/adresses.ts';
import { changerEtatDuCompte } from '../../../domain/compte/actions-referent.ts';
import {
  chercherCompteDuReferent,
  compteDuReferent,
  structuresDuCompte,
} from '../../../domain/compte/queries-referent.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { idDuChemin } from '../../commun/identifiant.ts';
import { lireTexte } from '../../commun/listes.ts';
import { avecMessage, messageDe } from '../../commun/messages.ts';
import { lireSaisieDeMotif } from '../../commun/motif.ts';
import type { FieldError } from '../../components/error-summary.tsx';
import { pageErreur } from '../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { comptePage } from './compte.page.tsx';
import { recherchePage } from './recherche.tsx';

const CHEMIN = `${adresses.comptesDuReferent}/:id`;
const IDENTIFIANT_MAX_CHARS = 100;

export function comptesRoutes(app: App, context: WebContext): void {
  app.get(adresses.comptesDuReferent, (request, reply) => chercher(request, reply, context));
  app.get(CHEMIN, async (request, reply) => {
    // What was typed before a session ended is shown again; nothing was done.
    const gardee = await saisieRetrouvee(request, context, agentDe(request).compteId);
    return montrer(request, reply, context, { motif: gardee?.['motif'] ?? '', statut: 200 });
  });
  app.post(CHEMIN, (request, reply) => agir(request, reply, context));
}

async function chercher(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { compteId, referent } = agentDe(request);
  if (!referent) return inconnue(request, reply, context);
  const identifiant = lireTexte(request.query, 'identifiant', IDENTIFIANT_MAX_CHARS);
  const trouve =
    identifiant && (await chercherCompteDuReferent(context.sql, compteId, identifiant));
  if (trouve) return reply.redirect(adresseCompteDuReferent(trouve), 303);
  return envoyerPage(reply, recherchePage({ frame: cadre(request, context), identifiant }));
}

type Etat = { motif: string; erreurs?: FieldError[]; statut: number };

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { motif, erreurs = [], statut }: Etat,
): Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  const id = idDuChemin(request.params);
  const compte = id === null ? undefined : await compteDuReferent(context.sql, compteId, id);
  if (!compte) return inconnue(request, reply, context);
  const jour = jourCivil(request.instant);
  const structures = await structuresDuCompte(context.sql, compteId, compte.id, jour);
  const frame = cadre(request, context);
  const message = messageDe(request.query, frame.t);
  const lus = { compte, structures, sien: compte.id === compteId };
  return envoyerPage(reply, comptePage({ frame, ...lus, motif, erreurs, message }), statut);
}

async function agir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { compteId: referentId } = agentDe(request);
  const compteId = idDuChemin(request.params);
  const { etat } = lireSaisies(request.body);
  if (compteId === null || (etat !== 'ACTIF' && etat !== 'INACTIF'))
    return inconnue(request, reply, context);
  const { texte, motif, erreur } = lireSaisieDeMotif(request.body);
  if (motif === null) {
    const message = cadre(request, context).t(`gestion.refus.${erreur ?? 'motifManquant'}`);
    const erreurs = [{ champ: 'motif', message }];
    return montrer(request, reply, context, { motif: texte, erreurs, statut: 422 });
  }
  const voulu = { compteId, etat, motif } as const;
  const { kind } = await changerEtatDuCompte(context.sql, referentId, voulu, request.instant);
  switch (kind) {
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, referentId);
    case 'introuvable':
      return inconnue(request, reply, context);
    // Their own account: the page says who may.
    case 'interdit':
      return montrer(request, reply, context, { motif: texte, statut: 403 });
    case 'inchange':
      return reply.redirect(
        avecMessage(adresseCompteDuReferent(compteId), 'etatDuCompteInchange'),
        303,
      );
    case 'change':
      return reply.redirect(avecMessage(adresseCompteDuReferent(compteId), 'acteDuReferent'), 303);
  }
}

function inconnue(request: FastifyRequest, reply: FastifyReply, context: WebContext): FastifyReply {
  const { compteId } = agentDe(request);
  request.log.warn({ compteId, url: request.url }, 'account of other référents, or of none, asked');
  return pageErreur(request, reply, context, 'PAGE_INCONNUE');
}
