// How many rows a page of a list holds (screens §6.1): links, the present one marked.
import type { Translate } from '../../platform/textes/index.ts';

type Props = {
  t: Translate;
  sizes: readonly number[];
  current: number;
  href: (size: number) => string;
};

export function PageSize({ t, sizes, current, href }: Props) {
  return (
    <div class="pc-page-size">
      <span aria-hidden="true">{t('composants.pagination.lignesParPage')}</span>
      <ul>
        {sizes.map((size) => (
          <li key={size}>
            <a
              class="fr-pagination__link"
              href={href(size)}
              aria-current={size === current ? 'true' : undefined}
            >
              {size}
              <span class="fr-sr-only">{t('composants.pagination.lignes')}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
