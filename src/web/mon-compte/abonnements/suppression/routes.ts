// Deleting abonnements (guide p.13): confirm, then delete; default rights have none to delete.
import { supprimerAbonnements } from '../../../../domain/abonnement/actions-suppression.ts';
import { abonnementsChoisis } from '../../../../domain/abonnement/queries-liste.ts';
import { adresses } from '../../../../domain/adresses.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireIdentifiants } from '../../../commun/identifiant.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { repondreSessionTerminee } from '../../../session-terminee/session-terminee.ts';
import { suppressionPage } from './suppression.page.tsx';

/** One act takes the abonnements of one page of the list at most. */
const SELECTION_MAX = 50;

export function suppressionRoutes(app: App, context: WebContext): void {
  const { sql } = context;

  app.get(adresses.supprimerAbonnements, async (request, reply) => {
    const { compteId } = agentDe(request);
    const ids = lireIds((request.query as { a?: unknown }).a);
    if (ids.length === 0)
      return reply.redirect(avecMessage(adresses.abonnements, 'abonnementsACocher'), 303);
    const jour = jourCivil(request.instant);
    const abonnements = await abonnementsChoisis(sql, compteId, ids, jour);
    // Gone meanwhile (one comes back after deleting), or somebody else's: nothing tells which.
    if (abonnements.length === 0) {
      request.log.warn({ compteId, abonnementIds: ids }, 'abonnements out of reach asked');
      return reply.redirect(avecMessage(adresses.abonnements, messageDuNombre(0)), 303);
    }
    const frame = cadre(request, context);
    return envoyerPage(reply, suppressionPage({ frame, abonnements }));
  });

  app.post(adresses.supprimerAbonnements, async (request, reply) => {
    const { compteId } = agentDe(request);
    const ids = lireIds((request.body as { a?: unknown } | null)?.a);
    const resultat = await supprimerAbonnements(sql, compteId, ids, request.instant);
    if (resultat.kind === 'indisponible')
      return repondreSessionTerminee(request, reply, context, compteId);
    const message = messageDuNombre(resultat.nombre);
    return reply.redirect(avecMessage(adresses.abonnements, message), 303);
  });
}

function lireIds(valeur: unknown): number[] {
  return lireIdentifiants(valeur).slice(0, SELECTION_MAX);
}

function messageDuNombre(nombre: number) {
  if (nombre === 0) return 'abonnementsIndisponibles';
  return nombre === 1 ? 'abonnementSupprime' : 'abonnementsSupprimes';
}
