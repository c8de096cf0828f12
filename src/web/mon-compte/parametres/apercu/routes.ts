// « Aperçu du récapitulatif »: the digest as it would leave now.
import { adresses } from '../../../../domain/adresses.ts';
import { composerReleve } from '../../../../domain/notification/composer-releve.ts';
import { prochainReleve } from '../../../../domain/notification/jours-ouvres.ts';
import { apercuDuReleve } from '../../../../domain/notification/queries-contenu.ts';
import { dernierPassage } from '../../../../domain/notification/queries-passage.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { compteDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { apercuPage } from './apercu.page.tsx';

export function apercuRoutes(app: App, context: WebContext): void {
  const { sql, publicUrl, serviceName, embedded } = context;
  app.get(adresses.apercuDuReleve, async (request, reply) => {
    const { instant } = request;
    const compte = await compteDe(request, context);
    const { jour: dernier } = await dernierPassage(sql, 'QUOTIDIEN');
    const jour = prochainReleve(instant, dernier);
    const contenu = await apercuDuReleve(sql, compte.id, jour, jourCivil(instant));
    const edition = { rythme: 'QUOTIDIEN', jour, jeton: null } as const;
    const courriel =
      contenu && composerReleve(contenu, edition, { publicUrl, serviceName, embedded });
    const frame = cadre(request, context);
    return envoyerPage(reply, apercuPage({ frame, compte, jour, courriel }));
  });
}
