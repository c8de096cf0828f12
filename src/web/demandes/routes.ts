// One request, at an address that both sides share (screens §6); its author withdraws it from there.
import { adresseDemande, adresses } from '../../domain/adresses.ts';
import { retirerDemande } from '../../domain/demande/actions.ts';
import { demandeLisible } from '../../domain/demande/queries-lecture.ts';
import { gestionnairesDe } from '../../domain/structure/queries-fiche.ts';
import { jourCivil } from '../../platform/clock.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { idDuChemin } from '../commun/identifiant.ts';
import { avecMessage, messageDe } from '../commun/messages.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { repondreSessionTerminee } from '../session-terminee/session-terminee.ts';
import { demandePage } from './demande.page.tsx';

export function demandesRoutes(app: App, context: WebContext): void {
  const { sql } = context;

  app.get('/demandes/:id', async (request, reply) => {
    const id = idDuChemin(request.params);
    const { compteId } = agentDe(request);
    const jour = jourCivil(request.instant);
    const demande = id === null ? undefined : await demandeLisible(sql, id, compteId, jour);
    if (!demande) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const gestionnaires = await gestionnairesDe(sql, demande.structureId, jour);
    const frame = cadre(request, context);
    const message = messageDe(request.query, frame.t);
    return envoyerPage(reply, demandePage({ frame, demande, gestionnaires, message }));
  });

  app.post('/demandes/:id/retrait', async (request, reply) => {
    const id = idDuChemin(request.params);
    const { compteId } = agentDe(request);
    if (id === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const resultat = await retirerDemande(sql, compteId, id, request.instant);
    switch (resultat.kind) {
      case 'indisponible':
        return repondreSessionTerminee(request, reply, context, compteId);
      case 'introuvable':
        return pageErreur(request, reply, context, 'PAGE_INCONNUE');
      case 'terminee':
        return reply.redirect(avecMessage(adresseDemande(id), 'demandeTerminee'), 303);
      case 'retiree':
        return reply.redirect(avecMessage(adresses.rattachements, 'demandeRetiree'), 303);
    }
  });
}
