import type { Operation } from "@/lib/schemas/operation";

/** Sections of a cluster's page, in the order of its tabs. */
export const SECTIONS = ["nodes", "deployments", "pods", "health"] as const;
export type Section = (typeof SECTIONS)[number];

export const clusterHref = (id: string, section: Section = "nodes") => `/clusters/${id}/${section}`;

/** The plan of an operation, which is always read before anything happens. */
export const planHref = (id: string, operation: Operation) =>
  `/clusters/${id}/plan?operation=${encodeURIComponent(JSON.stringify(operation))}`;

/** A draft goes on where it was left. */
export const draftHref = (id: string) => `/clusters/new?draft=${id}`;

export const jobHref = (id: string) => `/jobs/${id}`;
