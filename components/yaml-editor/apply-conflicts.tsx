"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import type { ApplyInput, ApplyResult } from "@/lib/schemas/kube-change";
import { SidesTable, SideValue } from "./sides-table";

export type Decisions = ApplyInput["conflicts"];

/** How the server names an object in decisions. */
export const decisionKey = ({ kind, namespace, name }: ApplyResult): string =>
  `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;

/** One object whose fields somebody else keeps: who, what, and what to do about it. */
export function ApplyConflicts(props: {
  result: ApplyResult;
  decided: Decisions[string] | undefined;
  onDecide: (decision: Decisions[string]) => void;
}) {
  const { result, decided, onDecide } = props;
  const words = useMessages().changes.yaml;
  const { columns } = words;
  return (
    <Card tone="warn">
      <CardHead
        title={words.conflictHead(result.name)}
        end={
          <Segmented<Decisions[string] | "">
            label={words.conflictHead(result.name)}
            value={decided ?? ""}
            onChange={(side) => side !== "" && onDecide(side)}
            segments={[
              { id: "keep-theirs", label: words.keepTheirs },
              { id: "take-over", label: words.takeOver },
            ]}
          />
        }
      />
      <CardBody className="grid gap-2">
        <p className="text-sm text-muted">{words.conflictBody}</p>
        <SidesTable
          heads={[columns.field, columns.manager, columns.mine, columns.theirs]}
          rows={result.conflicts.map(({ field, manager, mine, theirs }) => ({
            id: field,
            cells: [
              <code key="field" className="text-xs break-all">
                {field}
              </code>,
              manager,
              <SideValue key="mine" text={mine} />,
              <SideValue key="theirs" text={theirs} />,
            ],
          }))}
        />
      </CardBody>
    </Card>
  );
}
