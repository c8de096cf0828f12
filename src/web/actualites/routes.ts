// The pages of the actualités; one that is over, to come or withdrawn does not exist.

import { actualiteCourante, actualitesCourantes } from '../../domain/actualite/queries.ts';
import { adresseActualite, adresses } from '../../domain/adresses.ts';
import { jourCivil } from '../../platform/clock.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { actualitePage, actualitesPage } from './actualites.page.tsx';

/** More at once is not news any more: the operator gives them an end. */
const ACTUALITES_MONTREES = 50;

export function actualitesRoutes(app: App, context: WebContext): void {
  app.get(adresses.actualites, async (request, reply) => {
    const { langue, instant } = request;
    const jour = jourCivil(instant);
    const actualites = await actualitesCourantes(context.sql, langue, jour, ACTUALITES_MONTREES);
    return envoyerPage(reply, actualitesPage({ frame: cadre(request, context), actualites }));
  });

  app.get<{ Params: { identifiant: string } }>(
    adresseActualite(':identifiant'),
    async (request, reply) => {
      const { langue, instant, params } = request;
      const { identifiant } = params;
      const jour = jourCivil(instant);
      const actualite = identifiant.includes('\0')
        ? undefined
        : await actualiteCourante(context.sql, identifiant, langue, jour);
      if (!actualite) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
      return envoyerPage(reply, actualitePage({ frame: cadre(request, context), actualite }));
    },
  );
}
