// Every actualité of today, and one of them alone.

import type { ActualiteEnListe } from '../../domain/actualite/actualite.ts';
import type { ActualiteLue } from '../../domain/actualite/queries.ts';
import { adresses } from '../../domain/adresses.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { ListeDActualites } from './liste.tsx';

export function actualitesPage({
  frame,
  actualites,
}: {
  frame: Frame;
  actualites: ActualiteEnListe[];
}) {
  const { t } = frame;
  const titre = t('aide.actualites.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      intro={t('aide.actualites.intro')}
      breadcrumb={[{ label: t('pages.accueil.titre'), href: adresses.accueil }, { label: titre }]}
    >
      {actualites.length === 0 ? (
        <EmptyState title={t('aide.actualites.aucune')} />
      ) : (
        <ListeDActualites frame={frame} actualites={actualites} />
      )}
    </Page>
  );
}

export function actualitePage({ frame, actualite }: { frame: Frame; actualite: ActualiteLue }) {
  const { t, langue } = frame;
  const traduite = actualite.langue === langue;
  const titre = traduite ? actualite.titre : t('aide.actualites.autreLangue');
  return (
    <Page
      frame={frame}
      title={titre}
      intro={traduite ? (actualite.resume ?? undefined) : t('aide.actualites.autreLangueTexte')}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('aide.actualites.titre'), href: adresses.actualites },
        { label: titre },
      ]}
    >
      <p class="pc-detail">
        <time datetime={actualite.du}>{formatJour(langue, actualite.du)}</time>
      </p>
      <article lang={traduite ? undefined : actualite.langue}>
        {!traduite && <h2>{actualite.titre}</h2>}
        {/* Sanitised when it was published. */}
        <div class="pc-prose" dangerouslySetInnerHTML={{ __html: actualite.html }} />
      </article>
      <p>
        <a href={adresses.actualites}>{t('aide.actualites.toutes')}</a>
      </p>
    </Page>
  );
}
