"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import type { EditConflict, EditInput } from "@/lib/schemas/kube-change";
import { SidesTable, SideValue } from "./sides-table";

export type Sides = EditInput["decided"];

/** Fields that both changed: as opened, yours, theirs; and whose stays. */
export function EditConflicts(props: {
  conflicts: readonly EditConflict[];
  decided: Sides;
  onDecide: (path: string, side: Sides[string]) => void;
}) {
  const { conflicts, decided, onDecide } = props;
  const words = useMessages().changes.yaml;
  const { columns } = words;
  return (
    <Card tone="warn">
      <CardHead title={words.mergeHead} />
      <CardBody className="grid gap-3">
        <p className="text-sm text-muted">{words.mergeBody}</p>
        {conflicts.map(({ path, base, mine, theirs }) => (
          <div key={path} className="grid gap-2 border-t border-line pt-3">
            <div className="flex flex-wrap items-center gap-2">
              <code className="min-w-0 flex-1 text-xs break-all">{path}</code>
              <Segmented<Sides[string] | "">
                label={words.choose(path)}
                value={decided[path] ?? ""}
                onChange={(side) => side !== "" && onDecide(path, side)}
                segments={[
                  { id: "mine", label: words.useMine },
                  { id: "theirs", label: words.useTheirs },
                ]}
              />
            </div>
            <SidesTable
              heads={[columns.base, columns.mine, columns.theirs]}
              rows={[
                {
                  id: path,
                  cells: [
                    <SideValue key="base" text={base} />,
                    <SideValue key="mine" text={mine} />,
                    <SideValue key="theirs" text={theirs} />,
                  ],
                },
              ]}
            />
          </div>
        ))}
      </CardBody>
    </Card>
  );
}
