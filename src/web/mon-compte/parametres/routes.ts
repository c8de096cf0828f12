// « Mes paramètres » (guide p.8, screens §5).

import { adresses } from '../../../domain/adresses.ts';
import { enregistrerParametres } from '../../../domain/compte/actions.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe, compteDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { retenirLangue } from '../../commun/cookies.ts';
import { avecMessage } from '../../commun/messages.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { lireParametres, parametresDuCompte } from './form.ts';
import { parametresPage } from './parametres.page.tsx';

export function parametresRoutes(app: App, context: WebContext): void {
  app.get(adresses.parametres, async (request, reply) => {
    const compte = await compteDe(request, context);
    const retrouvee = await saisieRetrouvee(request, context, compte.id);
    const etat = retrouvee
      ? { ...lireParametres(retrouvee), erreurs: [], retrouvee: true }
      : parametresDuCompte(compte);
    return envoyerPage(reply, parametresPage({ frame: cadre(request, context), compte, etat }));
  });

  app.post(adresses.parametres, async (request, reply) => {
    const { compteId } = agentDe(request);
    const etat = lireParametres(request.body);
    const { version, langue, recevoirNotifications } = etat;
    const parametres = { langue, recevoirNotifications };
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
    const revu = resultat
      ? { ...etat, version: resultat.version, enregistres: resultat.enregistres }
      : etat;
    const compte = await compteDe(request, context);
    const page = parametresPage({ frame: cadre(request, context), compte, etat: revu });
    return envoyerPage(reply, page, resultat ? 409 : 422);
  });
}
