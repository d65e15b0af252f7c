"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import type { ApplyInput, ApplyResult } from "@/lib/schemas/kube-change";

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
        <div className="overflow-x-auto">
          <table className="w-full text-left text-sm">
            <thead className="text-xs text-muted">
              <tr>
                {[
                  words.columns.field,
                  words.columns.manager,
                  words.columns.mine,
                  words.columns.theirs,
                ].map((head) => (
                  <th key={head} className="py-1 pr-4 font-label">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {result.conflicts.map(({ field, manager, mine, theirs }) => (
                <tr key={field} className="border-t border-line align-top">
                  <td className="py-1.5 pr-4 font-mono text-xs break-all">{field}</td>
                  <td className="py-1.5 pr-4">{manager}</td>
                  <Value text={mine} />
                  <Value text={theirs} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </CardBody>
    </Card>
  );
}

/** One side's value as YAML. */
export function Value(props: { text: string | null }) {
  const words = useMessages().changes.yaml;
  return (
    <td className="py-1.5 pr-4">
      {props.text === null ? (
        <span className="text-muted">{words.absent}</span>
      ) : (
        <pre className="font-mono text-xs whitespace-pre-wrap">{props.text}</pre>
      )}
    </td>
  );
}
