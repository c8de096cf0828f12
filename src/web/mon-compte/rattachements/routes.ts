// « Mes rattachements aux structures » (guide p.9–12): the list and the requests; asking and deleting below.
import { adresses } from '../../../domain/adresses.ts';
import { demandesDuCompte } from '../../../domain/demande/queries-lecture.ts';
import {
  type FiltreRattachements,
  rattachementsDuCompte,
} from '../../../domain/rattachement/queries.ts';
import { ETATS_AFFICHES } from '../../../domain/rattachement/rattachement.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { lirePageVoulue, lireTexte } from '../../commun/listes.ts';
import { messageDe } from '../../commun/messages.ts';
import { demandeRoutes } from './demande/routes.ts';
import { demandesPage } from './demandes.page.tsx';
import { listePage } from './liste.page.tsx';
import { suppressionRoutes } from './suppression/routes.ts';

const RATTACHEMENTS_PAR_PAGE = 10;
const DEMANDES_MONTREES = 5;
const DEMANDES_PAR_PAGE = 20;

export function rattachementsRoutes(app: App, context: WebContext): void {
  const { sql } = context;
  demandeRoutes(app, context);
  suppressionRoutes(app, context);

  app.get(adresses.rattachements, async (request, reply) => {
    const frame = cadre(request, context);
    const { compteId } = agentDe(request);
    const jour = jourCivil(request.instant);
    const filtre = lireFiltre(request.query);
    const recentes = { etat: null, page: 1, parPage: DEMANDES_MONTREES };
    const [liste, demandes] = await Promise.all([
      rattachementsDuCompte(sql, compteId, filtre, jour),
      demandesDuCompte(sql, compteId, recentes),
    ]);
    const message = messageDe(request.query, frame.t);
    return envoyerPage(reply, listePage({ frame, liste, filtre, demandes, jour, message }));
  });

  app.get(adresses.demandesDeRattachement, async (request, reply) => {
    const voulue = lirePageVoulue(request.query, DEMANDES_PAR_PAGE);
    const { compteId } = agentDe(request);
    const demandes = await demandesDuCompte(sql, compteId, { etat: null, ...voulue });
    return envoyerPage(reply, demandesPage({ frame: cadre(request, context), demandes, voulue }));
  });
}

function lireFiltre(query: unknown): FiltreRattachements {
  const { etat } = query as { etat?: unknown };
  return {
    texte: lireTexte(query, 'texte'),
    etat: ETATS_AFFICHES.find((connu) => connu === etat) ?? null,
    ...lirePageVoulue(query, RATTACHEMENTS_PAR_PAGE),
  };
}
