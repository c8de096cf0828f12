// « Actualités » of the home page (screens §4): the newest ones, and the way to all of them.

import type { ActualiteEnListe } from '../../domain/actualite/actualite.ts';
import { adresses } from '../../domain/adresses.ts';
import { EmptyState } from '../components/empty-state.tsx';
import type { Frame } from '../layout/page.tsx';
import { ListeDActualites } from './liste.tsx';

/** How many the home page shows. */
export const ACTUALITES_EN_ACCUEIL = 3;

type Props = { frame: Frame; actualites: ActualiteEnListe[] };

export function BlocActualites({ frame, actualites }: Props) {
  const { t } = frame;
  return (
    <section aria-labelledby="actualites">
      <h2 id="actualites">{t('aide.actualites.titre')}</h2>
      {actualites.length === 0 ? (
        <EmptyState title={t('aide.actualites.aucune')} />
      ) : (
        <>
          <ListeDActualites frame={frame} actualites={actualites} />
          <p>
            <a href={adresses.actualites}>{t('aide.actualites.toutes')}</a>
          </p>
        </>
      )}
    </section>
  );
}
