"use client";
import { Check, CircleCheck, OctagonX, Undo2 } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { useMay } from "@/components/cluster/use-may";
import { usePhone } from "@/components/hooks/use-media";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { JobView, JobTrial } from "@/lib/schemas/job-view";
import { TrialRing } from "./trial-ring";
import { useKeepRules } from "./use-trial";

interface Shown {
  readonly jobId: string;
  readonly trial: JobTrial;
  readonly leftMs: number;
  /** They are being made permanent: nothing goes back any more. */
  readonly isKeeping: boolean;
}

/** New rules are on trial: how long still, what was tried, and the two ways on. Full screen on a phone. */
export function TrialBanner(props: { jobId: string; view: JobView }) {
  const { jobId, view } = props;
  const trial = view.trial ?? null;
  if (trial === null || view.outcome !== "running") return null;
  return <Trial jobId={jobId} trial={trial} isKeeping={isKeeping(view)} />;
}

const isKeeping = ({ nodes }: JobView): boolean =>
  Object.values(nodes).some(
    ({ id, state }) => id.endsWith("/rules.kept") && (state === "changing" || state === "changed"),
  );

function Trial(props: Omit<Shown, "leftMs">) {
  const { trial } = props;
  const nowMs = useNow(250);
  const isPhone = usePhone();
  const [isAside, setAside] = useState(false);
  const leftMs = Math.max(0, Date.parse(trial.endsAt) - nowMs);
  const isQuestion = trial.asked && leftMs > 0 && !props.isKeeping;
  const shown = { ...props, leftMs };
  return (
    <>
      <Banner {...shown} onOpen={isPhone && isQuestion ? () => setAside(false) : null} />
      {isPhone && isQuestion && !isAside && (
        <TrialScreen {...shown} onAside={() => setAside(true)} />
      )}
    </>
  );
}

function Banner(props: Shown & { onOpen: (() => void) | null }) {
  const { trial, leftMs } = props;
  const words = useMessages().network.trial;
  return (
    <section
      aria-label={words.title(trial.hosts)}
      className="mb-4 flex items-center gap-3.5 rounded-lg bg-warn-tint px-4 py-3 inset-ring inset-ring-warn-line max-sm:flex-wrap"
    >
      <TrialRing leftMs={leftMs} ofMs={trial.seconds * 1000} />
      <div className="min-w-0 flex-1">
        <p role="alert" className="font-[580]">
          {words.title(trial.hosts)}
        </p>
        <p className="text-sm text-muted">
          <TrialWords {...props} />
        </p>
      </div>
      <div className="flex gap-2 empty:hidden max-sm:w-full max-sm:flex-wrap max-sm:[&>button]:flex-1">
        {props.onOpen && (
          <Button onClick={props.onOpen} className="sm:hidden">
            {words.open}
          </Button>
        )}
        <Acts {...props} />
      </div>
    </section>
  );
}

function TrialWords({ trial, leftMs, isKeeping: isKept }: Shown) {
  const words = useMessages().network.trial;
  const failed = trial.checks.filter(({ ok }) => !ok);
  if (isKept) return words.keeping;
  return (
    <>
      {leftMs > 0 ? words.goBack(Math.ceil(leftMs / 1_000)) : words.going}{" "}
      {trial.checks.length === 0 ? words.proving : words.checked(trial.checks.length, failed)}
    </>
  );
}

/** Go back now: at any time. Keep: once everything is proved and somebody is asked. */
function Acts({ jobId, trial, leftMs, isKeeping: isKept }: Shown) {
  const words = useMessages().network.trial;
  const mayAct = useMay("network:write");
  const act = useKeepRules(jobId);
  if (!mayAct || leftMs === 0 || isKept) return null;
  const isDone = act.isPending || act.isSuccess;
  return (
    <>
      <Button
        icon={Undo2}
        busy={isDone && act.variables === false}
        disabled={isDone}
        onClick={() => act.mutate(false)}
      >
        {words.back}
      </Button>
      {trial.asked && (
        <Button
          look="primary"
          icon={Check}
          busy={isDone && act.variables === true}
          disabled={isDone}
          onClick={() => act.mutate(true)}
        >
          {words.keep}
        </Button>
      )}
    </>
  );
}

/** The same as the whole screen of a phone: one question, what was tried, two buttons in reach of a thumb. */
function TrialScreen(props: Shown & { onAside: () => void }) {
  const { trial, leftMs, onAside } = props;
  const words = useMessages().network.trial;
  return (
    <Radix.Root open onOpenChange={(open) => !open && onAside()}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby="trial-body"
          className="fixed inset-0 z-40 flex flex-col bg-canvas outline-none"
        >
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-10">
            <div className="grid justify-items-center gap-4 text-center">
              <TrialRing big leftMs={leftMs} ofMs={trial.seconds * 1000} unit={words.seconds} />
              <div>
                <Radix.Title className="text-[24px] leading-8">{words.question}</Radix.Title>
                <p id="trial-body" className="mt-1 text-[15px] text-muted">
                  {words.ifNothing(trial.hosts)}
                </p>
              </div>
            </div>
            <ul className="mt-6 rounded-lg border border-line bg-surface">
              {trial.checks.map(({ ok, text }) => (
                <li
                  key={text}
                  className="flex gap-3 border-t border-line px-4 py-3.5 text-[15px] first:border-t-0"
                >
                  <Icon
                    of={ok ? CircleCheck : OctagonX}
                    size={18}
                    className={ok ? "mt-0.5 text-ok-solid" : "mt-0.5 text-danger-solid"}
                  />
                  <span className="min-w-0">
                    <span className="sr-only">{ok ? words.works : words.fails}: </span>
                    {text}
                  </span>
                </li>
              ))}
              {trial.checks.length === 0 && (
                <li className="px-4 py-3.5 text-[15px] text-muted">{words.proving}</li>
              )}
            </ul>
            <button
              type="button"
              className="link mx-auto mt-4 mb-4 block text-sm"
              onClick={onAside}
            >
              {words.aside}
            </button>
          </div>
          <div className="flex flex-col-reverse gap-2 border-t border-line bg-surface px-4 py-3 pb-[calc(12px+env(safe-area-inset-bottom))]">
            <Acts {...props} />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
