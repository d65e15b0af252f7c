import { plural } from "@/lib/format/plural";
import type { PodTrouble } from "@/lib/kube/pod-trouble";
import type { StartTrouble } from "@/lib/kube/start-trouble";
import { because } from "./cluster-trouble";

type PodSentences = {
  [Code in PodTrouble["code"]]: (trouble: Extract<PodTrouble, { code: Code }>) => string;
};

/** Why a pod does not start or goes on ending: of one pod, and of a rollout that waits for it. */
export const podReasons = {
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
} satisfies Omit<PodSentences, "not-ready">;

/** Why a pod does not begin on its node, as the kubelet's events tell. */
export const startReasons = {
  sandbox: ({ message }) => `Its node cannot make the pod's sandbox${because(message)}`,
  volume: ({ message }) => `A volume of it cannot be had${because(message)}`,
} satisfies Record<StartTrouble["code"], (trouble: { readonly message: string }) => string>;

/** Why a cluster's pods do not run. */
export const clusterPods = {
  starts: startReasons,
  startRemedies: {
    sandbox:
      "Look whether the network plugin's pod runs on that node, and at the node's disk and memory. The kubelet tries again by itself.",
    volume:
      "Make what the volume names, or correct the name in the workload. The kubelet tries again by itself.",
  } satisfies Record<StartTrouble["code"], string>,
  troubles: {
    ...podReasons,
    "not-ready": ({ ready, total }) =>
      `${ready} of ${plural(total, "container")} ready: it gets no traffic.`,
  } satisfies PodSentences,
};
