// The people attached to a structure (screens §9): list, export; attach, change, suspend, detach below.
import { adresseGestion, adresses } from '../../../domain/adresses.ts';
import { utilisateursDe } from '../../../domain/rattachement/queries-utilisateurs.ts';
import { delegationsDe } from '../../../domain/rattachement/queries-utilisateurs-fiche.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { messageDe } from '../../commun/messages.ts';
import { actesRoutes } from './actes/routes.ts';
import { delegationsRoutes } from './delegations/routes.ts';
import { exporter } from './export.ts';
import { lireListe } from './filtre.ts';
import { LISTE, pourGestionnaire } from './gardes.ts';
import { listePage } from './liste.page.tsx';
import { nouveauRoutes } from './nouveau/routes.ts';
import { personneRoutes } from './personne/routes.ts';

/** An export reads up to 100,000 people: enough for a manager, not for a loop. */
const EXPORTS_PAR_MINUTE = 20;

export function utilisateursRoutes(app: App, context: WebContext): void {
  const { sql } = context;
  const limite = { rateLimit: { max: EXPORTS_PAR_MINUTE, timeWindow: '1 minute' } };

  app.get(
    `${adresses.structuresGerees}/:id`,
    pourGestionnaire(context, (_request, reply, { structure }) =>
      reply.redirect(adresseGestion(structure.id, 'utilisateurs'), 303),
    ),
  );

  app.get(
    LISTE,
    pourGestionnaire(context, async (request, reply, { structure, jour }) => {
      const frame = cadre(request, context);
      const voulue = lireListe(request.query);
      const [liste, delegations] = await Promise.all([
        utilisateursDe(sql, structure.id, voulue, jour),
        delegationsDe(sql, structure.id, jour),
      ]);
      const message = messageDe(request.query, frame.t);
      const page = { frame, structure, liste, voulue, delegations, jour, message };
      return envoyerPage(reply, listePage(page));
    }),
  );

  for (const format of ['csv', 'xlsx'] as const)
    app.get(
      `${LISTE}/export.${format}`,
      { config: limite },
      pourGestionnaire(context, (request, reply, lieu) =>
        exporter(request, reply, context, lieu, format),
      ),
    );

  nouveauRoutes(app, context);
  actesRoutes(app, context);
  delegationsRoutes(app, context);
  personneRoutes(app, context);
}
