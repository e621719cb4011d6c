/**
 * A dense table like a good printed timetable; on a phone each row becomes a small card with its headings, and stays a
 * table for screen readers by explicit roles. New rows must not move what someone is reading: keep the order given.
 */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.js';
import './Table.css';

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** What to sort by; a column without it is not sortable. */
  readonly sortBy?: (row: Row) => string | number;
  /** Figures stand to the end, in even widths. */
  readonly figures?: boolean;
  /** The cell that names the row. */
  readonly names?: boolean;
  /** Leave out the heading on a phone where the cell speaks for itself. */
  readonly plain?: boolean;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly empty?: ReactNode;
  readonly footer?: ReactNode;
}

type Sorting = { readonly key: string; readonly down: boolean } | null;

function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting): readonly Row[] {
  const by = columns.find((column) => column.key === sorting?.key)?.sortBy;
  if (!by || !sorting) return rows;
  const order = [...rows].sort((one, other) => {
    const [a, b] = [by(one), by(other)];
    return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'sv') : Number(a) - Number(b);
  });
  return sorting.down ? order.reverse() : order;
}

export function Table<Row>({ caption, showCaption, columns, rows, keyOf, empty, footer }: TableProps<Row>) {
  const { t } = useTranslation('elements');
  const [sorting, setSorting] = useState<Sorting>(null);
  if (rows.length === 0 && empty) return <>{empty}</>;
  const turn = (key: string) =>
    setSorting((was) => (was?.key !== key ? { key, down: false } : was.down ? null : { key, down: true }));
  return (
    <div className="table-room">
      <table className="table" role="table">
        <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => {
              const on = sorting?.key === column.key;
              const state = on ? (sorting.down ? 'descending' : 'ascending') : undefined;
              return (
                <th key={column.key} role="columnheader" scope="col" data-figures={column.figures} aria-sort={state}>
                  {column.sortBy ? (
                    <button type="button" className="table-sort" onClick={() => turn(column.key)}>
                      {column.heading}
                      {on && <Icon of={sorting.down ? ArrowDown : ArrowUp} />}
                      <span className="vh">{t('table.sort')}</span>
                    </button>
                  ) : (
                    column.heading
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sorted(rows, columns, sorting).map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column) => {
                const Cell = column.names ? 'th' : 'td';
                return (
                  <Cell
                    key={column.key}
                    role={column.names ? 'rowheader' : 'cell'}
                    scope={column.names ? 'row' : undefined}
                    data-figures={column.figures}
                    data-plain={column.plain || column.names || undefined}
                  >
                    <span className="table-heading" aria-hidden>
                      {column.heading}
                    </span>
                    <div>{column.cell(row)}</div>
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {footer && <div className="table-foot">{footer}</div>}
    </div>
  );
}
