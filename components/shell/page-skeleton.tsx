"use client";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** Title, facts and a card, in grey. */
export function PageSkeleton() {
  const words = useBaseMessages().ui;
  return (
    <div role="status">
      <span className="sr-only">{words.loading}</span>
      <Skeleton className="mt-1 h-5! w-48" />
      <Skeleton className="mt-3 mb-6 w-80 max-w-full" />
      <Card className="grid animate-late gap-4 p-4">
        <Skeleton className="w-[70%]" />
        <Skeleton className="w-[92%]" />
        <Skeleton className="w-[54%]" />
        <Skeleton className="w-[80%]" />
      </Card>
    </div>
  );
}
