"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";

/** The address was cut or mistyped. */
export function BadHostOperation() {
  const m = useMessages();
  const words = m.hostSettings;
  return (
    <>
      <PageHead title={m.plan.readFailed} />
      <ProblemCard
        problem={{
          code: "input.invalid",
          detail: words.plan.bad,
          remedies: [words.plan.badRemedy],
        }}
        actions={
          <ButtonLink size="sm" href={PLACES.hosts}>
            {words.back}
          </ButtonLink>
        }
      />
    </>
  );
}
