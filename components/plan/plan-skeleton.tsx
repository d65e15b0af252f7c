"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";

const FIGURES = 5;
const ROWS = 11;

/** The page's shape while the hosts are read. */
export function PlanSkeleton(props: { hosts: number; title?: string }) {
  const words = useMessages().plan;
  return (
    <div aria-busy>
      <PageHead title={props.title ?? words.reading(props.hosts)} facts={words.readingFacts} />
      <p role="status" className="sr-only">
        {words.reading(props.hosts)}
      </p>
      <Card className="mb-4 grid grid-cols-5 overflow-hidden max-sm:grid-cols-2">
        {Array.from({ length: FIGURES }, (_, index) => (
          <div
            key={index}
            className="grid h-[72px] content-center gap-3 border-l border-line px-4 first:border-l-0"
          >
            <Skeleton className="w-20" />
            <Skeleton className="h-4 w-12" />
          </div>
        ))}
      </Card>
      <div className="grid grid-cols-[392px_minmax(0,1fr)] gap-4 max-lg:grid-cols-[320px_minmax(0,1fr)] max-md:grid-cols-1">
        <Card className="overflow-hidden">
          <div className="flex h-[49px] items-center border-b border-line px-3">
            <span aria-hidden className="animate-late text-xs text-muted">
              {words.reading(props.hosts)}
            </span>
          </div>
          {Array.from({ length: ROWS }, (_, index) => (
            <div
              key={index}
              className="flex h-[30px] items-center justify-between border-b border-line pr-3 pl-[33px]"
            >
              <Skeleton className={index % 3 === 0 ? "w-28" : "w-40"} />
              <Skeleton className="w-16" />
            </div>
          ))}
        </Card>
        <Card className="grid content-start gap-3 p-4 max-md:hidden">
          <Skeleton className="h-4 w-52" />
          <Skeleton className="w-[70%]" />
          <Skeleton className="mt-3 h-56 w-full" />
        </Card>
      </div>
    </div>
  );
}
