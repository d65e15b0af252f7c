"use client";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import { ToneLabel } from "@/components/ui/status";
import type { ClusterHealth } from "@/lib/schemas/kube";

/** The API's version and the kubelets', and whether they go together. */
export function VersionsCard(props: { health: ClusterHealth }) {
  const { api, nodes, unsupported } = props.health.versions;
  const m = useMessages().cluster;
  const words = m.health;
  const well = unsupported.length === 0;
  return (
    <Card>
      <CardHead title={words.versionsTitle} />
      <CardBody className="grid gap-2.5 text-sm">
        <KeyValues
          items={[
            { id: "api", name: words.apiVersion, value: api ?? words.unreadable },
            ...nodes.map(({ version, nodes: names }) => ({
              id: version,
              name: names.join(", "),
              value: version,
            })),
          ]}
        />
        <ToneLabel
          tone={well ? "ok" : "warn"}
          icon={well ? CircleCheck : TriangleAlert}
          size="xs"
          className="whitespace-normal"
        >
          {well ? words.versionsWell : words.unsupported(unsupported)}
        </ToneLabel>
      </CardBody>
    </Card>
  );
}
