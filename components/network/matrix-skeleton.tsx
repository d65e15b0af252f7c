"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = 4;

/** The page's shape while the site is read. */
export function MatrixSkeleton() {
  const m = useMessages();
  return (
    <div aria-busy>
      <PageHead title={m.network.title} />
      <p role="status" className="sr-only">
        {m.ui.loading}
      </p>
      <Card className="grid grid-cols-5 overflow-hidden max-sm:grid-cols-3">
        {Array.from({ length: ROWS * 5 }, (_, at) => (
          <div
            key={at}
            className="grid h-[82px] content-center gap-2 border-t border-l border-line px-3 first:border-l-0"
          >
            <Skeleton className="w-14" />
            <Skeleton className="w-24" />
          </div>
        ))}
      </Card>
    </div>
  );
}
