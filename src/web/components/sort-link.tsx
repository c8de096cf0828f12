// The title of a column as a link that sorts by it (screens §6.1); the `th` around it says the order (aria-sort).
import type { ComponentChildren } from 'preact';

export type Sort = {
  /** The address of the list in the order that a click asks for. */
  href: string;
  /** The order that the list has now by this column. */
  state: 'ascending' | 'descending' | null;
};

export function SortLink({ sort, children }: { sort: Sort; children: ComponentChildren }) {
  return (
    <a class="pc-sort" href={sort.href}>
      {children}
    </a>
  );
}
