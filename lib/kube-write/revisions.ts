import type { Revision } from "@/lib/schemas/kube-rollout";
import { isJsonObject, type Json, type JsonObject } from "./json";
import type { RawRevision, RawWorkload } from "./raw-objects";
import { documentText } from "./yaml-text";

/** Source: kubectl and the deployment controller. */
const REVISION = "deployment.kubernetes.io/revision";
const CAUSE = "kubernetes.io/change-cause";
/** Source: apps/v1, DefaultDeploymentUniqueLabelKey; ControllerRevisionHashLabelKey. */
const HASHES: readonly string[] = ["pod-template-hash", "controller-revision-hash"];

/** A revision with the pod template that a rollback to it restores. */
export interface StoredRevision {
  readonly revision: number;
  readonly template: JsonObject;
  readonly createdAt: string;
  readonly cause: string;
  readonly copies: number;
}

/** A deployment's revisions: its replica sets, newest first. */
export const replicaSetRevisions = (sets: readonly RawWorkload[]): readonly StoredRevision[] =>
  sets
    .map(({ metadata, spec, status }) => ({
      revision: Number(metadata.annotations?.[REVISION] ?? 0),
      template: withoutHashes(spec?.template ?? {}),
      createdAt: metadata.creationTimestamp ?? "",
      cause: metadata.annotations?.[CAUSE] ?? "",
      copies: status?.replicas ?? 0,
    }))
    .filter(({ revision }) => revision > 0)
    .sort((a, b) => b.revision - a.revision);

/** A stateful or daemon set's revisions, newest first. Their data is a patch that replaces the template. */
export const controllerRevisions = (stored: readonly RawRevision[]): readonly StoredRevision[] =>
  stored
    .map(({ metadata, revision = 0, data }) => ({
      revision,
      template: withoutHashes(templateIn(data)),
      createdAt: metadata.creationTimestamp ?? "",
      cause: metadata.annotations?.[CAUSE] ?? "",
      copies: 0,
    }))
    .sort((a, b) => b.revision - a.revision);

function templateIn(data: Json | undefined): JsonObject {
  const spec = isJsonObject(data) && isJsonObject(data.spec) ? data.spec : {};
  const template = isJsonObject(spec.template) ? spec.template : {};
  return Object.fromEntries(Object.entries(template).filter(([key]) => key !== "$patch"));
}

/** The label that tells a revision's pods apart is the controller's, and differs by nature. */
function withoutHashes(template: JsonObject): JsonObject {
  const { metadata } = template;
  if (!isJsonObject(metadata) || !isJsonObject(metadata.labels)) return template;
  const labels = Object.entries(metadata.labels).filter(([key]) => !HASHES.includes(key));
  return { ...template, metadata: { ...metadata, labels: Object.fromEntries(labels) } };
}

/** As the pages show it. */
export const showRevision = (stored: StoredRevision, current: boolean): Revision => ({
  revision: stored.revision,
  createdAt: stored.createdAt,
  cause: stored.cause,
  copies: stored.copies,
  current,
  images: imagesOf(stored.template),
  template: documentText(stored.template),
});

const containersIn = (template: JsonObject): readonly Json[] => {
  const { spec } = template;
  return isJsonObject(spec) && Array.isArray(spec.containers)
    ? (spec.containers as readonly Json[])
    : [];
};

const imagesOf = (template: JsonObject): readonly string[] =>
  containersIn(template).flatMap((container) =>
    isJsonObject(container) && typeof container.image === "string" ? [container.image] : [],
  );
