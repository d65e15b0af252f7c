"use client";
import {
  CircleCheck,
  CircleMinus,
  CirclePause,
  OctagonX,
  RefreshCw,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { ToneLabel } from "@/components/ui/status";
import type { Tone } from "@/lib/format/status";
import type { DeploymentRow, DeploymentState } from "@/lib/kube/kinds/deployment";

const LOOKS = {
  stuck: { tone: "danger", icon: OctagonX },
  unavailable: { tone: "danger", icon: TriangleAlert },
  "rolling-out": { tone: "live", icon: RefreshCw, turns: true },
  paused: { tone: "warn", icon: CirclePause },
  stopped: { tone: "unknown", icon: CircleMinus },
  running: { tone: "ok", icon: CircleCheck },
} satisfies Record<DeploymentState, { tone: Tone; icon: LucideIcon; turns?: true }>;

/** How a deployment is doing, and why it is not doing better. */
export function DeploymentStatus(props: {
  deployment: DeploymentRow;
  oneLine?: boolean;
  /** The word only. */
  brief?: boolean;
}) {
  const { deployment, oneLine = false, brief = false } = props;
  const words = useMessages().cluster.deployments;
  const { state, desired, available, message } = deployment;
  const isTroubled = !brief && (state === "stuck" || state === "unavailable");
  const sentence = message || words.missing(desired - available, desired);
  return (
    <span className={oneLine ? "flex items-center gap-2" : "grid justify-items-start gap-px"}>
      <ToneLabel {...LOOKS[state]}>{words.states[state]}</ToneLabel>
      {isTroubled && (
        <span
          title={sentence}
          className={oneLine ? "truncate text-xs" : "text-xs whitespace-normal"}
        >
          {sentence}
        </span>
      )}
    </span>
  );
}
