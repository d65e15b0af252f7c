import type { Text } from "@/lib/core/text";
import type { HostId } from "@/lib/provision/host";
import { packagesStep } from "@/lib/provision/steps/packages";
import { pathsGoneStep } from "@/lib/provision/steps/paths-gone";
import { secretFileStep } from "@/lib/provision/steps/secret-file";
import { serviceStep } from "@/lib/provision/steps/service";
import { stopServiceStep } from "@/lib/provision/steps/stop-service";
import { unitFileStep } from "@/lib/provision/steps/unit-file";
import { DDNS_CONFIG, DDNS_UNIT, DDNS_UNIT_FILE } from "@/lib/render/ddclient/paths";
import { ddnsUnit } from "@/lib/render/systemd/ddns-unit";
import { planOf } from "./converge-nodes";
import { type NodeId, type Plan, planNode, type PlanNode } from "./plan";

interface DdnsHost {
  readonly id: HostId;
  readonly name: string;
}

interface DdnsPlanInput {
  /** Who keeps the names from now on; null: nobody. */
  readonly keeper: (DdnsHost & { readonly config: Text }) | null;
  /** Who kept them until now, where that is another one. */
  readonly before: DdnsHost | null;
}

/** Has one host keep the names. The one before stops first: two clients would contradict each other. */
export function buildDdnsPlan({ keeper, before }: DdnsPlanInput): Plan {
  const ending = before === null ? [] : endingNodes(before);
  const after = ending.map(({ id }) => id);
  return planOf([...ending, ...(keeper === null ? [] : keeping(keeper, keeper.config, after))]);
}

const on = (host: DdnsHost, key: string, after: readonly NodeId[] = []) => ({
  ...{ hostId: host.id, hostName: host.name, key, after },
});

function keeping(host: DdnsHost, config: Text, after: readonly NodeId[]): readonly PlanNode[] {
  const packages = planNode(
    packagesStep,
    {
      // Without the second it speaks no TLS. Source: Debian's ddclient recommends both.
      names: ["ddclient", "libio-socket-ssl-perl", "ca-certificates"],
      why: "ddclient tells providers of the address, and knows how often each may be asked.",
    },
    on(host, "ddns.package", after),
  );
  const own = planNode(
    stopServiceStep,
    { unit: "ddclient.service", why: "The package's own service would run beside ours." },
    on(host, "ddns.default", [packages.id]),
  );
  const file = planNode(
    secretFileStep,
    { path: DDNS_CONFIG, content: config, why: "The names, their providers and their secrets." },
    on(host, "ddns.config", [packages.id]),
  );
  const unit = planNode(
    unitFileStep,
    {
      ...{ unit: DDNS_UNIT, path: DDNS_UNIT_FILE, content: ddnsUnit() },
      why: "Runs the client with as few rights as it needs.",
    },
    on(host, "ddns.unit"),
  );
  const service = planNode(
    serviceStep,
    {
      ...{ unit: DDNS_UNIT, files: [DDNS_CONFIG, DDNS_UNIT_FILE], uptake: "restart" },
      why: "Looks at the address now and then, and tells the providers when it has changed.",
    },
    {
      ...on(host, "ddns.service", [own.id, file.id, unit.id]),
      triggers: [file.id, unit.id],
    },
  );
  return [packages, own, file, unit, service];
}

function endingNodes(host: DdnsHost): readonly PlanNode[] {
  const stop = planNode(
    stopServiceStep,
    { unit: DDNS_UNIT, why: "The names stay at their providers as they are." },
    on(host, "ddns.stop"),
  );
  const traces = planNode(
    pathsGoneStep,
    {
      paths: [DDNS_CONFIG, DDNS_UNIT_FILE, "/var/cache/gandalf-ddns"],
      what: "the client's files",
      why: "They hold secrets. The package ddclient stays.",
    },
    on(host, "ddns.traces", [stop.id]),
  );
  return [stop, traces];
}
