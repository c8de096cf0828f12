// Accessibility, legal notices, personal data: open to everybody, before the first connection too.
import { adresses } from '../../domain/adresses.ts';
import type { Cle } from '../../platform/textes/index.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { Page } from '../layout/page.tsx';

type Mention = { chemin: string; titre: Cle; intro: Cle; parties: { titre: Cle; texte: Cle }[] };

const MENTIONS: Mention[] = [
  {
    chemin: adresses.accessibilite,
    titre: 'mentions.accessibilite.titre',
    intro: 'mentions.accessibilite.intro',
    parties: [
      { titre: 'mentions.accessibilite.etat', texte: 'mentions.accessibilite.etatTexte' },
      { titre: 'mentions.accessibilite.signaler', texte: 'mentions.accessibilite.signalerTexte' },
    ],
  },
  {
    chemin: adresses.mentionsLegales,
    titre: 'mentions.legales.titre',
    intro: 'mentions.legales.intro',
    parties: [
      { titre: 'mentions.legales.exploitant', texte: 'mentions.legales.exploitantTexte' },
      { titre: 'mentions.legales.marques', texte: 'mentions.legales.marquesTexte' },
    ],
  },
  {
    chemin: adresses.donneesPersonnelles,
    titre: 'mentions.donnees.titre',
    intro: 'mentions.donnees.intro',
    parties: [
      { titre: 'mentions.donnees.quoi', texte: 'mentions.donnees.quoiTexte' },
      { titre: 'mentions.donnees.cookies', texte: 'mentions.donnees.cookiesTexte' },
      { titre: 'mentions.donnees.durees', texte: 'mentions.donnees.dureesTexte' },
      { titre: 'mentions.donnees.droits', texte: 'mentions.donnees.droitsTexte' },
    ],
  },
];

export function mentionsRoutes(app: App, context: WebContext): void {
  for (const { chemin, titre, intro, parties } of MENTIONS) {
    app.get(chemin, { config: { acces: 'public' } }, async (request, reply) => {
      const frame = cadre(request, context);
      const { t } = frame;
      const page = (
        <Page frame={frame} title={t(titre)} intro={t(intro)}>
          {parties.map((partie) => (
            <section key={partie.titre}>
              <h2>{t(partie.titre)}</h2>
              <p>{t(partie.texte)}</p>
            </section>
          ))}
        </Page>
      );
      return envoyerPage(reply, page);
    });
  }
}
