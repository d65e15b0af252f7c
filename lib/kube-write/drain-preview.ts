import { conditionOf } from "@/lib/kube/kube-object";
import { staysOnDrain } from "@/lib/provision/facts/stays-on-drain";
import type { DrainBudget, DrainPod, DrainPreview, DrainSite } from "@/lib/schemas/kube-drain";
import { hostsOfServices, servicesChoosing } from "./hosts-of";
import type {
  RawBudget,
  RawIngress,
  RawNodeObject,
  RawPodObject,
  RawService,
  RawVolumeObject,
} from "./raw-objects";
import { matchesSelector } from "./selector";
import { usesOf } from "./uses";

/** All namespaces. */
export interface DrainWorld {
  readonly node: RawNodeObject;
  readonly nodes: readonly RawNodeObject[];
  /** Of the whole cluster, with `spec.nodeName`. */
  readonly pods: readonly RawPodObject[];
  readonly budgets: readonly RawBudget[];
  readonly volumes: readonly RawVolumeObject[];
  readonly services: readonly RawService[];
  readonly ingresses: readonly RawIngress[];
  readonly complete: boolean;
  /** Names of nodes that are drained together with it. */
  readonly alongWith?: readonly string[];
}

const drainedNames = ({ node, alongWith = [] }: DrainWorld): readonly string[] => [
  node.metadata.name,
  ...alongWith,
];

/** What a drain moves, what stays, and what stands in its way. */
export function drainPreview(world: DrainWorld): DrainPreview {
  const { node, pods, complete } = world;
  const drained = drainedNames(world);
  const here = pods.filter(({ spec }) => drained.includes(spec?.nodeName ?? ""));
  const leaving = here.filter((pod) => !stays(pod));
  return {
    node: drained.join(", "),
    cordoned: node.spec?.unschedulable === true,
    ready: isReady(node),
    pods: leaving.map((pod) => toDrainPod(pod, world)),
    staying: here.filter((pod) => stays(pod) && !hasEnded(pod)).length,
    budgets: budgetsOver(leaving, world),
    sites: sitesOf(leaving, world),
    otherNodes: world.nodes.filter(
      (other) => !drained.includes(other.metadata.name) && takesPods(other),
    ).length,
    complete,
  };
}

const isReady = ({ status }: RawNodeObject) =>
  conditionOf(status?.conditions, "Ready")?.status === "True";

/** Whether new pods may start there. */
export const takesPods = (node: RawNodeObject) =>
  isReady(node) &&
  node.spec?.unschedulable !== true &&
  !(node.spec?.taints ?? []).some(({ effect }) => effect !== "PreferNoSchedule");

const hasEnded = ({ status }: RawPodObject) =>
  status?.phase === "Succeeded" || status?.phase === "Failed";

/** Pods that a drain leaves where they are. */
export const stays = ({ metadata, status }: RawPodObject): boolean =>
  staysOnDrain(
    status?.phase ?? "",
    (metadata.ownerReferences ?? []).map(({ kind }) => kind),
  );

function toDrainPod(pod: RawPodObject, world: DrainWorld): DrainPod {
  const { metadata, spec = {} } = pod;
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  return {
    namespace: metadata.namespace ?? "",
    name: metadata.name,
    owner: owner === undefined ? "" : `${owner.kind}/${owner.name}`,
    bare: owner === undefined,
    emptyDir: (spec.volumes ?? []).some(({ emptyDir }) => emptyDir !== undefined),
    pinned: pinnedClaims(pod, world),
  };
}

/** Claims whose volume may be mounted on this node only. */
function pinnedClaims({ metadata, spec }: RawPodObject, world: DrainWorld) {
  const { volumes } = world;
  const claims = usesOf(spec).claims;
  const pinned = volumes.filter(
    (volume) =>
      volume.spec?.claimRef?.namespace === metadata.namespace &&
      claims.includes(volume.spec?.claimRef?.name ?? "") &&
      isPinnedTo(volume, drainedNames(world)),
  );
  return pinned.map((volume) => volume.spec?.claimRef?.name ?? "");
}

const HOSTNAME = "kubernetes.io/hostname";

/** Source: local volumes and local-path write the node's name into the volume's affinity. */
const isPinnedTo = ({ spec }: RawVolumeObject, drained: readonly string[]): boolean =>
  (spec?.nodeAffinity?.required?.nodeSelectorTerms ?? []).some(({ matchExpressions = [] }) =>
    matchExpressions.some(
      ({ key, operator, values = [] }) =>
        key === HOSTNAME &&
        operator === "In" &&
        values.length > 0 &&
        values.every((value) => drained.includes(value)),
    ),
  );

function budgetsOver(
  leaving: readonly RawPodObject[],
  { budgets }: DrainWorld,
): readonly DrainBudget[] {
  return budgets.flatMap(({ metadata, spec, status }) => {
    const under = leaving.filter(
      (pod) =>
        pod.metadata.namespace === metadata.namespace &&
        matchesSelector(spec?.selector, pod.metadata.labels),
    );
    const budget = { namespace: metadata.namespace ?? "", name: metadata.name };
    return under.length === 0
      ? []
      : [{ ...budget, allowed: status?.disruptionsAllowed ?? 0, pods: under.length }];
  });
}

const inNamespace = <T extends { metadata: { namespace?: string } }>(
  objects: readonly T[],
  namespace: string | undefined,
) => objects.filter(({ metadata }) => metadata.namespace === namespace);

function sitesOf(leaving: readonly RawPodObject[], world: DrainWorld): readonly DrainSite[] {
  const sites = new Map<string, DrainSite>();
  for (const pod of leaving) {
    const { namespace, labels } = pod.metadata;
    const names = servicesChoosing(inNamespace(world.services, namespace), labels);
    for (const host of hostsOfServices(inNamespace(world.ingresses, namespace), names)) {
      const known = sites.get(host);
      const pinned = pinnedClaims(pod, world).length > 0 || known?.pinned === true;
      sites.set(host, { host, elsewhere: copiesElsewhere(host, pod, world), pinned });
    }
  }
  return [...sites.values()];
}

/** Running copies on other nodes behind the same services that lead this host name here. */
function copiesElsewhere(host: string, pod: RawPodObject, world: DrainWorld): number {
  const { namespace } = pod.metadata;
  const ingresses = inNamespace(world.ingresses, namespace);
  const services = inNamespace(world.services, namespace).filter(({ metadata }) =>
    hostsOfServices(ingresses, [metadata.name]).includes(host),
  );
  return inNamespace(world.pods, namespace).filter(
    (other) =>
      !drainedNames(world).includes(other.spec?.nodeName ?? "") &&
      other.status?.phase === "Running" &&
      servicesChoosing(services, other.metadata.labels).length > 0,
  ).length;
}
