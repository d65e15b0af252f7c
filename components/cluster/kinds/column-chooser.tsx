"use client";
import { Columns3 } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import type { ListAddress } from "@/components/kube/use-list-address";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import type { KubeColumn } from "@/lib/schemas/kube-kind";

/** A list without its names is no list. */
const isFixed = ({ id, shown }: KubeColumn) => id === "name" && shown;

/** Columns to show: those of the address, or those that show without being asked. */
export function chosenColumns(columns: readonly KubeColumn[], address: ListAddress) {
  const chosen = address.get("columns").split(",");
  if (address.get("columns") === "") return columns.filter(({ shown }) => shown);
  return columns.filter((column) => isFixed(column) || chosen.includes(column.id));
}

/** Which columns the list shows; kept in its address. */
export function ColumnChooser(props: { columns: readonly KubeColumn[]; address: ListAddress }) {
  const { columns, address } = props;
  const words = useMessages().cluster.kinds;
  const shown = new Set(chosenColumns(columns, address).map(({ id }) => id));
  const toggle = (id: string) => {
    const next = columns.filter((column) => shown.has(column.id) !== (column.id === id));
    address.set({ columns: next.map((column) => column.id).join(","), page: String(address.page) });
  };
  return (
    <Popover
      label={words.columns}
      align="end"
      content={
        <div className="grid gap-1">
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              checked={shown.has(column.id)}
              disabled={isFixed(column)}
              onChange={() => toggle(column.id)}
            >
              {column.label}
            </Checkbox>
          ))}
          <Button size="sm" look="ghost" onClick={() => address.set({ columns: "" })}>
            {words.columnsReset}
          </Button>
        </div>
      }
    >
      <IconButton icon={Columns3} label={words.columns} size="sm" />
    </Popover>
  );
}
