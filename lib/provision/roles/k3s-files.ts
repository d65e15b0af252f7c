import { K3S_BINARY } from "@/lib/provision/facts/kubectl";
import { type NodeId, planNode, type PlanNode } from "@/lib/provision/plan/plan";
import { artifactStep } from "@/lib/provision/steps/artifact";
import { linksStep } from "@/lib/provision/steps/links";
import { unitFileStep } from "@/lib/provision/steps/unit-file";
import { k3sUnit, type K3sCommand } from "@/lib/render/systemd/k3s-unit";
import type { PlanHost } from "./inventory";
import { type Layout, nodeId, on } from "./layout";

/** Source: k3s documentation, "Configuration file". */
export const K3S_CONFIG = "/etc/rancher/k3s/config.yaml";
export const K3S_SECRETS = "/etc/rancher/k3s/config.yaml.d/10-gandalf-secrets.yaml";
/** Source: k3s documentation, "Air-Gap Install". */
const K3S_IMAGES = "/var/lib/rancher/k3s/agent/images";
/** Source: k3s documentation, "Cluster Access" and the installer's links. */
const K3S_LINKS = ["/usr/local/bin/kubectl", "/usr/local/bin/crictl", "/usr/local/bin/ctr"];

export const UNIT = { server: "k3s.service", agent: "k3s-agent.service" } as const;
const unitPath = (command: K3sCommand) => `/etc/systemd/system/${UNIT[command]}`;

/** Files that k3s reads when it starts. */
export const restartFiles = (command: K3sCommand) => [
  K3S_BINARY,
  K3S_CONFIG,
  K3S_SECRETS,
  unitPath(command),
];

/** What servers and agents have in common: the program, its images, its unit. */
export function k3sFileNodes(
  host: PlanHost,
  command: K3sCommand,
  layout: Layout,
): readonly PlanNode[] {
  const { artifacts } = layout;
  const transfer = { lane: "transfer" as const, behind: pushedBefore(host, layout) };
  const binary = artifacts.binary[host.arch];
  if (binary === undefined) throw new Error(`no k3s for ${host.arch} passed the check`);
  const images = artifacts.images[host.arch];
  return [
    planNode(
      artifactStep,
      {
        artifact: binary,
        path: K3S_BINARY,
        mode: 0o755,
        why: "k3s is this one program. The panel pushes it, so that the host needs no internet.",
      },
      { ...on(host, "k3s.binary"), ...transfer },
    ),
    ...(images === undefined
      ? []
      : [
          planNode(
            artifactStep,
            {
              artifact: images.artifact,
              path: `${K3S_IMAGES}/${images.fileName}`,
              mode: 0o644,
              why: "The images of Kubernetes' own pods come with it, so that no registry is asked.",
            },
            { ...on(host, "k3s.images"), ...transfer },
          ),
        ]),
    planNode(
      linksStep,
      { target: K3S_BINARY, paths: K3S_LINKS },
      on(host, "k3s.links", [nodeId(host, "k3s.binary")]),
    ),
    planNode(
      unitFileStep,
      {
        unit: UNIT[command],
        path: unitPath(command),
        content: k3sUnit(command),
        why: "systemd starts k3s at boot, and again whenever it ends.",
      },
      on(host, "k3s.unit"),
    ),
  ];
}

/**
 * Servers start one after the other, and agents after the first: pushed in that order, the files of the
 * others come while the first one starts, instead of taking its share of the panel's line.
 */
function pushedBefore(host: PlanHost, { servers }: Layout): readonly NodeId[] {
  const place = servers.indexOf(host);
  const before = servers.at(place === -1 ? -1 : place - 1);
  if (before === undefined || place === 0) return [];
  return ["k3s.binary", "k3s.images"].map((key) => nodeId(before, key));
}

/** The nodes whose change makes k3s start again. */
export const restartTriggers = (host: PlanHost) =>
  ["k3s.binary", "k3s.config", "k3s.secrets", "k3s.unit"].map((key) => nodeId(host, key));
