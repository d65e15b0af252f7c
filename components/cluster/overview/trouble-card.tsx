"use client";
import { CircleCheck, OctagonX, TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { TONE_SHAPE } from "@/components/ui/tone";
import type { ClusterTrouble } from "@/lib/schemas/kube-overview";
import { kindHref, objectHref } from "../cluster-links";

/** Everything that is wrong now, worst first, each with the way to it. */
export function TroubleCard(props: { clusterId: string; troubles: readonly ClusterTrouble[] }) {
  const { clusterId, troubles } = props;
  const m = useMessages().cluster;
  if (troubles.length === 0)
    return (
      <Note className="mb-4" tone="ok" icon={CircleCheck} title={m.overview.well}>
        {m.overview.wellBody}
      </Note>
    );
  return (
    <Card className="mb-4" aria-label={m.overview.troubles(troubles.length)}>
      <ul>
        {troubles.map((trouble) => (
          <TroubleLine
            key={`${trouble.code} ${trouble.title}`}
            clusterId={clusterId}
            trouble={trouble}
          />
        ))}
      </ul>
    </Card>
  );
}

function TroubleLine(props: { clusterId: string; trouble: ClusterTrouble }) {
  const { clusterId, trouble } = props;
  const words = useMessages().cluster.object;
  const isCritical = trouble.severity === "critical";
  const href =
    trouble.count > 1
      ? kindHref(clusterId, trouble.list, { trouble: "yes" })
      : objectHref(clusterId, trouble.ref);
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-3.5 gap-y-2.5 border-t border-line px-4 py-3 first:border-t-0 max-sm:grid-cols-[16px_minmax(0,1fr)]">
      <Icon
        of={isCritical ? OctagonX : TriangleAlert}
        className={`mt-0.5 ${TONE_SHAPE[isCritical ? "danger" : "warn"]}`}
      />
      <div className="min-w-0 text-sm">
        <p className="font-name break-words">
          {trouble.title}{" "}
          <span className="text-xs font-meta">
            <AgeCell at={trouble.since} />
          </span>
        </p>
        <p className="break-words text-muted">{trouble.why}</p>
        {trouble.remedy !== "" && <p className="break-words">{trouble.remedy}</p>}
      </div>
      <ButtonLink size="sm" href={href} className="max-sm:col-start-2 max-sm:justify-self-start">
        {words.open}
      </ButtonLink>
    </li>
  );
}
