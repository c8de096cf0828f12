// The frame of every page of the PIGP: what it is, its name, the language switch.
import type { ComponentChildren, VNode } from 'preact';
import type { Vue } from './vue.ts';

type CadreProps = {
  vue: Vue;
  titre: string;
  erreur?: boolean;
  /** On the right of the banner. */
  outils?: ComponentChildren;
  children: ComponentChildren;
};

/** A whole document around a page. */
export function Cadre({ vue, titre, erreur = false, outils, children }: CadreProps): VNode {
  const { t, langue } = vue;
  const onglet = `${titre} – ${t('pigp.cadre.nom')}`;
  return (
    <html lang={langue}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{erreur ? t('pigp.cadre.erreur') + onglet : onglet}</title>
        <link rel="stylesheet" href="/pigp.css" />
      </head>
      <body>
        <a class="evitement" href="#contenu">
          {t('pigp.cadre.evitement')}
        </a>
        <header class="bandeau">
          <p class="bandeau__doublure">{t('pigp.cadre.doublure')}</p>
          <div class="bandeau__ligne">
            <a class="marque" href="/">
              <span class="marque__signe" aria-hidden="true" />
              <span>{t('pigp.cadre.nom')}</span>
            </a>
            <div class="bandeau__outils">
              <AutreLangue vue={vue} />
              {outils}
            </div>
          </div>
        </header>
        <main id="contenu" tabIndex={-1}>
          {children}
        </main>
        <footer class="pied">
          <p>{t('pigp.cadre.pied')}</p>
        </footer>
      </body>
    </html>
  );
}

function AutreLangue({ vue: { t, autreLangue } }: { vue: Vue }): VNode {
  return (
    <a class="lien-langue" href={autreLangue.href} lang={autreLangue.langue} rel="nofollow">
      {t('pigp.cadre.autreLangue')}
    </a>
  );
}
