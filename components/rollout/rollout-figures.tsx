"use client";
import { CircleCheck, CircleMinus, CirclePause, OctagonX, RefreshCw } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { ToneLabel } from "@/components/ui/status";
import type { Rollout, RolloutState } from "@/lib/schemas/kube-rollout";

const LOOKS = {
  going: { tone: "live", icon: RefreshCw, turns: true },
  done: { tone: "ok", icon: CircleCheck },
  stuck: { tone: "danger", icon: OctagonX },
  paused: { tone: "warn", icon: CirclePause },
  stopped: { tone: "unknown", icon: CircleMinus },
} as const satisfies Record<RolloutState, object>;

/** The state in a word, as a pill beside a title. */
export function RolloutStateLabel(props: { state: RolloutState }) {
  const words = useMessages().changes.rollout;
  return (
    <ToneLabel pill {...LOOKS[props.state]}>
      {words.states[props.state]}
    </ToneLabel>
  );
}

/** How far it is: a bar and four figures. */
export function RolloutFigures(props: { rollout: Rollout }) {
  const words = useMessages().changes.rollout;
  const { rollout } = props;
  const { desired, available, updated } = rollout;
  const ratio = desired === 0 ? 1 : Math.min(available, updated, desired) / desired;
  return (
    <Card>
      <CardBody className="grid gap-3 pt-3.5">
        <ProgressBar
          label={words.bar}
          ratio={ratio}
          tone={LOOKS[rollout.state].tone}
          className="h-1.5"
        />
        <dl className="grid grid-cols-4 gap-3 max-sm:grid-cols-2">
          {(["updated", "ready", "available", "old"] as const).map((id) => (
            <div key={id}>
              <dt className="text-xs text-muted">{words.figures[id]}</dt>
              <dd className="num text-xl font-semibold">{rollout[id]}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
