// One request, at an address that both sides share (screens §6, §9): its author withdraws it, its managers decide.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseDemande, adresses } from '../../domain/adresses.ts';
import { retirerDemande } from '../../domain/demande/actions.ts';
import { relancerDemande } from '../../domain/demande/actions-relance.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { idDuChemin } from '../commun/identifiant.ts';
import { avecMessage, messageDe } from '../commun/messages.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { repondreSessionTerminee, saisieRetrouvee } from '../session-terminee/session-terminee.ts';
import { accepter, refuser } from './decider.ts';
import { lireLaDemande } from './lire.ts';
import { introuvable, montrer } from './montrer.tsx';
import { lireLaReprise, montrerReprise, repriseDemandeRoutes } from './reprise/routes.ts';
import { retraitPage } from './retrait.page.tsx';

export function demandesRoutes(app: App, context: WebContext): void {
  repriseDemandeRoutes(app, context);
  app.get('/demandes/:id', async (request, reply) => {
    const lue = await lireLaDemande(request, context);
    if (!lue) {
      const reprise = await lireLaReprise(request, context);
      if (!reprise) return introuvable(request, reply, context);
      return montrerReprise(request, reply, context, reprise);
    }
    const message = messageDe(request.query, cadre(request, context).t);
    return montrer(request, reply, context, lue, { alerte: message, statut: 200 });
  });

  app.post('/demandes/:id/acceptation', (request, reply) => accepter(request, reply, context));
  app.post('/demandes/:id/refus', (request, reply) => refuser(request, reply, context));
  // Where a form sent after its session ended comes back: nothing was decided.
  for (const acte of ['acceptation', 'refus'])
    app.get(`/demandes/:id/${acte}`, async (request, reply) => {
      const lue = await lireLaDemande(request, context);
      if (!lue) return introuvable(request, reply, context);
      const saisies = await saisieRetrouvee(request, context, agentDe(request).compteId);
      return montrer(request, reply, context, lue, { saisies, alerte: null, statut: 200 });
    });

  app.post('/demandes/:id/relance', (request, reply) => relancer(request, reply, context));
  app.get('/demandes/:id/relance', (request, reply) =>
    reply.redirect(adresseDemande(idDuChemin(request.params) ?? 0), 303),
  );

  app.get('/demandes/:id/retrait', async (request, reply) => {
    const demande =
      (await lireLaDemande(request, context))?.demande ?? (await lireLaReprise(request, context));
    if (!demande?.sienne) return introuvable(request, reply, context);
    if (demande.etat !== 'EN_COURS_DE_VALIDATION')
      return reply.redirect(avecMessage(adresseDemande(demande.id), 'demandeTerminee'), 303);
    return envoyerPage(reply, retraitPage({ frame: cadre(request, context), demande }));
  });

  app.post('/demandes/:id/retrait', async (request, reply) => {
    const id = idDuChemin(request.params);
    const { compteId } = agentDe(request);
    if (id === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const resultat = await retirerDemande(context.sql, compteId, id, request.instant);
    switch (resultat.kind) {
      case 'indisponible':
        return repondreSessionTerminee(request, reply, context, compteId);
      case 'introuvable':
        return introuvable(request, reply, context);
      case 'terminee':
        return reply.redirect(avecMessage(adresseDemande(id), 'demandeTerminee'), 303);
      case 'retiree': {
        const liste =
          resultat.nature === 'ABONNEMENT' ? adresses.abonnements : adresses.rattachements;
        return reply.redirect(avecMessage(liste, 'demandeRetiree'), 303);
      }
    }
  });
}

async function relancer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const id = idDuChemin(request.params);
  const { compteId } = agentDe(request);
  if (id === null) return introuvable(request, reply, context);
  const { sql, delais } = context;
  const { kind } = await relancerDemande(sql, compteId, id, request.instant, delais);
  if (kind === 'indisponible') return repondreSessionTerminee(request, reply, context, compteId);
  if (kind === 'introuvable') return introuvable(request, reply, context);
  const page = adresseDemande(id);
  // Too early: the page says from when on.
  if (kind === 'tropTot') return reply.redirect(page, 303);
  const message = kind === 'relancee' ? 'demandeRelancee' : 'relanceSansPersonne';
  return reply.redirect(avecMessage(page, message), 303);
}
