import type { Platform } from "./platforms";

/** What else a processor runs. Source: containerd platforms, "platformVector". */
const ALSO: Readonly<Record<string, readonly string[]>> = { amd64: ["386"], arm64: ["arm"] };

/**
 * Whether a node of this architecture (as its node object says it) has something to run. Kubernetes does not say which
 * arm a node has, so any will do: better no warning than a wrong one.
 */
export function runsOn(nodeArchitecture: string, platforms: readonly Platform[]): boolean {
  const able = [nodeArchitecture, ...(ALSO[nodeArchitecture] ?? [])];
  return platforms.some((platform) => able.includes(platform.split("/")[0] ?? ""));
}
