"use client";
import { CircleAlert, LoaderCircle } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Icon } from "@/components/ui/icon";
import type { Messages } from "@/lib/i18n/catalogue";
import type { Rollout, RolloutReason } from "@/lib/schemas/kube-rollout";

/** Why a rollout is not further, worst first, each reason once. */
export function RolloutReasons(props: { rollout: Rollout }) {
  const words = useMessages().changes.rollout;
  const { reasons } = props.rollout;
  return (
    <ul className="grid gap-2.5">
      {reasons.map((reason, index) => (
        <li key={index} className="flex gap-2.5 text-sm">
          <Icon
            of={reason.code === "starting" ? LoaderCircle : CircleAlert}
            turns={reason.code === "starting"}
            className={
              reason.code === "starting" ? "mt-0.5 text-accent" : "mt-0.5 text-danger-solid"
            }
          />
          <div className="min-w-0">
            <p className="font-[560] break-words">{sentenceOf(reason, words)}</p>
            {reason.pods > 0 && (
              <p className="text-xs break-words text-muted">
                {words.pods(reason.pods)}. {words.example(reason.pod)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const sentenceOf = (reason: RolloutReason, words: Messages["changes"]["rollout"]): string =>
  (words.reasons[reason.code] as (of: RolloutReason) => string)(reason);
