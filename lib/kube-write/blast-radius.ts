import type { BlastItem, BlastRadius } from "@/lib/schemas/kube-blast";
import { hostsOfServices, servicesChoosing } from "./hosts-of";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type {
  RawAutoscaler,
  RawClaim,
  RawIngress,
  RawObject,
  RawPodObject,
  RawService,
  RawVolumeObject,
  RawWorkload,
} from "./raw-objects";
import { podsUsing, usesOf } from "./uses";

/** What was read around an object, of its namespace. Kinds that do not matter for it are left empty. */
export interface BlastWorld {
  readonly object: RawObject;
  readonly pods: readonly RawPodObject[];
  /** Replica sets and jobs: what stands between a workload and its pods. */
  readonly between: readonly RawObject[];
  readonly services: readonly RawService[];
  readonly ingresses: readonly RawIngress[];
  readonly claims: readonly RawClaim[];
  readonly volumes: readonly RawVolumeObject[];
  readonly autoscalers: readonly RawAutoscaler[];
  /** Of a namespace: kind → names. Of a custom kind: its objects. */
  readonly contents: Readonly<Record<string, readonly string[]>>;
  readonly complete: boolean;
  /** Pods that end with other objects of the same deletion: they keep no service alive. */
  readonly alsoGoing?: readonly RawPodObject[];
}

const NAMES_SHOWN = 6;

type Group = readonly [code: BlastItem["code"], verdict: BlastItem["verdict"], kind?: string];

const item = ([code, verdict, kind = ""]: Group, names: readonly string[]): readonly BlastItem[] =>
  names.length === 0 ? [] : [{ code, verdict, kind, count: names.length, names }];

/** What goes, breaks or is lost with an object, all by name. */
export const blastItems = (ref: ObjectRef, world: BlastWorld): readonly BlastItem[] =>
  (BY_KIND[ref.kind] ?? ofOther)(ref, world);

/** The first names of an item; its count stays. */
export const cutNames = (blast: BlastItem): BlastItem => ({
  ...blast,
  names: blast.names.slice(0, NAMES_SHOWN),
});

/** What goes, breaks or is lost with an object. */
export function blastRadius(ref: ObjectRef, world: BlastWorld): BlastRadius {
  const items = blastItems(ref, world).map(cutNames);
  const { metadata } = world.object;
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  return {
    ...ref,
    uid: metadata.uid ?? "",
    items,
    typed: mustBeTyped(ref.kind, items),
    owner: owner === undefined ? "" : `${owner.kind}/${owner.name}`,
    complete: world.complete,
  };
}

const ALWAYS_TYPED: readonly string[] = [
  "Namespace",
  "PersistentVolumeClaim",
  "PersistentVolume",
  "CustomResourceDefinition",
  "Node",
];

/** Whether a deletion takes data or a host name, and so is confirmed by typing. */
export const mustBeTyped = (kind: string, items: readonly BlastItem[]): boolean =>
  ALWAYS_TYPED.includes(kind) || items.some(isLoss);

const isLoss = ({ verdict, code }: BlastItem) =>
  verdict === "lost" || (code === "hosts" && verdict === "breaks");

type Radius = (ref: ObjectRef, world: BlastWorld) => readonly BlastItem[];

const ownedBy = <T extends RawObject>(
  objects: readonly T[],
  uids: readonly (string | undefined)[],
) =>
  objects.filter(({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uids.includes(uid)));

const names = (objects: readonly RawObject[]) => objects.map(({ metadata }) => metadata.name);

/** The object's own pods, through what stands between. */
export function podsOf({ object, between, pods }: BlastWorld): readonly RawPodObject[] {
  const first = ownedBy(between, [object.metadata.uid]);
  const second = ownedBy(
    between,
    first.map(({ metadata }) => metadata.uid),
  );
  const uids = [object.metadata.uid, ...[...first, ...second].map(({ metadata }) => metadata.uid)];
  return ownedBy(pods, uids);
}

/** Services that no pod but these stands behind, and the host names that lead to them. */
function deadServices(world: BlastWorld, going: readonly RawPodObject[]) {
  const ending = new Set([...going, ...(world.alsoGoing ?? [])]);
  const left = world.pods.filter((pod) => !ending.has(pod));
  const behind = (pods: readonly RawPodObject[]) =>
    new Set(pods.flatMap(({ metadata }) => servicesChoosing(world.services, metadata.labels)));
  const still = behind(left);
  const dead = [...behind(going)].filter((name) => !still.has(name));
  const hosts = hostsOfServices(world.ingresses, dead);
  return [...item(["services", "breaks", "Service"], dead), ...item(["hosts", "breaks"], hosts)];
}

const autoscalersOf = ({ kind, name }: ObjectRef, { autoscalers }: BlastWorld) =>
  item(
    ["autoscalers", "breaks", "HorizontalPodAutoscaler"],
    names(
      autoscalers.filter(
        ({ spec }) => spec?.scaleTargetRef?.kind === kind && spec.scaleTargetRef.name === name,
      ),
    ),
  );

const ofWorkload: Radius = (ref, world) => {
  const going = podsOf(world);
  const claims = [...new Set(going.flatMap(({ spec }) => usesOf(spec).claims))];
  const kept = [...new Set([...claims, ...templateClaims(ref, world)])];
  return [
    ...item(["pods", "goes", "Pod"], names(going)),
    ...deadServices(world, going),
    ...item(["claims", "stays", "PersistentVolumeClaim"], kept),
    ...autoscalersOf(ref, world),
  ];
};

/** Claims of a stateful set outlive it. Source: Kubernetes, "PersistentVolumeClaim retention". */
function templateClaims(ref: ObjectRef, { object, claims }: BlastWorld): readonly string[] {
  const templates = (object as RawWorkload).spec?.volumeClaimTemplates ?? [];
  const prefixes = templates.map(({ metadata }) => `${metadata.name}-${ref.name}-`);
  return names(claims).filter((name) =>
    prefixes.some((prefix) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length))),
  );
}

