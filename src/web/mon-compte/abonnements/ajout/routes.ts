// « Ajouter un abonnement » (guide p.13): step 1 chooses the structure, step 2 says what is asked.
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  demanderAbonnement,
  type ResultatDemande,
} from '../../../../domain/abonnement/actions-demande.ts';
import { structuresTenues } from '../../../../domain/abonnement/queries-ajout.ts';
import { adresseAjoutSur, adresses } from '../../../../domain/adresses.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireSaisies } from '../../../commun/formulaire.ts';
import { idDuChemin } from '../../../commun/identifiant.ts';
import { adresseAvec } from '../../../commun/listes.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../../session-terminee/session-terminee.ts';
import { ajoutPage } from './ajout.page.tsx';
import { choixPage } from './choix.page.tsx';
import { lireChoix } from './choix.ts';
import { ajoutSaisi, ajoutVierge, type EtatDAjout, erreurDuRefus, lireAjout } from './form.ts';
import { type Ajout, lireLAjout } from './lire.ts';

export function ajoutRoutes(app: App, context: WebContext): void {
  app.get(adresses.ajouterAbonnement, (request, reply) => choisir(request, reply, context));

  app.get(`${adresses.ajouterAbonnement}/:id`, async (request, reply) => {
    const { compteId } = agentDe(request);
    const saisies = await saisieRetrouvee(request, context, compteId);
    const etat = saisies && { ...ajoutSaisi(saisies), retrouvee: true };
    const ajout = await lireLAjout(request, context, etat?.recherche ?? '');
    if (!ajout) return introuvable(request, reply, context);
    return montrer(request, reply, context, ajout, etat ?? ajoutVierge(request.query, ajout));
  });

  app.post(`${adresses.ajouterAbonnement}/:id`, (request, reply) =>
    recevoir(request, reply, context),
  );
}

async function choisir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const choix = lireChoix(request.query);
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const structures = await structuresTenues(context.sql, compteId, choix, jour);
  const [seule] = structures.lignes;
  const { choix: voulu } = request.query as { choix?: unknown };
  // One alone is no choice.
  if (seule && structures.total === 1 && choix.texte === '' && voulu === undefined)
    return reply.redirect(adresseAvec(adresseAjoutSur(seule.id), { espace: choix.espace }), 303);
  return envoyerPage(reply, choixPage({ frame: cadre(request, context), structures, choix }));
}

async function recevoir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const etat = ajoutSaisi(request.body);
  const structureId = idDuChemin(request.params);
  if (structureId === null) return introuvable(request, reply, context);
  if (lireSaisies(request.body)['acte'] === 'chercher')
    return remontrer(request, reply, context, etat, 200);
  const lu = lireAjout(etat, structureId);
  if ('erreurs' in lu)
    return remontrer(request, reply, context, { ...etat, erreurs: lu.erreurs }, 422);
  const { compteId } = agentDe(request);
  const fait = await demanderAbonnement(context.sql, compteId, lu.demande, request.instant);
  switch (fait.kind) {
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, compteId);
    case 'introuvable':
      return introuvable(request, reply, context);
    case 'demandee':
    case 'accordee':
      return reply.redirect(avecMessage(adresses.abonnements, messageDe(fait)), 303);
    default: {
      const erreurs = [erreurDuRefus(fait.kind)];
      return remontrer(request, reply, context, { ...etat, erreurs }, 422);
    }
  }
}

function messageDe(fait: Extract<ResultatDemande, { kind: 'demandee' | 'accordee' }>) {
  if (fait.kind === 'accordee') return 'abonnementAccorde';
  return fait.accordes ? 'abonnementDemandeEtAccorde' : 'abonnementDemande';
}

async function remontrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  etat: EtatDAjout,
  statut: number,
): Promise<FastifyReply> {
  const ajout = await lireLAjout(request, context, etat.recherche);
  if (!ajout) return introuvable(request, reply, context);
  return montrer(request, reply, context, ajout, etat, statut);
}

function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  ajout: Ajout,
  etat: EtatDAjout,
  statut = 200,
): FastifyReply {
  return envoyerPage(reply, ajoutPage({ frame: cadre(request, context), ajout, etat }), statut);
}

/** A structure where this person has nothing, or none: nothing tells which, and the log says who asked. */
function introuvable(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): FastifyReply {
  const { compteId } = agentDe(request);
  const structureId = idDuChemin(request.params);
  request.log.warn({ compteId, structureId }, 'espaces of a structure of others asked');
  return pageErreur(request, reply, context, 'PAGE_INCONNUE');
}
