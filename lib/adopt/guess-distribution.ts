import type { Distribution } from "@/lib/schemas/adopt";

/** What of a node tells where it comes from. */
export interface NodeSigns {
  readonly providerId: string;
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
}

type Sign = (signs: { readonly version: string; readonly nodes: readonly NodeSigns[] }) => boolean;

const versioned =
  (pattern: RegExp): Sign =>
  ({ version }) =>
    pattern.test(version);
const provider =
  (prefix: string): Sign =>
  ({ nodes }) =>
    nodes.some(({ providerId }) => providerId.startsWith(prefix));
const labelled =
  (prefix: string): Sign =>
  ({ nodes }) =>
    nodes.some(({ labels }) => labels.some((label) => label.startsWith(prefix)));
const annotated =
  (prefix: string): Sign =>
  ({ nodes }) =>
    nodes.some(({ annotations }) => annotations.some((name) => name.startsWith(prefix)));

/** The surest first: kind and minikube use kubeadm, so its sign comes last. Source: what each writes to its nodes. */
const SIGNS: readonly (readonly [Distribution, readonly Sign[]])[] = [
  ["k3s", [versioned(/\+k3s/)]],
  ["rke2", [versioned(/\+rke2/)]],
  ["eks", [versioned(/-eks-/), labelled("eks.amazonaws.com/")]],
  ["gke", [versioned(/-gke\./), labelled("cloud.google.com/gke-")]],
  ["aks", [labelled("kubernetes.azure.com/")]],
  ["openshift", [labelled("node.openshift.io/"), annotated("machineconfiguration.openshift.io/")]],
  ["minikube", [labelled("minikube.k8s.io/")]],
  ["kind", [provider("kind://")]],
  ["microk8s", [labelled("microk8s.io/"), labelled("node.kubernetes.io/microk8s")]],
  ["kubeadm", [annotated("kubeadm.alpha.kubernetes.io/")]],
];

/** What the cluster was probably made with. */
export const guessDistribution: (signs: Parameters<Sign>[0]) => Distribution = (signs) =>
  SIGNS.find(([, tests]) => tests.some((test) => test(signs)))?.[0] ?? "other";

/** As its makers write it. */
export const DISTRIBUTION_NAMES: Readonly<Record<Distribution, string>> = {
  k3s: "k3s",
  rke2: "RKE2",
  eks: "Amazon EKS",
  gke: "Google GKE",
  aks: "Azure AKS",
  openshift: "OpenShift",
  minikube: "minikube",
  kind: "kind",
  microk8s: "MicroK8s",
  kubeadm: "kubeadm",
  other: "Kubernetes",
};
