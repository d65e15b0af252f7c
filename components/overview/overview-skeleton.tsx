"use client";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const LINES = [0, 1, 2, 3];

/** The page in grey: title, clusters and jobs, hosts. */
export function OverviewSkeleton() {
  const words = useBaseMessages().ui;
  return (
    <div role="status">
      <span className="sr-only">{words.loading}</span>
      <Skeleton className="mt-1 h-5! w-56" />
      <Skeleton className="mt-3 mb-6 w-80 max-w-full" />
      <div className="grid grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)] gap-4 max-lg:grid-cols-1">
        {["w-[70%]", "w-[54%]"].map((width) => (
          <Card key={width} className="grid animate-late gap-6 p-4">
            {LINES.map((line) => (
              <span key={line} className="grid gap-2">
                <Skeleton className={width} />
                <Skeleton className="w-[34%]" />
              </span>
            ))}
          </Card>
        ))}
      </div>
    </div>
  );
}
