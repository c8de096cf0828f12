// The espaces of a structure, for its managers: the list, one to open, one to close after a page that warns.
import type { FastifyReply } from 'fastify';
import { adresseGestion, adresses } from '../../../../domain/adresses.ts';
import { fermerEspace, ouvrirEspace } from '../../../../domain/espace/actions.ts';
import {
  consequencesPourLEspace,
  espacesDeStructure,
} from '../../../../domain/espace/queries-structure.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireSaisies } from '../../../commun/formulaire.ts';
import { lireTexte } from '../../../commun/listes.ts';
import { avecMessage, messageDe } from '../../../commun/messages.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import { repondreRefus, surStructure } from '../garde.ts';
import { espacesGestionPage, fermetureDEspacePage } from './espaces.page.tsx';

const ESPACES = `${adresses.structuresGerees}/:id/espaces`;

export function espacesGestionRoutes(app: App, context: WebContext): void {
  const { sql } = context;

  app.get(
    ESPACES,
    surStructure(context, async (request, reply, structure) => {
      const frame = cadre(request, context);
      const espaces = await espacesDeStructure(sql, structure.id);
      const message = messageDe(request.query, frame.t);
      return envoyerPage(reply, espacesGestionPage({ frame, structure, espaces, message }));
    }),
  );

  // Only a form leads there; who comes back to it after a sign-in finds the list again.
  app.get(
    `${ESPACES}/ouverture`,
    surStructure(context, async (_request, reply, { id }) =>
      reply.redirect(adresseGestion(id, 'espaces')),
    ),
  );

  app.post(
    `${ESPACES}/ouverture`,
    surStructure(context, async (request, reply, { id: structureId }) => {
      const { compteId } = agentDe(request);
      const code = lireSaisies(request.body)['espace'] ?? '';
      const resultat = await ouvrirEspace(sql, compteId, { structureId, code }, request.instant);
      switch (resultat.kind) {
        case 'ouvert':
          return versLaListe(reply, structureId, 'espaceOuvert');
        case 'dejaOuvert':
          return versLaListe(reply, structureId, 'espaceDejaOuvert');
        case 'structureInactive':
          return versLaListe(reply, structureId, 'structureSansOuverture');
        case 'espaceRefuse':
          return pageErreur(request, reply, context, 'PAGE_INCONNUE');
        default:
          return repondreRefus(request, reply, context, resultat);
      }
    }),
  );

  app.get(
    `${ESPACES}/fermeture`,
    surStructure(context, async (request, reply, structure) => {
      const code = lireTexte(request.query, 'espace');
      const [espaces, consequences] = await Promise.all([
        espacesDeStructure(sql, structure.id),
        consequencesPourLEspace(sql, { structureId: structure.id, code }),
      ]);
      const espace = espaces.find((e) => e.code === code);
      if (!espace) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
      if (!espace.ouvertLe) return versLaListe(reply, structure.id, 'espaceDejaFerme');
      const frame = cadre(request, context);
      return envoyerPage(reply, fermetureDEspacePage({ frame, structure, espace, consequences }));
    }),
  );

  app.post(
    `${ESPACES}/fermeture`,
    surStructure(context, async (request, reply, { id: structureId }) => {
      const { compteId } = agentDe(request);
      const code = lireSaisies(request.body)['espace'] ?? '';
      const resultat = await fermerEspace(sql, compteId, { structureId, code }, request.instant);
      switch (resultat.kind) {
        case 'ferme':
          return versLaListe(reply, structureId, 'espaceFerme');
        case 'dejaFerme':
          return versLaListe(reply, structureId, 'espaceDejaFerme');
        case 'espaceRefuse':
          return pageErreur(request, reply, context, 'PAGE_INCONNUE');
        default:
          return repondreRefus(request, reply, context, resultat);
      }
    }),
  );
}

function versLaListe(
  reply: FastifyReply,
  structureId: number,
  message: Parameters<typeof avecMessage>[1],
): FastifyReply {
  return reply.redirect(avecMessage(adresseGestion(structureId, 'espaces'), message), 303);
}
