"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import type { EditConflict, EditInput } from "@/lib/schemas/kube-change";
import { Value } from "./apply-conflicts";

export type Sides = EditInput["decided"];

/** Fields that both changed: as opened, yours, theirs; and whose stays. */
export function EditConflicts(props: {
  conflicts: readonly EditConflict[];
  decided: Sides;
  onDecide: (path: string, side: Sides[string]) => void;
}) {
  const { conflicts, decided, onDecide } = props;
  const words = useMessages().changes.yaml;
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
            <table className="w-full table-fixed text-left text-sm">
              <thead className="text-xs text-muted">
                <tr>
                  {[words.columns.base, words.columns.mine, words.columns.theirs].map((head) => (
                    <th key={head} className="pr-4 font-label">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr className="align-top">
                  <Value text={base} />
                  <Value text={mine} />
                  <Value text={theirs} />
                </tr>
              </tbody>
            </table>
          </div>
        ))}
      </CardBody>
    </Card>
  );
}
