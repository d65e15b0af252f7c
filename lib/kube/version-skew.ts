import type { NodeRow } from "./kinds/node";

/** Source: Kubernetes version skew policy: a kubelet may be three minors older than the API, never newer. */
const MAX_MINORS_BEHIND = 3;

/** "v1.34.4+k3s1" → 34; null for anything else. */
export const minorOf = (version: string): number | null => {
  const minor = /^v1\.(\d+)\./.exec(version)?.[1];
  return minor === undefined ? null : Number(minor);
};

/** Versions with the nodes that run them, and the nodes that do not go with this API. */
export function versionSkew(apiVersion: string | null, nodes: Iterable<NodeRow>) {
  const byVersion = new Map<string, string[]>();
  const unsupported: string[] = [];
  const apiMinor = minorOf(apiVersion ?? "");
  for (const node of nodes) {
    byVersion.set(node.version, [...(byVersion.get(node.version) ?? []), node.name]);
    const minor = minorOf(node.version);
    if (apiMinor === null || minor === null) continue;
    if (minor > apiMinor || apiMinor - minor > MAX_MINORS_BEHIND) unsupported.push(node.name);
  }
  return {
    api: apiVersion,
    nodes: [...byVersion].map(([version, names]) => ({ version, nodes: names.sort() })),
    unsupported,
  };
}
