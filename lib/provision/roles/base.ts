import { planNode, type PlanNode } from "@/lib/provision/plan/plan";
import { cgroupCheckStep } from "@/lib/provision/steps/cgroup-check";
import { hostNameStep } from "@/lib/provision/steps/host-name";
import { hostsBlockStep } from "@/lib/provision/steps/hosts-block";
import { swapOffStep } from "@/lib/provision/steps/swap-off";
import { sysctlStep } from "@/lib/provision/steps/sysctl";
import { timeSyncStep } from "@/lib/provision/steps/time-sync";
import { K3S_KERNEL_SETTINGS } from "@/lib/render/sysctl/settings";
import type { PlanHost } from "./inventory";
import { type Layout, on } from "./layout";

/** What every host of a cluster needs, whatever its role. */
export const baseNodes = (host: PlanHost, { hosts }: Layout): readonly PlanNode[] => [
  planNode(hostNameStep, { name: host.name }, on(host, "host.name")),
  planNode(
    hostsBlockStep,
    { hosts: hosts.map(({ name, address }) => ({ name, address })) },
    on(host, "host.hosts"),
  ),
  planNode(timeSyncStep, {}, on(host, "host.time")),
];

/** What Kubernetes wants of a host besides. */
export const kubernetesBaseNodes = (host: PlanHost): readonly PlanNode[] => [
  planNode(cgroupCheckStep, {}, on(host, "host.cgroups")),
  planNode(sysctlStep, { settings: K3S_KERNEL_SETTINGS }, on(host, "host.sysctl")),
  planNode(swapOffStep, {}, on(host, "host.swap")),
];
