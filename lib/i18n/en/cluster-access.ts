import { plural } from "@/lib/format/plural";
import type { UserRole } from "@/lib/schemas/session";

/** Taking a kubeconfig. */
export const clusterKubeconfig = {
  title: (cluster: string) => `kubeconfig for ${cluster}`,
  intro: "A file of your own, with an end. The administrator’s kubeconfig never leaves the panel.",
  works: "Works for",
  hours: (hours: number) => plural(hours, "hour"),
  can: "What it can do",
  roles: {
    administrator: "Everything in this cluster (cluster-admin).",
    operator: "Change workloads in every namespace and read nodes (edit).",
    viewer: "Read workloads and nodes, but no secrets (view).",
  } satisfies Record<UserRole, string>,
  audited: "Who took it, when and from where is written to the audit log.",
  submit: "Download kubeconfig",
  again: "Download another",
  ready: (file: string) => `${file} is in your downloads.`,
  ends: (at: string) => `It ends at ${at}, by itself.`,
  tryIt: "Try it",
  command: (file: string) => `kubectl --kubeconfig ~/Downloads/${file} get nodes`,
  commandName: "command",
  close: "Close",
};

/** Adding a node. */
export const clusterAddNode = {
  title: "Add a node",
  intro:
    "The next page is the plan: every step on the new host. Nothing is touched before you start it.",
  host: "Host",
  role: "Role",
  roles: { agent: "agent: runs pods", server: "server: runs the control plane" },
  noHosts: "Every host is already in a cluster.",
  addHosts: "Add hosts",
  singleOnly: "A cluster with its database on its only server cannot have a second one.",
  submit: "Read the plan",
};
