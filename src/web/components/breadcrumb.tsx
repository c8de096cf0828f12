// The way from the home page to this one (screens §3); the last step is the page itself.
import type { Translate } from '../../platform/textes/index.ts';

export type Crumb = { label: string; href?: string | undefined };

export function Breadcrumb({ t, items }: { t: Translate; items: Crumb[] }) {
  const last = items.length - 1;
  return (
    <nav class="fr-breadcrumb" aria-label={t('composants.filAriane')}>
      <ol class="fr-breadcrumb__list">
        {items.map((item, i) => (
          <li key={item.label}>
            {i < last && item.href ? (
              <a class="fr-breadcrumb__link" href={item.href}>
                {item.label}
              </a>
            ) : (
              <span aria-current={i === last ? 'page' : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
