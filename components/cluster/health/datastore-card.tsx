"use client";
import { CircleCheck, OctagonX } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { ToneLabel } from "@/components/ui/status";
import type { ClusterHealth } from "@/lib/schemas/kube";

/** Whether the API reaches its datastore, and how long one read takes. */
export function DatastoreCard(props: { health: ClusterHealth }) {
  const { kind, ok, readMs, problem } = props.health.datastore;
  const m = useMessages().cluster.health;
  const format = useFormat();
  const well = ok && readMs !== null;
  return (
    <Card>
      <CardHead title={m.datastoreTitle} end={m.datastore[kind]} />
      <CardBody className="grid gap-1 text-sm">
        <ToneLabel tone={well ? "ok" : "danger"} icon={well ? CircleCheck : OctagonX}>
          {well ? m.ready : m.notReady}
        </ToneLabel>
        <p className="text-muted">
          {well ? m.datastoreWell(format.duration(readMs)) : (problem?.detail ?? m.datastoreIll)}
        </p>
      </CardBody>
    </Card>
  );
}
