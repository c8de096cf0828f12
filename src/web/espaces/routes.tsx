// The page behind a tab: an espace that another application serves (screens §3).
import { adresseEspace, adresses } from '../../domain/adresses.ts';
import { libelleEspace } from '../../domain/espace/espace.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { pageErreur } from '../erreurs/erreurs.ts';
import { Page } from '../layout/page.tsx';

export function espacesRoutes(app: App, context: WebContext): void {
  app.get('/espaces/:espace', async (request, reply) => {
    const chemin = request.url.split('?', 1)[0];
    // Only the espaces that this account holds exist for it.
    const espace = agentDe(request).onglets.find(({ code }) => adresseEspace(code) === chemin);
    if (!espace) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const frame = cadre(request, context);
    const page = (
      <Page frame={frame} title={libelleEspace(espace, frame.langue)}>
        <p>{frame.t('pages.espace.texte')}</p>
        <ButtonGroup>
          <ButtonLink href={adresses.accueil} kind="secondary">
            {frame.t('pages.espace.retour')}
          </ButtonLink>
        </ButtonGroup>
      </Page>
    );
    return envoyerPage(reply, page);
  });
}
