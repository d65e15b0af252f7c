import { planNode, type PlanNode } from "@/lib/provision/plan/plan";
import { configFileStep } from "@/lib/provision/steps/config-file";
import { packagesStep } from "@/lib/provision/steps/packages";
import { portsStep } from "@/lib/provision/steps/ports";
import { serviceStep } from "@/lib/provision/steps/service";
import { haproxyConfig } from "@/lib/render/haproxy/config";
import { baseNodes } from "./base";
import type { PlanHost } from "./inventory";
import { type Layout, nodeId, nodeName, on } from "./layout";

/** Source: Debian's haproxy package. */
export const HAPROXY_CONFIG = "/etc/haproxy/haproxy.cfg";

/** What the rendered configuration binds for others. Source: lib/render/haproxy. */
const PORTS = [6443, 443, 80, 8080];

const backend = (host: PlanHost) => ({ name: nodeName(host), address: host.address });

/** HAProxy in front of the API and of the web sites. */
export function loadBalancerNodes(host: PlanHost, layout: Layout): readonly PlanNode[] {
  const { servers, agents, spec } = layout;
  const ingress = spec.serverTaint ? agents : [...servers, ...agents];
  const id = (key: string) => nodeId(host, key);
  return [
    ...baseNodes(host, layout),
    planNode(portsStep, { program: "haproxy", ports: PORTS }, on(host, "haproxy.ports")),
    planNode(
      packagesStep,
      {
        names: ["haproxy"],
        why: "HAProxy is the cluster's one address: it leads to whichever server and node is alive.",
      },
      on(host, "haproxy.package"),
    ),
    planNode(
      configFileStep,
      {
        path: HAPROXY_CONFIG,
        content: haproxyConfig({ servers: servers.map(backend), ingress: ingress.map(backend) }),
        mode: 0o644,
        why: "6443 leads to the servers; 80, 443 and 8080 lead to the nodes on which Traefik answers for the web sites.",
        validate: ["haproxy", "-c", "-q", "-f", "{file}"],
      },
      on(host, "haproxy.config", [id("haproxy.package")]),
    ),
    planNode(
      serviceStep,
      {
        unit: "haproxy.service",
        files: [HAPROXY_CONFIG],
        uptake: "reload",
        why: "Agents and people reach the cluster through it. A reload keeps open connections.",
      },
      {
        ...on(host, "haproxy.service", [
          id("haproxy.ports"),
          id("haproxy.package"),
          id("haproxy.config"),
        ]),
        triggers: [id("haproxy.config")],
      },
    ),
  ];
}
