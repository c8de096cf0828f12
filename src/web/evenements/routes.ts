// The whole fil d'événements (screens §4).
import { adresses } from '../../domain/adresses.ts';
import {
  evenementsDuCompte,
  marquerLus,
  structuresDuFil,
} from '../../domain/evenement/queries-fil.ts';
import { jourCivil } from '../../platform/clock.ts';
import { lireDepuis, lirePageBornee } from '../commun/bornes.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { adresseAvec } from '../commun/listes.ts';
import { avecMessage, messageDe } from '../commun/messages.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { filPage } from './fil.page.tsx';
import { lireFiltre, lireJusqua } from './form.ts';

const PAR_PAGE = 25;
/** Beyond, a list to choose from helps nobody. */
const STRUCTURES_MAX = 500;

export function evenementsRoutes(app: App, context: WebContext): void {
  const { sql } = context;

  app.get(adresses.evenements, async (request, reply) => {
    const { compteId } = agentDe(request);
    const { instant, query } = request;
    const jour = jourCivil(instant);
    const filtre = lireFiltre(query);
    const [structures, page] = await Promise.all([
      structuresDuFil(sql, compteId, jour, STRUCTURES_MAX),
      lirePageBornee(
        (depuis, nombre) =>
          evenementsDuCompte(sql, compteId, { ...filtre, depuis, nombre }, jour, instant),
        lireDepuis(query),
        PAR_PAGE,
      ),
    ]);
    const { famille, structureId } = filtre;
    // One that the reader could not choose narrows nothing: the page says what it shows.
    if (structureId !== null && !structures.some(({ id }) => id === structureId))
      return reply.redirect(adresseAvec(adresses.evenements, { famille }));
    const frame = cadre(request, context);
    const message = messageDe(query, frame.t);
    return envoyerPage(reply, filPage({ frame, filtre, structures, message, ...page }));
  });

  app.post(adresses.evenementsLus, async (request, reply) => {
    const jusqua = lireJusqua(request.body);
    if (jusqua === null) return pageErreur(request, reply, context, 'FORMAT_REFUSE');
    await marquerLus(sql, agentDe(request).compteId, jusqua, request.instant);
    return reply.redirect(avecMessage(adresses.evenements, 'evenementsLus'), 303);
  });
}
