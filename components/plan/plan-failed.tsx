"use client";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";

/** The plan could not be read: why, once more, or back. */
export function PlanFailed(props: {
  error: Error;
  busy: boolean;
  onRetry: () => void;
  back: { readonly href: string; readonly label: string };
}) {
  const m = useMessages();
  return (
    <>
      <PageHead title={m.plan.readFailed} />
      <ProblemCard
        problem={problemOf(props.error)}
        actions={
          <>
            <Button size="sm" busy={props.busy} onClick={props.onRetry}>
              {m.plan.readAgain}
            </Button>
            <ButtonLink size="sm" look="ghost" href={props.back.href}>
              {props.back.label}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
