// Who and what the pages about people are for: the structure that the reader manages, the person attached to it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseGestion, adresses } from '../../../domain/adresses.ts';
import type { RefusDActe } from '../../../domain/rattachement/actions-gestion.ts';
import type { StructureGeree } from '../../../domain/rattachement/queries-gestion.ts';
import { utilisateurDe } from '../../../domain/rattachement/queries-utilisateurs-fiche.ts';
import type { Utilisateur } from '../../../domain/rattachement/utilisateurs.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { WebContext } from '../../commun/contexte.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { idDuChemin, lireIdentifiant } from '../../commun/identifiant.ts';
import { avecMessage } from '../../commun/messages.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { structureDuChemin } from '../cadre-gestion.tsx';
import { type Formulaire, formulaire } from './form.ts';

/** The list of the people of a structure, for the routes. */
export const LISTE = `${adresses.structuresGerees}/:id/utilisateurs`;

/** What the log says of who asks for what is not theirs; the answer is that there is no such page. */
export function inconnue(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  quoi: Record<string, unknown> = {},
): FastifyReply {
  const { compteId } = agentDe(request);
  request.log.warn({ compteId, ...quoi }, 'person of another structure asked');
  return pageErreur(request, reply, context, 'PAGE_INCONNUE');
}

export type DansStructure = { structure: StructureGeree; jour: string };
export type SurPersonne = DansStructure & { personne: Utilisateur };

type Route = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** A page for who manages the structure of the address today. */
export function pourGestionnaire(
  context: WebContext,
  repondre: (
    request: FastifyRequest,
    reply: FastifyReply,
    lieu: DansStructure,
  ) => FastifyReply | Promise<FastifyReply>,
): Route {
  return async (request, reply) => {
    const structure = await structureDuChemin(request, context);
    if (!structure) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    return repondre(request, reply, { structure, jour: jourCivil(request.instant) });
  };
}

/** The same, about somebody attached to it, whom the address names too. */
export function pourPersonne(
  context: WebContext,
  repondre: (
    request: FastifyRequest,
    reply: FastifyReply,
    lieu: SurPersonne,
  ) => FastifyReply | Promise<FastifyReply>,
): Route {
  return async (request, reply) => {
    const { rattachementId } = request.params as { rattachementId?: unknown };
    const [structureId, id] = [idDuChemin(request.params), lireIdentifiant(rattachementId)];
    const jour = jourCivil(request.instant);
    // Asked together: one round trip.
    const [structure, personne] = await Promise.all([
      structureDuChemin(request, context),
      structureId && id ? utilisateurDe(context.sql, structureId, id, jour) : undefined,
    ]);
    if (!structure) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    if (!personne) return inconnue(request, reply, context, { structureId, rattachementId: id });
    return repondre(request, reply, { structure, jour, personne });
  };
}

/** The form as first shown, or what was typed in it before a session ended. */
export async function formulaireOuvert(
  request: FastifyRequest,
  context: WebContext,
  vierge: Record<string, string> = {},
): Promise<Formulaire> {
  const { compteId } = agentDe(request);
  const retrouvee = await saisieRetrouvee(request, context, compteId);
  return retrouvee ? { ...formulaire(retrouvee), retrouvee: true } : formulaire(vierge);
}

/** What the browser sent. */
export const formulaireRecu = (request: FastifyRequest) => formulaire(lireSaisies(request.body));

type RefusCommun = Exclude<RefusDActe, { kind: 'motifRequis' }>;
const COMMUNS: readonly RefusCommun['kind'][] = [
  'introuvable',
  'interdit',
  'principal',
  'indisponible',
];

/** True when an act was refused for a reason that no field can mend. */
export function estRefusCommun<R extends { kind: string }>(
  resultat: R,
): resultat is Extract<R, RefusCommun> {
  return (COMMUNS as readonly string[]).includes(resultat.kind);
}

/** Answers it: nothing was changed. */
export async function repondreRefus(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { kind }: { kind: RefusCommun['kind'] },
  structureId: number,
): Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  if (kind === 'indisponible') return repondreSessionTerminee(request, reply, context, compteId);
  if (kind === 'introuvable') return inconnue(request, reply, context, { structureId });
  const message = kind === 'interdit' ? 'utilisateurInterdit' : 'utilisateurPrincipal';
  const liste = adresseGestion(structureId, 'utilisateurs');
  return reply.redirect(avecMessage(liste, message), 303);
}
