"use client";
import { useMessages } from "@/components/hooks/use-messages";
import type { PolicyChange } from "./policy-changes";
import { useSiteEditor } from "./site-editor";

/** Every edit in words. */
export function ChangeList(props: { changes: readonly PolicyChange[] }) {
  const words = useMessages().network.draft;
  const { site } = useSiteEditor();
  const called = ({ part, name }: PolicyChange) =>
    part === "firewalls" ? (site.hosts.find(({ id }) => id === name)?.name ?? name) : name;
  return (
    <ul className="grid max-h-72 gap-1 overflow-y-auto text-sm">
      {props.changes.map((change) => (
        <li key={`${change.part} ${change.name}`} className="flex gap-2">
          <span className="text-muted">{words.parts[change.part]}</span>
          <span className="min-w-0 break-words">{called(change)}</span>
          <span className="ml-auto pl-3 text-muted">{words.hows[change.how]}</span>
        </li>
      ))}
    </ul>
  );
}
