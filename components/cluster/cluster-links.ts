import type { ClusterRow } from "@/lib/schemas/cluster";

/** Sections of a cluster's page, in the order of its tabs. */
export const SECTIONS = ["nodes", "deployments", "pods", "health"] as const;
export type Section = (typeof SECTIONS)[number];

export const clusterHref = (id: string, section: Section = "nodes") => `/clusters/${id}/${section}`;

/** A draft goes on where it was left. */
export const draftHref = (id: string) => `/clusters/new?draft=${id}`;

export const jobHref = (id: string) => `/jobs/${id}`;

/** Where a cluster's name leads: its page, or the wizard while it is a draft. */
export const clusterPlace = ({ id, state }: Pick<ClusterRow, "id" | "state">) =>
  state === "draft" ? draftHref(id) : clusterHref(id);
