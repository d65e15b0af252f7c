import { plural } from "@/lib/format/plural";
import type { NodeTrouble } from "@/lib/kube/kinds/node";
import { because } from "./cluster-trouble";

/** A cluster's nodes. */
export const clusterNodes = {
  label: "Nodes",
  noun: "node",
  search: "Name, address, taint",
  facts: (ready: number, all: number, versions: readonly string[]) =>
    all === 0
      ? "No node has joined yet."
      : `${ready} of ${all} Ready, ${
          versions.length === 1 ? `all on ${versions[0] ?? ""}` : versions.join(" and ")
        }.`,
  columns: {
    name: "Node",
    status: "Status",
    address: "Address",
    version: "Version",
    cpu: "CPU requested",
    memory: "Memory requested",
    pods: "Pods",
    age: "Age",
    actions: "Actions",
  },
  ofWhole: (whole: string) => `of ${whole}`,
  cpuLabel: (part: string, whole: string) => `CPU: ${part} of ${whole} requested`,
  memoryLabel: (part: string, whole: string) => `Memory: ${part} of ${whole} requested`,
  cores: (millis: number) => (millis / 1000).toLocaleString("en", { maximumFractionDigits: 2 }),
  podsOf: (pods: number, most: number | null) =>
    most === null ? plural(pods, "pod") : `${pods} of at most ${plural(most, "pod")}`,
  cordonedToo: "also cordoned",
  unknownYet: "not known yet",
  taintOn: (nodes: readonly string[]) => `Taint on ${nodes.join(", ")}:`,
  podsShort: (pods: number) => plural(pods, "pod"),
  emptyTitle: "No node has joined yet",
  emptyBody:
    "The API answers, but no kubelet has registered. A server appears about 10 s after k3s starts.",
  troubles: {
    "kubelet-silent": () => "The kubelet stopped reporting. Is the host on and connected?",
    "not-ready": (message: string) => `The kubelet reports trouble${because(message)}`,
    "memory-pressure": () => "Memory is short: pods may be evicted.",
    "disk-pressure": () => "The disk is nearly full: images are pruned and pods evicted.",
    "pid-pressure": () => "Too many processes: new pods are refused.",
    "network-unavailable": () => "The pod network is not set up on this node.",
  } satisfies Record<NodeTrouble["code"], (message: string) => string>,
};
