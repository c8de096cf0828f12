// Rows of the same kind (screens §6 to §8); on a phone each row becomes a card (design §7).
import type { ComponentChildren } from 'preact';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ComponentChildren;
  rowHeader?: boolean | undefined;
};

type Props<Row> = {
  caption: string;
  /** Where a heading just above says the same: the caption is for screen readers only. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  empty: ComponentChildren;
};

// Cards change `display`, which takes the table's meaning away from screen readers: written roles
// give it back.
const TABLE = { role: 'table' } as const;
const GROUP = { role: 'rowgroup' } as const;
const ROW = { role: 'row' } as const;
const COLUMN_HEADER = { role: 'columnheader', scope: 'col' } as const;
const ROW_HEADER = { role: 'rowheader', scope: 'row' } as const;
const CELL = { role: 'cell' } as const;

function cellOf<Row>(column: Column<Row>, row: Row) {
  return column.rowHeader ? (
    <th key={column.key} {...ROW_HEADER}>
      {column.cell(row)}
    </th>
  ) : (
    <td key={column.key} data-label={column.header} {...CELL}>
      {column.cell(row)}
    </td>
  );
}

export function DataTable<Row>(props: Props<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, empty } = props;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div class="fr-table">
      <div class="fr-table__wrapper">
        <div class="fr-table__container">
          <div class="fr-table__content">
            <table {...TABLE}>
              <caption class={captionHidden ? 'fr-sr-only' : undefined}>{caption}</caption>
              <thead {...GROUP}>
                <tr {...ROW}>
                  {columns.map((column) => (
                    <th key={column.key} {...COLUMN_HEADER}>
                      {column.header}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody {...GROUP}>
                {rows.map((row) => (
                  <tr key={rowKey(row)} {...ROW}>
                    {columns.map((column) => cellOf(column, row))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </div>
  );
}
