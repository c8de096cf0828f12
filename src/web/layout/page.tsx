// The whole document of every page (screens §3, design §6.5): unique title, one h1, landmarks.
import type { ComponentChildren } from 'preact';
import { Breadcrumb, type Crumb } from '../components/breadcrumb.tsx';
import { EspaceTabs } from '../components/espace-tabs.tsx';
import { Footer } from './footer.tsx';
import type { Frame } from './frame.ts';
import { Header } from './header.tsx';
import { SkipLinks } from './skip-links.tsx';

export type { Frame };

export type PageProps = {
  frame: Frame;
  /** The page's h1, and the first part of the document's title. */
  title: string;
  /** The first part of the document's title, where the h1 alone would not tell two pages apart. */
  documentTitle?: string | undefined;
  /** One sentence under the title. */
  intro?: string | undefined;
  /** A form came back with errors: the document's title says so first (RGAA 8.6). */
  hasError?: boolean | undefined;
  breadcrumb?: Crumb[] | undefined;
  sideMenu?: ComponentChildren;
  children: ComponentChildren;
};

function Head({ frame, title, documentTitle = title, hasError }: PageProps) {
  const prefix = hasError ? frame.t('composants.page.erreur') : '';
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${prefix}${documentTitle} – ${frame.serviceName}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" type="image/svg+xml" href={frame.faviconHref} />
      <link rel="stylesheet" href={frame.cssHref} />
      <script type="module" src={frame.scriptHref} />
    </head>
  );
}

export function Page(props: PageProps) {
  const { frame, title, intro, breadcrumb, sideMenu, children } = props;
  const { t, tabs } = frame;
  const hasTabs = tabs.length > 0;
  return (
    <html lang={frame.langue}>
      <Head {...props} />
      <body>
        <SkipLinks t={t} hasMenu={hasTabs} />
        <Header {...frame} />
        {hasTabs && <EspaceTabs t={t} tabs={tabs} />}
        <div class="pc-page fr-container">
          {breadcrumb && <Breadcrumb t={t} items={breadcrumb} />}
          <div class={sideMenu ? 'pc-layout pc-layout--menu' : 'pc-layout'}>
            {sideMenu}
            <main class="pc-flow" id="contenu" tabindex={-1}>
              <h1>{title}</h1>
              {intro && <p class="fr-text--lead">{intro}</p>}
              {children}
            </main>
          </div>
        </div>
        <Footer {...frame} />
      </body>
    </html>
  );
}
