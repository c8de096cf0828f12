// The queue of requests of all the structures that somebody manages, and decisions on many at once (screens §9).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresses } from '../../../domain/adresses.ts';
import { DECISIONS_MAX, deciderDemandes } from '../../../domain/demande/actions-decision-masse.ts';
import { compteDesDemandes } from '../../../domain/demande/queries-attente.ts';
import { demandesADecider, demandesChoisies } from '../../../domain/demande/queries-file.ts';
import { structureGeree } from '../../../domain/rattachement/queries-gestion.ts';
import { nomsDesStructuresGerees } from '../../../domain/rattachement/queries-mes-structures.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { avecMessage, messageDe } from '../../commun/messages.ts';
import { type ErreurDeMotif, lireMotif } from '../../commun/motif.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { bilanPage } from './bilan.page.tsx';
import { adresseDuBilan, lireBilan } from './bilan.ts';
import { decisionPage } from './decision.page.tsx';
import { filePage } from './file.page.tsx';
import { adresseDeFile, type Choix, lireChoix, lireFiltre } from './form.ts';

export function demandesADeciderRoutes(app: App, context: WebContext): void {
  app.get(adresses.demandesADecider, (request, reply) => montrerFile(request, reply, context));

  app.get(adresses.decisionDeDemandes, async (request, reply) => {
    const { compteId } = agentDe(request);
    const retrouvee = await saisieRetrouvee(request, context, compteId);
    const choix = lireChoix(retrouvee ?? request.query);
    if (choix.ids.length === 0)
      return reply.redirect(avecMessage(adresseDeFile(choix.file), 'demandesACocher'), 303);
    return confirmer(request, reply, context, choix, null);
  });

  app.post(adresses.decisionDeDemandes, (request, reply) => decider(request, reply, context));

  app.get(adresses.bilanDeDemandes, async (request, reply) => {
    const bilan = lireBilan(request.query);
    const ids = bilan.ids.slice(0, DECISIONS_MAX);
    const { attente, demandes } = await lireChoisies(request, context, ids);
    if (attente.structures === 0 || ids.length === 0)
      return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const frame = cadre(request, context);
    return envoyerPage(reply, bilanPage({ frame, attente, bilan: { ...bilan, ids }, demandes }));
  });
}

async function montrerFile(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { sql } = context;
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const filtre = lireFiltre(request.query);
  const { structureId } = filtre;
  const [attente, file, noms, choisie] = await Promise.all([
    compteDesDemandes(sql, compteId, jour),
    demandesADecider(sql, compteId, filtre, jour),
    nomsDesStructuresGerees(sql, compteId, jour),
    structureId === null ? null : structureGeree(sql, compteId, structureId, jour),
  ]);
  if (choisie === undefined)
    request.log.warn({ compteId, structureId }, 'requests of a structure managed by others asked');
  if (attente.structures === 0 || choisie === undefined)
    return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const connue = !choisie || noms.some(({ id }) => id === choisie.id);
  const structures = connue ? noms : [choisie, ...noms];
  const frame = cadre(request, context);
  const message = messageDe(request.query, frame.t);
  return envoyerPage(reply, filePage({ frame, attente, file, filtre, structures, jour, message }));
}

async function lireChoisies(request: FastifyRequest, { sql }: WebContext, ids: number[]) {
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const [attente, demandes] = await Promise.all([
    compteDesDemandes(sql, compteId, jour),
    demandesChoisies(sql, compteId, ids, jour),
  ]);
  return { attente, demandes };
}

async function confirmer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  choix: Choix,
  erreur: ErreurDeMotif | null,
): Promise<FastifyReply> {
  const ids = choix.ids.slice(0, DECISIONS_MAX);
  const { attente, demandes } = await lireChoisies(request, context, ids);
  noterEtrangeres(request, ids, demandes);
  // Somebody else's, or none: nothing tells which.
  if (demandes.length === 0) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const frame = cadre(request, context);
  const page = decisionPage({ frame, attente, choix, demandes, erreur });
  return envoyerPage(reply, page, erreur === null ? 200 : 422);
}

async function decider(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  const choix = lireChoix(request.body);
  const { acte, ids, file } = choix;
  const lu = acte === 'refuser' ? lireMotif(choix.motif) : { motif: '' };
  if ('erreur' in lu) return confirmer(request, reply, context, choix, lu.erreur);
  const decision = acte === 'refuser' ? { acte, motif: lu.motif } : { acte };
  const resultat = await deciderDemandes(context.sql, compteId, ids, decision, request.instant);
  switch (resultat.kind) {
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, compteId);
    case 'tropNombreuses':
      return pageErreur(request, reply, context, 'CORPS_TROP_GRAND');
    case 'faites': {
      const { issues } = resultat;
      const decidables = issues.filter((issue) => issue.resultat.kind !== 'introuvable');
      const lues = decidables.map(({ demandeId: id }) => ({ id }));
      noterEtrangeres(request, ids, lues);
      if (lues.length === 0) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
      return reply.redirect(adresseDuBilan(issues, file), 303);
    }
  }
}

/** Ids that are not the actor's to decide on: a role lost meanwhile, or a form tampered with. */
function noterEtrangeres(
  request: FastifyRequest,
  ids: number[],
  trouvees: readonly { id: number }[],
): void {
  const etrangeres = ids.filter((id) => !trouvees.some((demande) => demande.id === id));
  if (etrangeres.length === 0) return;
  const { compteId } = agentDe(request);
  request.log.warn({ compteId, demandeIds: etrangeres }, 'requests of others asked');
}
