"use client";
import { OctagonX, RefreshCw } from "lucide-react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PLACES } from "./places";

/** A fault of the panel itself: says so, and that nothing was changed. */
export function ErrorPage(props: { digest: string | undefined; onAgain: () => void }) {
  const m = useBaseMessages().shell.error;
  return (
    <EmptyState
      icon={OctagonX}
      title={<span role="alert">{m.title}</span>}
      action={
        <>
          <Button look="primary" icon={RefreshCw} onClick={props.onAgain}>
            {m.again}
          </Button>
          <ButtonLink href={PLACES.overview}>{m.overview}</ButtonLink>
        </>
      }
    >
      {m.body} {props.digest !== undefined && m.reference(props.digest)}
    </EmptyState>
  );
}
