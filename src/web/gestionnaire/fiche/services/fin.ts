// Closing a service and opening it again: each after a page that says what it does.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseGestion, adresses } from '../../../../domain/adresses.ts';
import { fermerService, rouvrirService } from '../../../../domain/structure/actions-fermeture.ts';
import {
  consequencesDeFermeture,
  empechements,
} from '../../../../domain/structure/queries-fins.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireSaisies } from '../../../commun/formulaire.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { repondreRefus } from '../garde.ts';
import {
  type ErreurDeJour,
  fermetureDeServicePage,
  type Obstacle,
  reouverturePage,
} from './fermeture.page.tsx';
import { lireDernierJour } from './form.ts';
import { type StructureEtService as Lu, surService } from './garde-service.ts';

const SERVICE = `${adresses.structuresGerees}/:id/services/:serviceId`;

type Montree = { dernierJour: string; erreur: ErreurDeJour | null; obstacle: Obstacle | null };

export function finDeServiceRoutes(app: App, context: WebContext): void {
  app.get(
    `${SERVICE}/fermeture`,
    surService(context, async (request, reply, lu) => {
      const { service } = lu;
      const jour = jourCivil(request.instant);
      if (service.dateFin !== null && service.dateFin < jour)
        return versLaListe(reply, lu, 'serviceDejaFerme');
      const dernierJour = service.dateFin ?? jour;
      const montree = { dernierJour, erreur: null, obstacle: null };
      return montrer(request, reply, context, lu, montree);
    }),
  );
  app.post(
    `${SERVICE}/fermeture`,
    surService(context, (request, reply, lu) => fermer(request, reply, context, lu)),
  );
  app.get(
    `${SERVICE}/reouverture`,
    surService(context, async (request, reply, lu) => {
      if (lu.service.dateFin === null) return versLaListe(reply, lu, 'serviceDejaOuvert');
      return envoyerPage(reply, reouverturePage({ frame: cadre(request, context), ...lu }));
    }),
  );
  app.post(
    `${SERVICE}/reouverture`,
    surService(context, async (request, reply, lu) => {
      const { compteId } = agentDe(request);
      const cible = { structureId: lu.structure.id, serviceId: lu.service.id };
      const resultat = await rouvrirService(context.sql, compteId, cible, request.instant);
      switch (resultat.kind) {
        case 'rouvert':
          return versLaListe(reply, lu, 'serviceRouvert');
        case 'dejaOuvert':
          return versLaListe(reply, lu, 'serviceDejaOuvert');
        case 'structureInactive':
          return versLaListe(reply, lu, 'structureSansOuverture');
        default:
          return repondreRefus(request, reply, context, resultat);
      }
    }),
  );
}

async function fermer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lu: Lu,
): Promise<FastifyReply> {
  const saisies = lireSaisies(request.body);
  const dernierJour = lireDernierJour(saisies);
  const saisi = saisies['dernierJour'] ?? '';
  const remontrer = (suite: Partial<Montree>, statut: number) => {
    const montree = { dernierJour: saisi, erreur: null, obstacle: null, ...suite };
    return montrer(request, reply, context, lu, montree, statut);
  };
  if (dernierJour === null) return remontrer({ erreur: 'jour' }, 422);
  const { compteId } = agentDe(request);
  const cible = { structureId: lu.structure.id, serviceId: lu.service.id, dernierJour };
  const resultat = await fermerService(context.sql, compteId, cible, request.instant);
  switch (resultat.kind) {
    case 'ferme':
      return versLaListe(reply, lu, 'serviceFerme');
    case 'dejaFerme':
      return versLaListe(reply, lu, 'serviceDejaFerme');
    case 'jourPasse':
    case 'avantOuverture':
      return remontrer({ erreur: resultat.kind }, 422);
    case 'principalSeul':
    case 'derniersGestionnaires':
      return remontrer({ obstacle: resultat.kind }, 409);
    default:
      return repondreRefus(request, reply, context, resultat);
  }
}

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lu: Lu,
  montree: Montree,
  statut = 200,
): Promise<FastifyReply> {
  const { sql } = context;
  const { structure, service } = lu;
  const jour = jourCivil(request.instant);
  const cible = { structureId: structure.id, serviceId: service.id };
  const [consequences, { principalSeul }] = await Promise.all([
    consequencesDeFermeture(sql, service.id, jour),
    empechements(sql, cible, jour, jour),
  ]);
  const obstacle = principalSeul ? 'principalSeul' : montree.obstacle;
  const frame = cadre(request, context);
  const page = { frame, ...lu, consequences, jour, ...montree, obstacle };
  return envoyerPage(reply, fermetureDeServicePage(page), statut);
}

function versLaListe(
  reply: FastifyReply,
  { structure }: Lu,
  message: Parameters<typeof avecMessage>[1],
): FastifyReply {
  return reply.redirect(avecMessage(adresseGestion(structure.id, 'services'), message), 303);
}
