"use client";
import { Boxes, ListChecks, Server } from "lucide-react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { PLACES } from "./places";

/** The overview of a panel that looks after nothing yet: three steps, and the first one to take. */
export function FirstRun() {
  const m = useBaseMessages();
  const { steps } = m.overview;
  const lines = [
    { ...steps.hosts, icon: Server, href: PLACES.addHosts, first: true },
    { ...steps.cluster, icon: Boxes, href: PLACES.newCluster, first: false },
    { ...steps.plan, icon: ListChecks, href: undefined, first: false },
  ];
  return (
    <>
      <PageHead title={m.overview.nothingTitle} facts={m.overview.nothingFacts} />
      <Card className="max-w-[760px]">
        <ol>
          {lines.map((line, index) => (
            <li
              key={line.title}
              className="grid grid-cols-[28px_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-t border-line px-4 py-4 first:border-t-0 max-sm:grid-cols-[28px_minmax(0,1fr)]"
            >
              <span className="num grid size-7 place-items-center self-start rounded-full text-xs font-semibold text-muted inset-ring-[1.5px] inset-ring-line-control">
                {index + 1}
              </span>
              <span className="min-w-0">
                <span className="flex items-center gap-2 text-base font-[580]">
                  <Icon of={line.icon} className="text-muted" />
                  {line.title}
                </span>
                <span className="mt-0.5 block text-sm text-muted">{line.body}</span>
              </span>
              {line.href !== undefined && (
                <ButtonLink
                  href={line.href}
                  look={line.first ? "primary" : "secondary"}
                  className="max-sm:col-start-2 max-sm:justify-self-start"
                >
                  {line.title}
                </ButtonLink>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
