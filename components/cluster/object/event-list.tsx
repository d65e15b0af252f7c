"use client";
import { CircleDashed, History, TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TONE_SHAPE } from "@/components/ui/tone";
import type { ObjectEvent } from "@/lib/schemas/kube-object";

/** What happened to an object and to what it owns, newest first. */
export function EventList(props: { events: readonly ObjectEvent[] }) {
  const words = useMessages().cluster.object.events;
  if (props.events.length === 0)
    return (
      <Card>
        <EmptyState icon={History} title={words.none}>
          {words.noneBody}
        </EmptyState>
      </Card>
    );
  return (
    <Card>
      <EventLines events={props.events} />
    </Card>
  );
}

/** The lines of such a list. */
export function EventLines(props: { events: readonly ObjectEvent[] }) {
  const words = useMessages().cluster.object.events;
  return (
    <ul className="text-sm">
      {props.events.map((event) => (
        <li
          key={`${event.about} ${event.reason} ${event.lastAt}`}
          className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2.5 border-t border-line px-4 py-2.5 first:border-t-0"
        >
          <Icon
            of={event.type === "Warning" ? TriangleAlert : CircleDashed}
            size={15}
            className={`mt-0.5 ${event.type === "Warning" ? TONE_SHAPE.warn : "text-muted"}`}
          />
          <div className="min-w-0">
            <p className="break-words">
              <span className="font-name">{event.reason}</span>{" "}
              <span className="text-xs break-all text-muted">{event.about}</span>
            </p>
            <p className="break-words text-muted">{event.message}</p>
          </div>
          <span className="num text-right text-xs text-muted">
            <AgeCell at={event.lastAt} />
            {event.count > 1 && <span className="block">{words.times(event.count)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
