// The two ways out of a page of a list without ranks: towards older rows, towards newer ones.
import type { Translate } from '../../platform/textes/index.ts';

type Props = {
  t: Translate;
  /** Names the list whose pages these are. */
  label: string;
  /** The row from which each goes on; null: there is nothing more on that side. */
  older: number | null;
  newer: number | null;
  href: (bound: { avant: number } | { apres: number }) => string;
};

export function OlderNewer({ t, label, older, newer, href }: Props) {
  if (older === null && newer === null) return null;
  return (
    <nav class="fr-pagination" aria-label={label}>
      <ul class="fr-pagination__list">
        {newer !== null && (
          <li class="fr-pagination__prev">
            <a class="fr-pagination__link fr-pagination__link--prev" href={href({ apres: newer })}>
              {t('composants.pagination.plusRecents')}
            </a>
          </li>
        )}
        {older !== null && (
          <li class="fr-pagination__next">
            <a class="fr-pagination__link fr-pagination__link--next" href={href({ avant: older })}>
              {t('composants.pagination.plusAnciens')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
