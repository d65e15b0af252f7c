import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { TemplateId } from "@/lib/templates/templates";

/** The query that names an object, for pages and for the API. */
export const refQuery = ({ apiVersion, kind, namespace, name }: ObjectRef): string =>
  new URLSearchParams({ apiVersion, kind, namespace, name }).toString();

export const deployHref = (clusterId: string, template?: TemplateId): string =>
  `/clusters/${clusterId}/deploy${template === undefined ? "" : `/${template}`}`;

/** The editor for new objects. */
export const applyHref = (clusterId: string): string => `/clusters/${clusterId}/apply`;

/** The editor for an object that is there. */
export const editHref = (clusterId: string, ref: ObjectRef): string =>
  `/clusters/${clusterId}/edit?${refQuery(ref)}`;

export const rolloutHref = (clusterId: string, ref: ObjectRef): string =>
  `/clusters/${clusterId}/rollout?${refQuery(ref)}`;
