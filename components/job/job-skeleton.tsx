"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const LANES = 6;

/** The page's shape while the job is read. */
export function JobSkeleton() {
  const words = useMessages().ui;
  return (
    <div aria-busy>
      <p role="status" className="sr-only">
        {words.loading}
      </p>
      <Skeleton className="mb-3 h-5 w-72" />
      <Skeleton className="mb-5 w-96 max-w-full" />
      <Card className="mb-4 max-sm:hidden">
        <div className="h-[49px] border-b border-line" />
        {Array.from({ length: LANES }, (_, index) => (
          <div
            key={index}
            className="flex h-[58px] items-center gap-6 border-b border-line px-4 last:border-0"
          >
            <Skeleton className="w-20" />
            <Skeleton className="h-5 flex-1" />
          </div>
        ))}
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] gap-4 max-md:grid-cols-1">
        <Card className="h-56" />
        <Card className="h-56" />
      </div>
    </div>
  );
}
