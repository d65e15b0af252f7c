import { expect, test } from "vitest";
import { guessDistribution } from "./guess-distribution";

const node = (more: object = {}) => ({ providerId: "", labels: [], annotations: [], ...more });

test.each([
  ["k3s", "v1.34.4+k3s1", {}],
  ["rke2", "v1.34.4+rke2r1", {}],
  ["eks", "v1.34.2-eks-113cf36", {}],
  ["gke", "v1.34.1-gke.2541000", {}],
  ["aks", "v1.34.0", { labels: ["kubernetes.azure.com/cluster"] }],
  [
    "minikube",
    "v1.34.0",
    { labels: ["minikube.k8s.io/name"], annotations: ["kubeadm.alpha.kubernetes.io/cri-socket"] },
  ],
  ["kind", "v1.34.0", { providerId: "kind://docker/kind/kind-control-plane" }],
  ["microk8s", "v1.34.0", { labels: ["microk8s.io/cluster"] }],
  ["kubeadm", "v1.34.0", { annotations: ["kubeadm.alpha.kubernetes.io/cri-socket"] }],
  ["other", "v1.34.0", {}],
] as const)("%s is known by its version or its nodes", (expected, version, signs) => {
  expect(guessDistribution({ version, nodes: [node(signs)] })).toBe(expected);
});
