"use client";
import { ScrollText, SquareTerminal } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { logsHref } from "@/components/kube-logs/log-links";
import { shellHref } from "@/components/kube-shell/shell-links";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { Tag } from "@/components/ui/tag";
import type { ContainerDetail, ObjectDetail, ObjectRef } from "@/lib/schemas/kube-object";
import { RowState } from "../kinds/row-state";
import { useMayIn } from "../use-may-in";

/** A pod's containers: how each is, what it asked for and what it uses. */
export function ContainerList(props: {
  clusterId: string;
  pod: ObjectRef;
  containers: readonly ContainerDetail[];
  usage: ObjectDetail["usage"];
}) {
  const { containers, usage } = props;
  const words = useMessages().cluster.object;
  return (
    <Card>
      <CardHead
        title={words.containers.title}
        end={usage === null || usage.source === null ? usage?.note : words.usage[usage.source]}
      />
      <ul>
        {containers.map((container) => (
          <li key={container.name} className="border-t border-line first:border-t-0">
            <CardBody className="grid gap-2.5">
              <ContainerHead container={container} />
              <ContainerUse container={container} />
              <ContainerLinks {...props} container={container} />
            </CardBody>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ContainerLinks(props: { clusterId: string; pod: ObjectRef; container: ContainerDetail }) {
  const { clusterId, pod, container } = props;
  const words = useMessages().cluster.actionWords;
  const mayShell = useMayIn(clusterId, "shell:container") && container.status.tone === "ok";
  const { namespace } = pod;
  const place = { clusterId, namespace, pod: pod.name, container: container.name };
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink size="sm" icon={ScrollText} href={logsHref(place)}>
        {words.logs}
      </ButtonLink>
      {mayShell && (
        <ButtonLink size="sm" icon={SquareTerminal} href={shellHref(place)}>
          {words.shell}
        </ButtonLink>
      )}
    </div>
  );
}

function ContainerHead({ container }: { container: ContainerDetail }) {
  const words = useMessages().cluster.object.containers;
  const { name, role, image, status, restarts, ports, lastEnd } = container;
  return (
    <div className="grid gap-1 text-sm">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="font-name">{name}</span>
        {role !== "main" && <Tag>{words.role[role]}</Tag>}
        <RowState status={status} brief />
        <span className="num ml-auto text-xs text-muted">
          {words.restarts}: {restarts}
        </span>
      </div>
      <p className="text-xs break-all text-muted">
        {[image, ...ports].filter((text) => text !== "").join(" · ")}
      </p>
      {status.why !== "" && <p className="text-xs text-muted">{status.why}</p>}
      {status.remedy !== "" && <p className="text-xs">{status.remedy}</p>}
      {lastEnd !== "" && <p className="text-xs text-muted">{words.lastEnd(lastEnd)}</p>}
    </div>
  );
}

function ContainerUse({ container }: { container: ContainerDetail }) {
  const words = useMessages().cluster.object.containers;
  const format = useFormat();
  const millis = (value: number) => `${format.number(value)} m`;
  return (
    <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
      <Use
        label={words.cpu}
        used={container.cpuMillis}
        asked={container.cpuRequestMillis}
        most={container.cpuLimitMillis}
        say={millis}
      />
      <Use
        label={words.memory}
        used={container.memoryBytes}
        asked={container.memoryRequestBytes}
        most={container.memoryLimitBytes}
        say={format.bytes}
      />
    </div>
  );
}

/** Used against the limit (or else what was asked for), with a tick for what was asked for. */
function Use(props: {
  label: string;
  used: number | null;
  asked: number | null;
  most: number | null;
  say: (value: number) => string;
}) {
  const { label, used, asked, most, say } = props;
  const words = useMessages().cluster.object.containers;
  const text = words.of(
    used === null ? words.notMeasured : say(used),
    asked === null ? words.notSaid : say(asked),
    most === null ? words.notSaid : say(most),
  );
  const whole = most ?? asked;
  return (
    <div className="min-w-0 text-xs">
      <p className="flex justify-between gap-2">
        <span>{label}</span>
        <span className="num truncate text-muted" title={text}>
          {text}
        </span>
      </p>
      {whole !== null && whole > 0 && used !== null && (
        <Meter
          size="md"
          label={`${label}: ${text}`}
          used={used / whole}
          {...(asked !== null && most !== null ? { needs: asked / whole } : {})}
        />
      )}
    </div>
  );
}
