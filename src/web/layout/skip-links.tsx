// The first links of every page, seen when they take the focus (screens §3, design §6.5).
import type { Translate } from '../../platform/textes/index.ts';

export function SkipLinks({ t, hasMenu }: { t: Translate; hasMenu: boolean }) {
  return (
    <nav class="fr-skiplinks" aria-label={t('composants.acces.titre')}>
      <ul class="fr-skiplinks__list fr-container">
        <li>
          <a href="#contenu">{t('composants.acces.contenu')}</a>
        </li>
        {hasMenu && (
          <li>
            <a href="#menu">{t('composants.acces.menu')}</a>
          </li>
        )}
        <li>
          <a href="#pied-de-page">{t('composants.acces.piedDePage')}</a>
        </li>
      </ul>
    </nav>
  );
}
