// One page of a list, cut by the database: where it starts, how long the whole is (design §6.9).
import type { PendingQuery, Row } from 'postgres';
import type { Connection } from './sql.ts';

/** Which page, from 1 on, of how many rows. */
export type PageVoulue = { page: number; parPage: number };
/** The rows of a page, and how many the whole list has. */
export type PageLue<T> = { lignes: T[]; total: number };

/**
 * The offset of a page in SQL; beyond the end, that of the last page. `total` is SQL that gives the
 * length of the list.
 */
export function debutDePage(
  sql: Connection,
  { page, parPage }: PageVoulue,
  total: PendingQuery<Row[]>,
): PendingQuery<Row[]> {
  return sql`greatest(0, least((${page}::int - 1) * ${parPage}::int,
    (${total} - 1) / ${parPage}::int * ${parPage}::int))`;
}

/** From which row on a list without ranks is read: towards older or newer ones; null: from the newest. */
export type Depuis = { avant: number } | { apres: number } | null;

/** Takes the column `total`, the same in every row, out of the rows of a page. */
export function lirePage<T>(rows: (T & { total: number })[]): PageLue<T> {
  const lignes = rows.map(({ total: _, ...ligne }) => ligne as unknown as T);
  return { lignes, total: rows[0]?.total ?? 0 };
}

/** The page really shown when this one was asked. */
export function pageMontree(
  { page, parPage }: PageVoulue,
  total: number,
): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / parPage));
  return { page: Math.min(page, pages), pages };
}
