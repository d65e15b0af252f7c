/**
 * Whether a drain leaves a pod where it is: it has ended already, or its daemon set or the kubelet itself
 * would start it there again. Source: kubectl drain, "filters.go".
 */
export const staysOnDrain = (phase: string, ownerKinds: readonly string[]): boolean =>
  phase === "Succeeded" ||
  phase === "Failed" ||
  ownerKinds.some((kind) => kind === "DaemonSet" || kind === "Node");
