"use client";
import { MapPinOff } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PLACES } from "./places";

/** Says that nothing is here and leads back. */
export function NotFoundPage() {
  const m = useMessages().shell;
  return (
    <EmptyState
      icon={MapPinOff}
      title={<h1 className="text-base">{m.notFound.title}</h1>}
      className="min-h-[60vh] content-center"
      action={
        <ButtonLink look="primary" href={PLACES.overview}>
          {m.error.overview}
        </ButtonLink>
      }
    >
      {m.notFound.body}
    </EmptyState>
  );
}
