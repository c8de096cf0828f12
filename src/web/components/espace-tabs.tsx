// The espaces this account holds, drawn as tabs (screens §3): links between pages, never a tablist.
import type { Translate } from '../../platform/textes/index.ts';
import { Badge } from './badge.tsx';

export type EspaceTab = {
  label: string;
  href: string;
  current: boolean;
  /** What waits behind the tab: as it is shown, and as it is said. */
  count?: { shown: string; said: string } | undefined;
};

export function EspaceTabs({ t, tabs }: { t: Translate; tabs: EspaceTab[] }) {
  return (
    <nav class="fr-nav" id="menu" tabindex={-1} aria-label={t('composants.espaces')}>
      <ul class="fr-nav__list fr-container">
        {tabs.map((tab) => (
          <li class="fr-nav__item" key={tab.href}>
            <a class="fr-nav__link" href={tab.href} aria-current={tab.current ? 'true' : undefined}>
              {tab.label}
              {tab.count && <Count {...tab.count} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ shown, said }: NonNullable<EspaceTab['count']>) {
  return (
    <Badge kind="info">
      <span aria-hidden="true">{shown}</span>
      <span class="fr-sr-only">{said}</span>
    </Badge>
  );
}
