"use client";
import { Hourglass, Upload, type LucideIcon } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { CodeBlock } from "@/components/ui/code-block";
import { Icon } from "@/components/ui/icon";
import type { CommandAction } from "@/lib/plan-summary/groups";

/** What is run, pushed and waited for, in its order and exactly as it is sent; secrets redacted. */
export function StepCommands(props: { actions: readonly CommandAction[] }) {
  const words = useMessages().plan;
  if (props.actions.length === 0) return <p className="text-sm text-muted">{words.noCommands}</p>;
  return (
    <ol className="grid gap-3">
      {props.actions.map((action, index) => (
        <li key={index} className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2 text-sm">
          <span className="num text-muted">{index + 1}</span>
          <Command action={action} />
        </li>
      ))}
    </ol>
  );
}

function Command({ action }: { action: CommandAction }) {
  const words = useMessages().plan;
  const format = useFormat();
  switch (action.kind) {
    case "run":
      return (
        <div className="min-w-0">
          <p className="mb-1 first-letter:uppercase">{action.why}</p>
          <CodeBlock text={action.command} what={words.command} />
        </div>
      );
    case "put-artifact":
      return (
        <Line
          icon={Upload}
          title={words.pushes(action.name, format.bytes(action.sizeBytes))}
          detail={words.pushTo(action.path)}
          code={`sha256 ${action.sha256}`}
        />
      );
    case "wait":
      return (
        <Line
          icon={Hourglass}
          title={words.waits(action.what)}
          detail={words.waitMost(format.duration(action.timeoutMs))}
        />
      );
  }
}

function Line(props: { icon: LucideIcon; title: string; detail: string; code?: string }) {
  return (
    <div className="flex min-w-0 gap-2">
      <Icon of={props.icon} size={14} className="mt-[3px] text-muted" />
      <div className="min-w-0">
        <p>{props.title}</p>
        <p className="text-xs break-all text-muted">{props.detail}</p>
        {props.code !== undefined && (
          <code className="text-xs break-all text-muted">{props.code}</code>
        )}
      </div>
    </div>
  );
}
