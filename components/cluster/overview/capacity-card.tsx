"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import type { Capacity, ClusterOverview } from "@/lib/schemas/kube-overview";

const MILLIS_PER_CPU = 1000;

/** What the nodes have, what pods asked for, and what they use. */
export function CapacityCard({ overview }: { overview: ClusterOverview }) {
  const words = useMessages().cluster.overview;
  const format = useFormat();
  const { capacity, usageSource } = overview;
  return (
    <Card>
      <CardHead
        title={words.capacity}
        end={usageSource === null ? words.noUsage : words.capacityHelp}
      />
      <CardBody className="grid gap-3">
        <CapacityBar
          label={words.cpu}
          of={capacity.cpuMillis}
          say={(millis) => format.number(Math.round(millis / 100) / (MILLIS_PER_CPU / 100))}
        />
        <CapacityBar label={words.memory} of={capacity.memoryBytes} say={format.bytes} />
        <CapacityBar label={words.pods} of={capacity.pods} say={format.number} />
      </CardBody>
    </Card>
  );
}

function CapacityBar(props: { label: string; of: Capacity; say: (value: number) => string }) {
  const { label, of, say } = props;
  const words = useMessages().cluster.overview;
  const { allocatable, requested, used } = of;
  if (allocatable === null || requested === null || allocatable === 0) return null;
  const text =
    used === null
      ? words.ofNoUse(say(requested), say(allocatable))
      : words.of(say(used), say(requested), say(allocatable));
  return (
    <div className="text-sm">
      <p className="mb-1 flex justify-between gap-3">
        <span>{label}</span>
        <span className="num text-muted">{text}</span>
      </p>
      <Meter
        size="md"
        label={`${label}: ${text}`}
        used={(used ?? requested) / allocatable}
        {...(used === null ? {} : { needs: requested / allocatable })}
      />
    </div>
  );
}
