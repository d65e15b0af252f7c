import type { JobNode } from "@/lib/schemas/job-event";

/** Names a host's steps in one lane of work. */
export const trackKey = (node: Pick<JobNode, "hostId" | "lane">): string =>
  `${node.hostId}/${node.lane}`;

/** The hosts of a job in the order in which they first appear. */
export function hostsOf(nodes: readonly JobNode[]): readonly { id: string; name: string }[] {
  const hosts = new Map(nodes.map((node) => [node.hostId, node.hostName]));
  return [...hosts].map(([id, name]) => ({ id, name }));
}
