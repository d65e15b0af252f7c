interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

/** Source: Kubernetes well-known taints. */
export const OUT_OF_SERVICE = "node.kubernetes.io/out-of-service";

export const withoutOutOfService = (taints: readonly Taint[]): readonly Taint[] =>
  taints.filter(({ key }) => key !== OUT_OF_SERVICE);

/** The taint that says that a node is switched off, beside those it has. */
export const withOutOfService = (taints: readonly Taint[]): readonly Taint[] => [
  ...withoutOutOfService(taints),
  { key: OUT_OF_SERVICE, value: "nodeshutdown", effect: "NoExecute" },
];
