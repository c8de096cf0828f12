// The espaces this account holds, drawn as tabs (screens §3): links between pages, never a tablist.
import type { Translate } from '../../platform/textes/index.ts';

export type EspaceTab = { label: string; href: string; current: boolean };

export function EspaceTabs({ t, tabs }: { t: Translate; tabs: EspaceTab[] }) {
  return (
    <nav class="fr-nav" id="menu" tabindex={-1} aria-label={t('composants.espaces')}>
      <ul class="fr-nav__list fr-container">
        {tabs.map((tab) => (
          <li class="fr-nav__item" key={tab.href}>
            <a class="fr-nav__link" href={tab.href} aria-current={tab.current ? 'true' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
