// The pages of a long list (screens §6.1): links, that a list of one page does not need.
import type { Translate } from '../../platform/textes/index.ts';

type Props = {
  t: Translate;
  /** From 1 on. */
  page: number;
  pages: number;
  href: (page: number) => string;
  /** Where a page has several lists, which one these pages are those of. */
  label?: string | undefined;
};

const AROUND_PAGES = 1;

/** The numbers to show: both ends, the page and its neighbours; null where some are left out. */
export function pageWindow(page: number, pages: number): (number | null)[] {
  const shown = new Set([1, pages]);
  for (let n = page - AROUND_PAGES; n <= page + AROUND_PAGES; n += 1) shown.add(n);
  const numbers = [...shown].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  return numbers.flatMap((n, i) => {
    const gap = n - (numbers[i - 1] ?? 0);
    if (gap === 1) return [n];
    // Three points in place of one number would take its room and say less.
    return gap === 2 ? [n - 1, n] : [null, n];
  });
}

function Numbers({ t, page, pages, href }: Props) {
  return pageWindow(page, pages).map((n, i) => (
    <li key={n ?? `gap-${i}`}>
      {n === null ? (
        <span class="fr-pagination__gap">…</span>
      ) : (
        <a
          class="fr-pagination__link"
          href={href(n)}
          aria-current={n === page ? 'page' : undefined}
        >
          <span class="fr-sr-only">{t('composants.pagination.page')}</span>
          {n}
        </a>
      )}
    </li>
  ));
}

export function Pagination(props: Props) {
  const { t, page, pages, href, label = t('composants.pagination.titre') } = props;
  if (pages <= 1) return null;
  const step = (kind: 'first' | 'prev' | 'next' | 'last', to: number, text: string) => (
    <li class={`fr-pagination__${kind}`}>
      <a class={`fr-pagination__link fr-pagination__link--${kind}`} href={href(to)}>
        {text}
      </a>
    </li>
  );
  return (
    <nav class="fr-pagination" aria-label={label}>
      <ul class="fr-pagination__list">
        {page > 1 && step('first', 1, t('composants.pagination.premiere'))}
        {page > 1 && step('prev', page - 1, t('composants.pagination.precedente'))}
        <Numbers {...props} />
        {page < pages && step('next', page + 1, t('composants.pagination.suivante'))}
        {page < pages && step('last', pages, t('composants.pagination.derniere'))}
      </ul>
    </nav>
  );
}
