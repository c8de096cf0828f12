// What stands under a long list (screens §6.1): which rows are shown, how many a page holds, the other pages.
import type { Langue, Translate } from '../../platform/textes/index.ts';
import { PageSize } from './page-size.tsx';
import { Pagination } from './pagination.tsx';
import { ResultCount } from './result-count.tsx';

type Props = {
  t: Translate;
  langue: Langue;
  /** Which page, of how many; ranks of the first and last rows shown; the rows of all pages. */
  shown: { page: number; pages: number; debut: number; fin: number; total: number };
  /** There are more rows than `total`: nobody counted them all. */
  more?: boolean | undefined;
  /** The sizes that a page may have, and its present one; a short list need not choose. */
  sizes?: { all: readonly number[]; current: number } | undefined;
  href: (change: { page?: number; parPage?: number }) => string;
};

export function ListFoot({ t, langue, shown, more, sizes, href }: Props) {
  const { page, pages, debut, fin, total } = shown;
  return (
    <>
      {total > 0 && (
        <div class="pc-list-bar">
          <ResultCount t={t} langue={langue} from={debut} to={fin} total={total} more={more} />
          {sizes && (
            <PageSize
              t={t}
              sizes={sizes.all}
              current={sizes.current}
              href={(parPage) => href({ parPage, page: 1 })}
            />
          )}
        </div>
      )}
      <Pagination t={t} page={page} pages={pages} href={(n) => href({ page: n })} />
    </>
  );
}
