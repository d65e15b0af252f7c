"use client";
import { ArrowLeft, ArrowRight, OctagonX } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Stepper, type StepperStep } from "@/components/ui/stepper";

/** The way on: its words, and why it cannot be gone yet. */
export interface WayOn {
  readonly label: ReactNode;
  readonly act: () => void;
  /** What is wrong, beside the button; it looks disabled but keeps the focus. */
  readonly obstacle?: string | undefined;
  /** What is still missing or under way: nobody did anything wrong yet. */
  readonly hint?: string | undefined;
  readonly busy?: boolean;
}

/** A wizard: steps at the left, one question in the middle, help at the right, the way on at the foot. */
export function WizardFrame(props: {
  title: ReactNode;
  steps: readonly StepperStep[];
  current: string;
  onOpen: (id: string) => void;
  /** Under the steps: "Saved as you go." */
  note?: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
  wideAside?: boolean;
  onBack?: (() => void) | undefined;
  facts?: ReactNode;
  next?: WayOn | undefined;
}) {
  const { aside, wideAside = false } = props;
  return (
    <div className="flex min-h-[calc(100dvh-var(--topbar)-60px)] flex-col max-sm:pb-24">
      <div
        className={cx(
          "grid flex-1 content-start gap-7 pb-8 max-md:gap-4 md:grid-cols-[216px_minmax(0,1fr)]",
          aside !== undefined &&
            (wideAside
              ? "xl:grid-cols-[200px_minmax(0,1fr)_304px]"
              : "lg:grid-cols-[216px_minmax(0,1fr)_250px]"),
        )}
      >
        <div className={cx("min-w-0", wideAside && "xl:row-span-2")}>
          <h1 className="mb-3.5 text-xl max-md:mb-2">{props.title}</h1>
          <Stepper steps={props.steps} current={props.current} onOpen={props.onOpen} />
          {props.note !== undefined && (
            <div className="mt-4 ml-2 text-xs text-muted max-md:hidden">{props.note}</div>
          )}
        </div>
        <div className={cx("min-w-0", wideAside && "max-sm:order-2")}>{props.children}</div>
        {aside !== undefined && (
          <div
            className={cx(
              "min-w-0",
              wideAside ? "max-xl:col-start-2 max-md:col-start-1 max-sm:contents" : "max-lg:hidden",
            )}
          >
            {aside}
          </div>
        )}
      </div>
      <Foot {...props} />
    </div>
  );
}

function Foot(props: {
  onBack?: (() => void) | undefined;
  facts?: ReactNode;
  next?: WayOn | undefined;
}) {
  const { onBack, facts, next } = props;
  const words = useMessages().ui;
  const id = useId();
  const { obstacle, hint } = next ?? {};
  const blocked = obstacle !== undefined || hint !== undefined;
  return (
    <ActionBar>
      {onBack && (
        <Button icon={ArrowLeft} onClick={onBack}>
          {words.back}
        </Button>
      )}
      <span
        id={id}
        role="status"
        className="num ml-auto flex min-w-0 items-center gap-1.5 text-sm text-muted max-sm:order-first max-sm:empty:hidden max-sm:ml-0 max-sm:w-full"
      >
        {obstacle === undefined ? (
          (hint ?? facts)
        ) : (
          <>
            <Icon of={OctagonX} size={15} className="text-danger-solid" />
            <span className="text-danger">{obstacle}</span>
          </>
        )}
      </span>
      {next && (
        <Button
          look="primary"
          endIcon={ArrowRight}
          busy={next.busy ?? false}
          aria-disabled={blocked || undefined}
          aria-describedby={id}
          onClick={() => !blocked && next.act()}
        >
          {next.label}
        </Button>
      )}
    </ActionBar>
  );
}
