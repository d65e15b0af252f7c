"use client";
import { CircleCheck, CircleDashed, LoaderCircle, type LucideIcon } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { ToneLabel } from "@/components/ui/status";
import type { Tone } from "@/lib/format/status";
import type { ClusterState } from "@/lib/schemas/cluster";

const LOOKS = {
  draft: { icon: CircleDashed, tone: "unknown" },
  creating: { icon: LoaderCircle, tone: "live", turns: true },
  ready: { icon: CircleCheck, tone: "ok" },
  deleting: { icon: LoaderCircle, tone: "live", turns: true },
} satisfies Record<ClusterState, { icon: LucideIcon; tone: Tone; turns?: true }>;

/** What has become of a cluster so far. */
export function ClusterStateLabel(props: { state: ClusterState; pill?: boolean }) {
  const words = useMessages().cluster.states;
  return (
    <ToneLabel {...LOOKS[props.state]} pill={props.pill ?? false}>
      {words[props.state]}
    </ToneLabel>
  );
}
