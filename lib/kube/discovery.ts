import type { KubeResource } from "./kind";

/** Source: Kubernetes API reference, apidiscovery.k8s.io/v2 APIGroupDiscoveryList. Only what is read here. */
export interface RawDiscovery {
  readonly items?: readonly {
    readonly metadata?: { readonly name?: string };
    readonly versions?: readonly {
      readonly version: string;
      readonly resources?: readonly RawDiscovered[];
    }[];
  }[];
}

interface RawDiscovered {
  readonly resource: string;
  readonly scope?: string;
  readonly responseKind?: { readonly kind?: string };
  readonly verbs?: readonly string[];
}

/** A resource that this cluster serves. */
export interface Discovered extends KubeResource {
  /** "get", "list", "watch", "patch" … */
  readonly verbs: readonly string[];
}

/**
 * The resources of an answer, each in the first version that serves it: the API puts the one it prefers first. Parts
 * of an answer that are not as documented are left out.
 */
export function readDiscovery({ items = [] }: RawDiscovery): readonly Discovered[] {
  const found = new Map<string, Discovered>();
  for (const { metadata, versions = [] } of items)
    for (const { version, resources = [] } of versions)
      for (const raw of resources) {
        const resource = toResource(raw, apiVersionOf(metadata?.name, version));
        const name = customName(resource);
        if (resource.kind !== "" && !found.has(name)) found.set(name, resource);
      }
  return [...found.values()];
}

const apiVersionOf = (group = "", version: string) =>
  group === "" ? version : `${group}/${version}`;

const toResource = (raw: RawDiscovered, apiVersion: string): Discovered => ({
  apiVersion,
  kind: raw.responseKind?.kind ?? "",
  plural: raw.resource,
  namespaced: raw.scope === "Namespaced",
  verbs: raw.verbs ?? [],
});

/** It can be kept up to date in a list. */
export const canBeListed = ({ verbs }: Discovered): boolean =>
  verbs.includes("list") && verbs.includes("watch");

/** "cert-manager.io" of "cert-manager.io/v1"; empty for the core group. */
export const groupOf = (apiVersion: string): string =>
  apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";

/** The name of a kind that is not built in: as its CRD is called, or the plural in the core group. */
export const customName = ({ apiVersion, plural }: KubeResource): string => {
  const group = groupOf(apiVersion);
  return group === "" ? plural : `${plural}.${group}`;
};
