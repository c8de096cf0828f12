// The accounts attached in a référent's départements (model §3): found by identifiant, deactivated, reactivated.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseCompteDuReferent, adresses } from '../../../domain/adresses.ts';
import { changerEtatDuCompte } from '../../../domain/compte/actions-referent.ts';
import type { EtatCompte } from '../../../domain/compte/compte.ts';
import {
  chercherCompteDuReferent,
  compteDuReferent,
  structuresDuCompte,
} from '../../../domain/compte/queries-referent.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { idDuChemin } from '../../commun/identifiant.ts';
import { lireTexte } from '../../commun/listes.ts';
import { avecMessage, messageDe } from '../../commun/messages.ts';
import type { FieldError } from '../../components/error-summary.tsx';
import { pageErreur } from '../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { comptePage } from './compte.page.tsx';
import { lireSaisieDEtat } from './form.ts';
import { recherchePage } from './recherche.page.tsx';

const CHEMIN = `${adresses.comptesDuReferent}/:id`;
const IDENTIFIANT_MAX_CHARS = 100;

export function comptesRoutes(app: App, context: WebContext): void {
  app.get(adresses.comptesDuReferent, (request, reply) => chercher(request, reply, context));
  app.get(CHEMIN, async (request, reply) => {
    // What was typed before a session ended is shown again; nothing was done.
    const gardee = await saisieRetrouvee(request, context, agentDe(request).compteId);
    const { texte, etat } = lireSaisieDEtat(gardee);
    return montrer(request, reply, context, { motif: texte, etat, statut: 200 });
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
  const { identifiant: demande } = request.query as { identifiant?: unknown };
  const identifiant = lireTexte(request.query, 'identifiant', IDENTIFIANT_MAX_CHARS);
  const jour = jourCivil(request.instant);
  const trouve =
    identifiant && (await chercherCompteDuReferent(context.sql, compteId, identifiant, jour));
  if (trouve) return reply.redirect(adresseCompteDuReferent(trouve), 303);
  const frame = cadre(request, context);
  const cherche = demande === undefined ? null : identifiant;
  return envoyerPage(reply, recherchePage({ frame, identifiant: cherche }));
}

type Etat = {
  motif: string;
  /** The state that the reason was typed for: a reason to deactivate is none to reactivate. */
  etat: EtatCompte | null;
  erreurs?: FieldError[];
  statut: number;
};

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { motif, etat, erreurs = [], statut }: Etat,
): Promise<FastifyReply> {
  const { compteId: referentId } = agentDe(request);
  const { sql } = context;
  const id = idDuChemin(request.params);
  const jour = jourCivil(request.instant);
  if (id === null) return inconnue(request, reply, context);
  const [compte, structures] = await Promise.all([
    compteDuReferent(sql, referentId, id, jour),
    structuresDuCompte(sql, referentId, id, jour),
  ]);
  if (!compte) return inconnue(request, reply, context);
  const frame = cadre(request, context);
  const message = messageDe(request.query, frame.t);
  const saisi = etat === compte.etat ? '' : motif;
  const page = comptePage({ frame, compte, structures, motif: saisi, erreurs, message });
  return envoyerPage(reply, page, statut);
}

async function agir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { compteId: referentId } = agentDe(request);
  const compteId = idDuChemin(request.params);
  const { texte, motif, erreur, etat } = lireSaisieDEtat(request.body);
  if (compteId === null || etat === null) return inconnue(request, reply, context);
  const page = adresseCompteDuReferent(compteId);
  if (motif === null) {
    const message = cadre(request, context).t(`gestion.refus.${erreur ?? 'motifManquant'}`);
    const erreurs = [{ champ: 'motif', message }];
    return montrer(request, reply, context, { motif: texte, etat, erreurs, statut: 422 });
  }
  const voulu = { compteId, etat, motif };
  const fait = await changerEtatDuCompte(context.sql, referentId, voulu, request.instant);
  switch (fait.kind) {
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, referentId);
    case 'introuvable':
      return inconnue(request, reply, context);
    // The page says who may.
    case 'interdit':
      return montrer(request, reply, context, { motif: texte, etat, statut: 403 });
    case 'inchange':
      return reply.redirect(avecMessage(page, 'etatDuCompteInchange'), 303);
    case 'change': {
      const message = fait.prevenu ? 'acteDuReferent' : 'compteChangeSansCourriel';
      return reply.redirect(avecMessage(page, message), 303);
    }
  }
}

function inconnue(request: FastifyRequest, reply: FastifyReply, context: WebContext): FastifyReply {
  const { compteId } = agentDe(request);
  const demande = idDuChemin(request.params);
  request.log.warn({ compteId, demande }, 'account of other référents, or of none, asked');
  return pageErreur(request, reply, context, 'PAGE_INCONNUE');
}
