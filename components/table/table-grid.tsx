"use client";
import { useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { withKeys } from "./column";
import type { DataTableProps } from "./data-table";
import { HeadCell } from "./head-cell";
import { TableRow } from "./table-row";
import { useRowKeys } from "./use-row-keys";
import { useTicks } from "./use-ticks";
import { useWindowRows } from "./use-window-rows";

/** Head and rows. With `virtualHeight` only the rows in view exist; two spacers keep the height. */
export function TableGrid<Row>(props: DataTableProps<Row> & { rows: readonly Row[] }) {
  const { rows, columns, rowKey, selection, virtualHeight, onOpen } = props;
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const view = useWindowRows({ frame, count: rows.length, enabled: virtualHeight !== undefined });
  const ticks = useTicks({ rows, rowKey, selection });
  const keys = useRowKeys({ body, rows, onOpen, ticks, show: view.show });
  const tickOf = (index: number, key: string) =>
    ticks && selection
      ? { ticked: selection.keys.has(key), onTick: (reach: boolean) => ticks.tick(index, reach) }
      : {};
  const span = columns.length + (selection ? 1 : 0);
  return (
    <div
      ref={frame}
      className="overflow-auto"
      {...(virtualHeight === undefined ? {} : { style: { maxHeight: virtualHeight } })}
    >
      <table
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        className={cx(
          "w-full border-separate border-spacing-0 text-sm",
          virtualHeight !== undefined && "table-fixed",
        )}
      >
        <Head {...props} />
        <tbody ref={body} onKeyDown={keys.onKeyDown}>
          <Spacer height={view.before} span={span} />
          {view.indexes.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <TableRow
                key={key}
                row={row}
                index={index}
                columns={columns}
                name={props.rowName(row)}
                focusable={index === keys.current}
                opened={key === props.openKey}
                last={index === rows.length - 1}
                onFocus={() => keys.setCurrent(index)}
                {...(onOpen ? { onOpen: () => onOpen(row) } : {})}
                {...tickOf(index, key)}
              />
            );
          })}
          <Spacer height={view.after} span={span} />
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>(props: DataTableProps<Row> & { rows: readonly Row[] }) {
  const { rows, rowKey, columns, selection, virtualHeight } = props;
  return (
    <thead className={virtualHeight === undefined ? "" : "sticky top-0 z-[1]"}>
      <tr aria-rowindex={1}>
        {selection && <SelectAll rows={rows} rowKey={rowKey} selection={selection} />}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
        ))}
      </tr>
    </thead>
  );
}

function Spacer(props: { height: number; span: number }) {
  if (props.height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={props.span} style={{ height: props.height, padding: 0 }} />
    </tr>
  );
}

function SelectAll<Row>(props: {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selection: NonNullable<DataTableProps<Row>["selection"]>;
}) {
  const { rows, rowKey, selection } = props;
  const words = useBaseMessages().ui.table;
  const shown = rows.map(rowKey);
  const ticked = shown.filter((key) => selection.keys.has(key)).length;
  const all = ticked === shown.length;
  return (
    <th scope="col" className="w-9 border-b border-line bg-sunken pl-3 text-left">
      <Checkbox
        className="align-middle"
        aria-label={words.selectAll}
        checked={all}
        indeterminate={!all && ticked > 0}
        onChange={() => selection.onChange(withKeys(selection.keys, shown, !all))}
      />
    </th>
  );
}
