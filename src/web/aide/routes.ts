// The help: contents, search, pages; open to everybody, and answered from memory.
import { adresseAide, adresses } from '../../domain/adresses.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { lireTexte } from '../commun/listes.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { aidePage } from './aide.page.tsx';
import { chargerAide } from './contenu.ts';
import { recherchePage } from './recherche.page.tsx';
import { QUESTION_MAX } from './recherche.ts';
import { sujetPage } from './sujet.page.tsx';
import { valeursDeLAide } from './valeurs.ts';

const PUBLIC = { config: { acces: 'public' } } as const;

export function aideRoutes(app: App, context: WebContext): void {
  const aide = chargerAide(valeursDeLAide(context));

  app.get(adresses.aide, PUBLIC, async (request, reply) => {
    const { pages } = aide[request.langue];
    return envoyerPage(reply, aidePage({ frame: cadre(request, context), pages }));
  });

  app.get(adresses.rechercheDAide, PUBLIC, async (request, reply) => {
    const question = lireTexte(request.query, 'q', QUESTION_MAX);
    const trouvees = question ? aide[request.langue].rechercher(question) : [];
    const frame = cadre(request, context);
    return envoyerPage(reply, recherchePage({ frame, question, trouvees }));
  });

  app.get<{ Params: { slug: string } }>(adresseAide(':slug'), PUBLIC, async (request, reply) => {
    const page = aide[request.langue].parSlug.get(request.params.slug);
    if (!page) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    return envoyerPage(reply, sujetPage({ frame: cadre(request, context), page }));
  });
}
