// « Mes paramètres » (guide p.8, screens §5).

import { adresses } from '../../../domain/adresses.ts';
import { enregistrerParametres } from '../../../domain/compte/actions-parametres.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe, compteDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { retenirLangue } from '../../commun/cookies.ts';
import { avecMessage } from '../../commun/messages.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { apercuRoutes } from './apercu/routes.ts';
import { choixDeRythmes } from './choix.ts';
import { lireParametres, parametresDuCompte, rythmeRefuse } from './form.ts';
import { parametresPage } from './parametres.page.tsx';

export function parametresRoutes(app: App, context: WebContext): void {
  apercuRoutes(app, context);

  app.get(adresses.parametres, async (request, reply) => {
    const compte = await compteDe(request, context);
    const retrouvee = await saisieRetrouvee(request, context, compte.id);
    const etat = retrouvee
      ? { ...lireParametres(retrouvee), erreurs: [], retrouvee: true }
      : parametresDuCompte(compte);
    const choix = await choixDeRythmes(request, context);
    const frame = cadre(request, context);
    return envoyerPage(reply, parametresPage({ frame, compte, etat, choix }));
  });

  app.post(adresses.parametres, async (request, reply) => {
    const { compteId } = agentDe(request);
    const etat = lireParametres(request.body);
    const { version, langue, recevoirNotifications, rythmes } = etat;
    const parametres = { langue, recevoirNotifications, rythmes };
    const resultat =
      version !== null && etat.erreurs.length === 0
        ? await enregistrerParametres(
            context.sql,
            compteId,
            { parametres, version },
            request.instant,
          )
        : null;
    if (resultat?.kind === 'indisponible')
      return repondreSessionTerminee(request, reply, context, compteId);
    if (resultat?.kind === 'enregistres') {
      retenirLangue(reply, context.publicUrl, langue);
      return reply.redirect(avecMessage(adresses.monCompte, 'parametresEnregistres'), 303);
    }
    const revu = { ...etat };
    if (resultat?.kind === 'rythmeRefuse') revu.erreurs = resultat.sujets.map(rythmeRefuse);
    if (resultat?.kind === 'conflit') {
      revu.version = resultat.version;
      revu.enregistres = resultat.enregistres;
    }
    const compte = await compteDe(request, context);
    const choix = await choixDeRythmes(request, context);
    const page = parametresPage({ frame: cadre(request, context), compte, etat: revu, choix });
    return envoyerPage(reply, page, resultat?.kind === 'conflit' ? 409 : 422);
  });
}