const ofPod: Radius = (_, world) => {
  const going = world.pods.filter(({ metadata }) => metadata.uid === world.object.metadata.uid);
  const controlled = world.object.metadata.ownerReferences?.some(({ controller }) => controller);
  if (controlled) return item(["comes-back", "stays", "Pod"], names([world.object]));
  return deadServices(world, going);
};

const ofService: Radius = ({ name }, { ingresses }) =>
  item(["hosts", "breaks"], hostsOfServices(ingresses, [name]));

const ofIngress: Radius = (_, { object }) => {
  const rules = (object as RawIngress).spec?.rules ?? [];
  return item(["hosts", "breaks"], [...new Set(rules.map(({ host }) => host ?? "*"))]);
};

const ofClaim: Radius = ({ namespace, name }, world) => [
  ...item(["users", "breaks", "Pod"], podsUsing(world.pods, "claims", name)),
  ...lostVolumes(world.volumes, namespace, [name]),
];

function lostVolumes(
  volumes: readonly RawVolumeObject[],
  namespace: string,
  claims: readonly string[] | null,
): readonly BlastItem[] {
  const bound = volumes.filter(
    ({ spec }) =>
      spec?.claimRef?.namespace === namespace &&
      (claims === null || claims.includes(spec.claimRef.name ?? "")),
  );
  const isKept = ({ spec }: RawVolumeObject) => spec?.persistentVolumeReclaimPolicy === "Retain";
  return [
    ...item(
      ["volumes", "lost", "PersistentVolume"],
      names(bound.filter((volume) => !isKept(volume))),
    ),
    ...item(["volumes", "stays", "PersistentVolume"], names(bound.filter(isKept))),
  ];
}

const using =
  (of: "configMaps" | "secrets"): Radius =>
  ({ name }, { pods }) =>
    item(["users", "breaks", "Pod"], podsUsing(pods, of, name));

const ofNamespace: Radius = ({ name }, world) => {
  const contents = Object.entries(world.contents).flatMap(([kind, found]) =>
    item(["objects", "goes", kind], found),
  );
  const hosts = world.ingresses.flatMap(
    ({ spec }) => spec?.rules?.map(({ host }) => host ?? "*") ?? [],
  );
  return [
    ...item(["hosts", "breaks"], [...new Set(hosts)]),
    ...lostVolumes(world.volumes, name, null),
    ...contents,
  ];
};

const ofDefinition: Radius = (_, { contents }) =>
  Object.entries(contents).flatMap(([kind, found]) => item(["instances", "lost", kind], found));

const ofOther: Radius = (_, { between, pods, object }) =>
  item(["owned", "goes"], names(ownedBy([...between, ...pods], [object.metadata.uid])));

const BY_KIND: Readonly<Record<string, Radius>> = {
  Deployment: ofWorkload,
  StatefulSet: ofWorkload,
  DaemonSet: ofWorkload,
  ReplicaSet: ofWorkload,
  Job: ofWorkload,
  CronJob: ofWorkload,
  Pod: ofPod,
  Service: ofService,
  Ingress: ofIngress,
  PersistentVolumeClaim: ofClaim,
  ConfigMap: using("configMaps"),
  Secret: using("secrets"),
  Namespace: ofNamespace,
  CustomResourceDefinition: ofDefinition,
};
