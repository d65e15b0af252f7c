import { plural } from "@/lib/format/plural";
import type { DeploymentState } from "@/lib/kube/kinds/deployment";
import type { PodTrouble } from "@/lib/kube/pod-trouble";
import { because, trouble } from "./cluster-trouble";

type PodSentences = {
  [Code in PodTrouble["code"]]: (trouble: Extract<PodTrouble, { code: Code }>) => string;
};

/** A cluster's deployments. */
export const clusterDeployments = {
  label: "Deployments",
  noun: "deployment",
  search: "Name, image, namespace",
  facts: (all: number, namespaces: number, troubled: number) =>
    `${plural(all, "deployment")} in ${plural(namespaces, "namespace")}. ${trouble(troubled)}`,
  columns: {
    name: "Deployment",
    namespace: "Namespace",
    status: "Status",
    ready: "Ready",
    updated: "Up to date",
    available: "Available",
    images: "Images",
    age: "Age",
  },
  emptyTitle: "No deployment yet",
  emptyBody: "Whatever is deployed in this cluster stands here.",
  states: {
    stuck: "Stuck",
    unavailable: "Not available",
    "rolling-out": "Rolling out",
    paused: "Paused",
    stopped: "Scaled to 0",
    running: "Running",
  } satisfies Record<DeploymentState, string>,
  missing: (missing: number, desired: number) =>
    `${missing} of ${plural(desired, "pod")} not available.`,
};

/** A cluster's pods, and why they do not run. */
export const clusterPods = {
  label: "Pods",
  noun: "pod",
  search: "Name, image, node",
  facts: (all: number, namespaces: number, troubled: number) =>
    `${plural(all, "pod")} in ${plural(namespaces, "namespace")}. ${trouble(troubled)}`,
  columns: {
    name: "Pod",
    namespace: "Namespace",
    status: "Status",
    ready: "Ready",
    restarts: "Restarts",
    node: "Node",
    ip: "Address",
    age: "Age",
  },
  emptyTitle: "No pod yet",
  emptyBody: "Pods appear here as soon as something is deployed.",
  noNode: "none yet",
  readyOf: (ready: number, all: number) => `${ready} of ${all}`,
  phone: (namespace: string, node: string) => (node === "" ? namespace : `${namespace} on ${node}`),
  troubles: {
    image: ({ image, registry, message }) =>
      /not found|manifest unknown/i.test(message)
        ? `${image} does not exist in ${registry}. Check its name and tag.`
        : `${image} cannot be had from ${registry}. Check its name, and that the node reaches the registry.`,
    "crash-loop": ({ container, exitCode, lastReason }) =>
      lastReason === "OOMKilled"
        ? `${container} used more memory than its limit and was ended. Raise the limit.`
        : `${container} ends${exitCode === null ? "" : ` with exit code ${exitCode}`}. Its log says why.`,
    unschedulable: ({ message }) => `No node takes it${because(message)}`,
    container: ({ container, message }) => `${container} cannot start${because(message)}`,
    ended: ({ message }) => message || "Kubernetes ended it.",
    "not-ready": ({ ready, total }) =>
      `${ready} of ${plural(total, "container")} ready: it gets no traffic.`,
  } satisfies PodSentences,
};
