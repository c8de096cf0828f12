// The home page after sign-in (screens §4).

import { actualitesCourantes } from '../../domain/actualite/queries.ts';
import { adresseEspace, adresses } from '../../domain/adresses.ts';
import { compteDesDemandes, compteDesMontees } from '../../domain/demande/queries-attente.ts';
import { reprisesOpposables } from '../../domain/demande/queries-reprise-lecture.ts';
import { nouvellesDuCompte } from '../../domain/evenement/queries-fil.ts';
import { structuresFragiles } from '../../domain/rattachement/queries-mes-structures.ts';
import type { Agent } from '../../domain/session/session.ts';
import { jourCivil } from '../../platform/clock.ts';
import { ACTUALITES_EN_ACCUEIL } from '../actualites/bloc.tsx';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { messageDe } from '../commun/messages.ts';
import { accueilPage, type Gestion, NON_LUS_COMPTES } from './accueil.page.tsx';

const EVENEMENTS_LUS = { nombre: 10, compter: NON_LUS_COMPTES + 1 };

export function accueilRoutes(app: App, context: WebContext): void {
  app.get(adresses.accueil, async (request, reply) => {
    const agent = agentDe(request);
    const frame = cadre(request, context);
    const { instant, langue } = request;
    const jour = jourCivil(instant);
    const [nouvelles, gestion, montees, actualites] = await Promise.all([
      nouvellesDuCompte(context.sql, agent.compteId, EVENEMENTS_LUS, jour, instant),
      gere(agent) ? lireGestion(context, agent.compteId, jour) : null,
      agent.referent ? compteDesMontees(context.sql, agent.compteId) : null,
      actualitesCourantes(context.sql, langue, jour, ACTUALITES_EN_ACCUEIL),
    ]);
    const message = messageDe(request.query, frame.t);
    return envoyerPage(
      reply,
      accueilPage({ frame, agent, nouvelles, gestion, montees, jour, actualites, message }),
    );
  });
}

// The tab is there for who manages something today, and for nobody else.
function gere({ onglets }: Agent): boolean {
  return onglets.some(({ code }) => adresseEspace(code) === adresses.gestionnaire);
}

async function lireGestion(
  { sql, delais }: WebContext,
  compteId: number,
  jour: string,
): Promise<Gestion> {
  const [attente, reprises, fragiles] = await Promise.all([
    compteDesDemandes(sql, compteId, jour),
    reprisesOpposables(sql, compteId, jour, delais),
    structuresFragiles(sql, compteId, jour),
  ]);
  return { attente, reprises, fragiles };
}
