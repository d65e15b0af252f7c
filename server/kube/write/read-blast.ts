import { ok, type Result } from "@/lib/core/result";
import { blastRadius, type BlastWorld } from "@/lib/kube-write/blast-radius";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { RawIngress, RawObject, RawVolumeObject } from "@/lib/kube-write/raw-objects";
import type { BlastRadius } from "@/lib/schemas/kube-blast";
import type { ApiClient } from "@/server/kube/api-client";
import { listObjects, readObject } from "./object-access";
import type { WriteFailure } from "./write-failure";

/** What a namespace is full of, as far as it matters to somebody who deletes it. */
const CONTENTS: Readonly<Record<string, string>> = {
  Pod: "/api/v1/*/pods",
  Deployment: "/apis/apps/v1/*/deployments",
  StatefulSet: "/apis/apps/v1/*/statefulsets",
  DaemonSet: "/apis/apps/v1/*/daemonsets",
  CronJob: "/apis/batch/v1/*/cronjobs",
  Job: "/apis/batch/v1/*/jobs",
  Service: "/api/v1/*/services",
  ConfigMap: "/api/v1/*/configmaps",
  Secret: "/api/v1/*/secrets",
  PersistentVolumeClaim: "/api/v1/*/persistentvolumeclaims",
};

/** Reads what stands around an object and says what its deletion does. */
export async function readBlast(
  api: ApiClient,
  ref: ObjectRef,
): Promise<Result<BlastRadius, WriteFailure>> {
  const read = await readObject(api, ref);
  if (!read.ok) return read;
  const object = read.value as unknown as RawObject;
  const lists = new Lists(api, ref.kind === "Namespace" ? ref.name : ref.namespace);
  const world = await worldOf(lists, ref, object);
  return ok(blastRadius(ref, { ...world, object, complete: lists.complete }));
}

/** Lists of one namespace; remembers whether one of them could not be read to its end. */
export class Lists {
  complete = true;
  readonly #api: ApiClient;
  readonly #namespace: string;

  constructor(api: ApiClient, namespace: string) {
    this.#api = api;
    this.#namespace = namespace;
  }

  async of<T extends RawObject>(path: string): Promise<readonly T[]> {
    const space = `namespaces/${encodeURIComponent(this.#namespace)}`;
    const listed = await listObjects<T>(
      this.#api,
      path.replace("*", () => space),
    );
    if (!listed.ok || !listed.value.complete) this.complete = false;
    return listed.ok ? listed.value.items : [];
  }
}

export type World = Omit<BlastWorld, "object" | "complete">;

const EMPTY: World = {
  pods: [],
  between: [],
  services: [],
  ingresses: [],
  claims: [],
  volumes: [],
  autoscalers: [],
  contents: {},
};

const INGRESSES = "/apis/networking.k8s.io/v1/*/ingresses";
const VOLUMES = "/api/v1/persistentvolumes";

/** What of its surroundings matters for the deletion of this object. */
export async function worldOf(lists: Lists, ref: ObjectRef, object: RawObject): Promise<World> {
  if (ref.kind === "Namespace") return namespaceWorld(lists);
  if (ref.kind === "CustomResourceDefinition") return definitionWorld(lists, object);
  if (ref.namespace === "") return EMPTY;
  const [pods, sets, jobs, services, ingresses, claims, autoscalers, volumes] = await Promise.all([
    lists.of("/api/v1/*/pods"),
    lists.of("/apis/apps/v1/*/replicasets"),
    lists.of("/apis/batch/v1/*/jobs"),
    lists.of("/api/v1/*/services"),
    lists.of<RawIngress>(INGRESSES),
    lists.of("/api/v1/*/persistentvolumeclaims"),
    lists.of("/apis/autoscaling/v2/*/horizontalpodautoscalers"),
    ref.kind === "PersistentVolumeClaim" ? lists.of<RawVolumeObject>(VOLUMES) : [],
  ]);
  return {
    ...EMPTY,
    pods,
    between: [...sets, ...jobs],
    services,
    ingresses,
    claims,
    autoscalers,
    volumes,
  };
}

async function namespaceWorld(lists: Lists): Promise<World> {
  const found = await Promise.all(
    Object.entries(CONTENTS).map(async ([kind, path]) => {
      const objects = await lists.of(path);
      return [kind, objects.map(({ metadata }) => metadata.name)] as const;
    }),
  );
  const ingresses = await lists.of<RawIngress>(INGRESSES);
  const volumes = await lists.of<RawVolumeObject>(VOLUMES);
  return { ...EMPTY, ingresses, volumes, contents: Object.fromEntries(found) };
}

/** Source: Kubernetes API reference, apiextensions/v1 CustomResourceDefinition. */
interface RawDefinition extends RawObject {
  readonly spec?: {
    readonly group?: string;
    readonly names?: { readonly kind?: string; readonly plural?: string };
    readonly versions?: readonly { readonly name: string; readonly served?: boolean }[];
  };
}

async function definitionWorld(lists: Lists, object: RawObject): Promise<World> {
  const { group = "", names = {}, versions = [] } = (object as RawDefinition).spec ?? {};
  const served = versions.find((version) => version.served === true)?.name ?? "v1";
  const found = await lists.of(`/apis/${group}/${served}/${names.plural ?? ""}`);
  const said = found.map(({ metadata }) =>
    metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`,
  );
  return { ...EMPTY, contents: { [names.kind ?? "Object"]: said } };
}
