// Rows of the same kind (screens §6 to §8); on a phone each row becomes a card (design §7).
import type { ComponentChildren } from 'preact';
import type { Translate } from '../../platform/textes/index.ts';
import { type Action, RowActions } from './row-actions.tsx';
import { type RowSelection, SelectBox, selectionTexts } from './row-selection.tsx';
import { type Sort, SortLink } from './sort-link.tsx';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ComponentChildren;
  /** The column that names the row: one of them, where rows are selected. */
  rowHeader?: boolean | undefined;
  sort?: Sort | undefined;
};

type Props<Row> = {
  t: Translate;
  caption: string;
  /** Where a heading just above says the same: the caption is for screen readers only. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** A box in front of each row. The table then stands in a form, under a heading: the caption is hidden. */
  select?: RowSelection<Row> | undefined;
  /** What can be done with one row. */
  actions?: ((row: Row) => readonly Action[]) | undefined;
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

function headerOf<Row>({ key, header, sort }: Column<Row>) {
  return sort ? (
    <th key={key} {...COLUMN_HEADER} class="pc-sortable" aria-sort={sort.state ?? undefined}>
      <SortLink sort={sort}>{header}</SortLink>
    </th>
  ) : (
    <th key={key} {...COLUMN_HEADER}>
      {header}
    </th>
  );
}

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

function Head<Row>({ t, columns, select, actions }: Props<Row>) {
  return (
    <thead {...GROUP}>
      <tr {...ROW} data-label={t('composants.tableau.trierPar')}>
        {select && (
          <th class="fr-cell--fixed" {...COLUMN_HEADER}>
            <span class="fr-sr-only">{t('composants.tableau.selection')}</span>
          </th>
        )}
        {columns.map(headerOf)}
        {actions && (
          <th class="pc-row-actions" {...COLUMN_HEADER}>
            {t('composants.tableau.actions')}
          </th>
        )}
      </tr>
    </thead>
  );
}

function Line<Row>({ row, columns, select, actions }: Omit<Props<Row>, 'rows'> & { row: Row }) {
  return (
    <tr {...ROW}>
      {select && (
        <td class="fr-cell--fixed" {...CELL}>
          {(select.when?.(row) ?? true) && <SelectBox select={select} row={row} />}
        </td>
      )}
      {columns.map((column) => cellOf(column, row))}
      {actions && (
        <td class="pc-row-actions" {...CELL}>
          <RowActions actions={actions(row)} />
        </td>
      )}
    </tr>
  );
}

// Actions are several words each: they take the room of three columns.
const ACTIONS_COLUMNS = 3;
const FEW_COLUMNS = 6;

function tableClass<Row>({ columns, select, actions }: Props<Row>): string {
  const count = columns.length + (select ? 1 : 0) + (actions ? ACTIONS_COLUMNS : 0);
  const sortable = columns.some(({ sort }) => sort) ? ' pc-table--sortable' : '';
  return `fr-table${sortable}${count > FEW_COLUMNS ? ' pc-table--many' : ''}`;
}

export function DataTable<Row>(props: Props<Row>) {
  const { t, caption, captionHidden, columns, rows, rowKey, select, empty } = props;
  if (rows.length === 0) return <>{empty}</>;
  const sortable = columns.some(({ sort }) => sort);
  return (
    <div class={tableClass(props)} {...selectionTexts(t, select)}>
      <div class="fr-table__wrapper">
        <div class="fr-table__container">
          <div class="fr-table__content">
            <table {...TABLE}>
              <caption class={captionHidden || select ? 'fr-sr-only' : undefined}>
                {caption}
                {sortable && <span class="fr-sr-only">{t('composants.tableau.triable')}</span>}
              </caption>
              <Head {...props} />
              <tbody {...GROUP}>
                {rows.map((row) => (
                  <Line key={rowKey(row)} {...props} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </div>
  );
}
