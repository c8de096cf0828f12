// The contents of the help: every page, by theme, under the search.
import { type Frame, Page } from '../layout/page.tsx';
import { ChercherDansLAide } from './chercher.tsx';
import { type PageDAide, THEMES } from './entete.ts';
import { LiensDAide } from './liens.tsx';

export function aidePage({ frame, pages }: { frame: Frame; pages: PageDAide[] }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('aide.titre')} intro={t('aide.intro')}>
      <ChercherDansLAide frame={frame} question="" />
      {THEMES.map((theme) => (
        <section key={theme} aria-labelledby={theme}>
          <h2 id={theme}>{t(`aide.themes.${theme}`)}</h2>
          <LiensDAide
            frame={frame}
            entendu={theme === 'gestion' ? 'gestionnaires' : undefined}
            liens={pages
              .filter((page) => page.theme === theme)
              .map((page) => ({ page, texte: page.resume }))}
          />
        </section>
      ))}
    </Page>
  );
}
