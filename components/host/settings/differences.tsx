"use client";
import { ArrowRight } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import type { HostSettingsNow } from "@/lib/schemas/host-settings-now";
import { changedTopics, draftOf, type SettingsDraft, type Topic } from "./settings-draft";

/** What will be changed, first of all; each line can be taken back. */
export function Differences(props: {
  now: HostSettingsNow;
  draft: SettingsDraft;
  suggested: ReadonlySet<string>;
  onLeave: (topic: Topic) => void;
}) {
  const { now, draft, suggested, onLeave } = props;
  const m = useMessages().hostSettings;
  const topics = changedTopics(now, draft);
  const before = draftOf(now);
  const say = (topic: Topic, values: SettingsDraft) => {
    if (topic === "fixed")
      return values.fixed ? m.differs.fixed(values.address) : values.address || m.differs.nothing;
    const value = values[topic];
    if (typeof value !== "boolean") return value || m.differs.nothing;
    const isOn = topic === "memoryCgroups" ? value : !value;
    return isOn ? m.differs.on : m.differs.off;
  };
  return (
    <Card className="mb-4">
      <CardHead title={m.differs.title} end={m.differs.count(topics.length)} />
      <CardBody>
        {topics.length === 0 && <p className="text-sm text-muted">{m.differs.none}</p>}
        <ul className="grid gap-1">
          {topics.map((topic) => (
            <li
              key={topic}
              className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line py-1 text-sm not-last:border-b"
            >
              <span className="w-[180px] first-letter:uppercase max-sm:w-full">
                {m.labels[topic]}
              </span>
              <span className="num flex min-w-0 flex-1 flex-wrap items-center gap-2">
                <span className="break-all text-muted">{say(topic, before)}</span>
                <Icon of={ArrowRight} size={14} className="text-muted" />
                <b className="font-label break-all">{say(topic, draft)}</b>
                {suggested.has(topic) && <Tag>{m.differs.suggested}</Tag>}
              </span>
              <Button
                size="sm"
                look="ghost"
                aria-label={m.differs.leaveThis(m.labels[topic])}
                onClick={() => onLeave(topic)}
              >
                {m.differs.leave}
              </Button>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
