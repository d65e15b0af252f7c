import { plural } from "@/lib/format/plural";
import type { PodTrouble } from "@/lib/kube/pod-trouble";
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

/** Why a cluster's pods do not run. */
export const clusterPods = {
  troubles: {
    ...podReasons,
    "not-ready": ({ ready, total }) =>
      `${ready} of ${plural(total, "container")} ready: it gets no traffic.`,
  } satisfies PodSentences,
};
