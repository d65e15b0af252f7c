import { refQuery } from "@/components/kube-change/links";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { KindInfo } from "@/lib/schemas/kube-kind";
import type { ObjectRef } from "@/lib/schemas/kube-object";

/** Sections of a cluster's page, in the order of its tabs, each with the page it opens on. */
export const SECTIONS = {
  overview: "overview",
  nodes: "nodes",
  workloads: "deployments",
  network: "services",
  storage: "persistentvolumeclaims",
  configuration: "configmaps",
  access: "serviceaccounts",
  custom: "customresourcedefinitions",
  health: "health",
} as const;
export type Section = keyof typeof SECTIONS;

export const clusterHref = (id: string, section: Section = "nodes") =>
  `/clusters/${id}/${SECTIONS[section]}`;

/** The list of a kind. */
export const kindHref = (
  id: string,
  kind: string,
  query: Readonly<Record<string, string>> = {},
) => {
  const text = new URLSearchParams(query).toString();
  return `/clusters/${id}/${kind}${text === "" ? "" : `?${text}`}`;
};

/** The page of one object. */
export const objectHref = (id: string, ref: ObjectRef) =>
  `/clusters/${id}/objects?${refQuery(ref)}`;

/** The page of a node. */
export const nodeHref = (id: string, name: string) =>
  objectHref(id, { apiVersion: "v1", kind: "Node", namespace: "", name });

/** The section whose tab a kind stands under. */
export const sectionOf = ({ name, group }: Pick<KindInfo, "name" | "group">): Section => {
  if (name === SECTIONS.custom) return "custom";
  return group === "cluster" ? "nodes" : group;
};

/** A draft goes on where it was left. */
export const draftHref = (id: string) => `/clusters/new?draft=${id}`;

export const jobHref = (id: string) => `/jobs/${id}`;

/** Where a cluster's name leads: its page, or the wizard while it is a draft. */
export const clusterPlace = ({ id, state }: Pick<ClusterRow, "id" | "state">) =>
  state === "draft" ? draftHref(id) : clusterHref(id);
