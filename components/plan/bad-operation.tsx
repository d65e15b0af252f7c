"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";

/** The address was cut or mistyped. */
export function BadOperation(props: { clusterId: string }) {
  const words = useMessages().plan;
  return (
    <>
      <PageHead title={words.readFailed} />
      <ProblemCard
        problem={{
          code: "input.invalid",
          detail: words.badOperation,
          remedies: [words.badOperationRemedy],
        }}
        actions={
          <ButtonLink size="sm" href={`${PLACES.clusters}/${props.clusterId}`}>
            {words.back}
          </ButtonLink>
        }
      />
    </>
  );
}
