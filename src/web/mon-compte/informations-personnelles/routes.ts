// « Mes informations personnelles » (screens §5): edited in place, its contact address confirmed by a link.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresses } from '../../../domain/adresses.ts';
import { annulerAdresse, confirmerAdresse } from '../../../domain/compte/actions-adresse.ts';
import { trouverDemandeAdresse } from '../../../domain/compte/queries-adresse.ts';
import { empreinte } from '../../../platform/jetons.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe, compteDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { avecMessage } from '../../commun/messages.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { confirmationPage } from './confirmation.page.tsx';
import { informationsPage } from './informations.page.tsx';
import { etatInitial, traiterInformations } from './traiter.ts';

export function informationsPersonnellesRoutes(app: App, context: WebContext): void {
  app.get(adresses.informationsPersonnelles, async (request, reply) => {
    const compte = await compteDe(request, context);
    const retrouvee = await saisieRetrouvee(request, context, compte.id);
    const etat = etatInitial(compte, retrouvee);
    return envoyerPage(reply, informationsPage({ frame: cadre(request, context), compte, etat }));
  });

  app.post(adresses.informationsPersonnelles, async (request, reply) => {
    const { compteId } = agentDe(request);
    const traitement = await traiterInformations(context, compteId, request.body, request.instant);
    if (traitement.kind === 'indisponible')
      return repondreSessionTerminee(request, reply, context, compteId);
    if (traitement.kind === 'enregistrees') {
      const message = traitement.adresseAConfirmer
        ? 'adresseAConfirmer'
        : 'informationsEnregistrees';
      return reply.redirect(avecMessage(adresses.monCompte, message), 303);
    }
    const { etat, statut } = traitement;
    const compte = await compteDe(request, context);
    return envoyerPage(
      reply,
      informationsPage({ frame: cadre(request, context), compte, etat }),
      statut,
    );
  });

  app.get(adresses.confirmationAdresse, async (request, reply) => {
    const { jeton } = request.query as { jeton?: unknown };
    if (typeof jeton === 'string') return montrerConfirmation(request, reply, context, jeton);
    // The button was pressed after the session ended: the form kept for this account has the token.
    const retrouvee = await saisieRetrouvee(request, context, agentDe(request).compteId);
    return montrerConfirmation(request, reply, context, retrouvee?.['jeton'] ?? '');
  });

  app.post(adresses.confirmationAdresse, async (request, reply) => {
    const { compteId } = agentDe(request);
    const { jeton = '' } = lireSaisies(request.body);
    const resultat = await confirmerAdresse(context.sql, compteId, jeton, request.instant);
    if (resultat.kind === 'confirmee') {
      return reply.redirect(avecMessage(adresses.monCompte, 'adresseConfirmee'), 303);
    }
    return montrerConfirmation(request, reply, context, '');
  });

  // Only a form leads there; who comes back to it after a sign-in finds the button again.
  app.get(adresses.annulationAdresse, (_request, reply) =>
    reply.redirect(adresses.informationsPersonnelles),
  );

  app.post(adresses.annulationAdresse, async (request, reply) => {
    const { compteId } = agentDe(request);
    const resultat = await annulerAdresse(context.sql, compteId, request.instant);
    const message = resultat.kind === 'annulee' ? 'adresseAnnulee' : 'rienAAnnuler';
    return reply.redirect(avecMessage(adresses.monCompte, message), 303);
  });
}

// Opening the link only shows what it would do: the POST of its page acts (model §6).
async function montrerConfirmation(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  jeton: string,
): Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  const { sql } = context;
  const demande = await trouverDemandeAdresse(sql, compteId, empreinte(jeton), request.instant);
  const page = confirmationPage({ frame: cadre(request, context), demande, jeton });
  return envoyerPage(reply, page, demande ? 200 : 410);
}
