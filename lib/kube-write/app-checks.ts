import { parseQuantity } from "@/lib/kube/quantity";
import type { AppCheck } from "@/lib/schemas/app-check";
import { isJsonObject, type Json } from "./json";
import { refOf, sayRef, type Manifest } from "./manifest";
import type { RawIngress, RawNodeObject, RawObject } from "./raw-objects";

/** Source: Kubernetes API reference, core/v1 ResourceQuota. */
export interface RawQuota extends RawObject {
  readonly status?: {
    readonly hard?: Readonly<Record<string, string>>;
    readonly used?: Readonly<Record<string, string>>;
  };
}

/** Source: Kubernetes API reference, storage.k8s.io/v1 StorageClass. */
export interface RawStorageClass extends RawObject {
  readonly provisioner?: string;
}

/** What is there before an app comes. */
export interface AppWorld {
  readonly namespace: string;
  readonly namespaceExists: boolean;
  /** Objects of the app's names that are there already. */
  readonly existing: readonly RawObject[];
  /** Of all namespaces. */
  readonly ingresses: readonly RawIngress[];
  readonly quotas: readonly RawQuota[];
  readonly classes: readonly RawStorageClass[];
  readonly nodes: readonly RawNodeObject[];
}

/** What somebody should know before these objects are made. */
export function appChecks(objects: readonly Manifest[], world: AppWorld): readonly AppCheck[] {
  return [
    ...(world.namespaceExists
      ? []
      : [{ code: "namespace-new", field: "namespace", namespace: world.namespace } as const]),
    ...nameChecks(objects, world),
    ...hostChecks(objects, world),
    ...quotaChecks(objects, world),
    ...storageChecks(objects, world),
    ...imageChecks(objects, world),
  ];
}

const INSTANCE = "app.kubernetes.io/instance";
const MANAGED_BY = "app.kubernetes.io/managed-by";

function nameChecks(objects: readonly Manifest[], { existing }: AppWorld): readonly AppCheck[] {
  const instance = labelsIn(objects[0])[INSTANCE];
  const isOurs = ({ metadata }: RawObject) =>
    metadata.labels?.[MANAGED_BY] === "gandalf" && metadata.labels[INSTANCE] === instance;
  const say = (found: readonly RawObject[]) =>
    found.map(({ kind = "", metadata }) =>
      sayRef({ kind, namespace: metadata.namespace ?? "", name: metadata.name }),
    );
  const foreign = say(existing.filter((object) => !isOurs(object)));
  const own = say(existing.filter(isOurs));
  return [
    ...(foreign.length > 0
      ? [{ code: "name-taken", field: "name", objects: foreign } as const]
      : []),
    ...(own.length > 0 ? [{ code: "updates", field: "name", objects: own } as const] : []),
  ];
}

const labelsIn = (object: Manifest | undefined): Readonly<Record<string, Json>> => {
  const labels = object?.metadata.labels;
  return isJsonObject(labels) ? labels : {};
};

const hostsIn = ({ spec }: RawIngress) => (spec?.rules ?? []).flatMap(({ host }) => host ?? []);

function hostChecks(objects: readonly Manifest[], { ingresses }: AppWorld): readonly AppCheck[] {
  const mine = objects.filter(({ kind }) => kind === "Ingress");
  return mine.flatMap((object) => {
    const { namespace, name } = refOf(object);
    const others = ingresses.filter(
      ({ metadata }) => metadata.namespace !== namespace || metadata.name !== name,
    );
    return hostsIn(object as unknown as RawIngress).flatMap((host) => {
      const by = others.find((other) => hostsIn(other).includes(host));
      if (by === undefined) return [];
      const taken = `${by.metadata.namespace ?? ""}/${by.metadata.name}`;
      return [{ code: "host-taken", field: "expose", host, by: taken } as const];
    });
  });
}

interface PodTemplate {
  readonly replicas: number;
  readonly containers: readonly {
    readonly image?: string;
    readonly resources?: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  }[];
}

const templatesIn = (objects: readonly Manifest[]): readonly PodTemplate[] =>
  objects
    .filter(({ kind }) => kind === "Deployment")
    .map(({ spec }) => {
      const { replicas = 1, template } = spec as {
        replicas?: number;
        template: { spec: { containers: PodTemplate["containers"] } };
      };
      return { replicas, containers: template.spec.containers };
    });

/** What quotas count, and where it stands in a container. */
const COUNTED = {
  "requests.cpu": ["requests", "cpu"],
  "requests.memory": ["requests", "memory"],
  "limits.memory": ["limits", "memory"],
  cpu: ["requests", "cpu"],
  memory: ["requests", "memory"],
} as const;

function askedOf(objects: readonly Manifest[], resource: string): number | null {
  const templates = templatesIn(objects);
  if (resource === "pods") return templates.reduce((sum, { replicas }) => sum + replicas, 0);
  if (!Object.hasOwn(COUNTED, resource)) return null;
  const [part, key] = COUNTED[resource as keyof typeof COUNTED];
  return templates.reduce(
    (sum, { replicas, containers }) =>
      sum +
      replicas *
        containers.reduce(
          (of, { resources }) => of + (parseQuantity(resources?.[part]?.[key]) ?? 0),
          0,
        ),
    0,
  );
}

function quotaChecks(
  objects: readonly Manifest[],
  { quotas, existing }: AppWorld,
): readonly AppCheck[] {
  if (existing.some(({ kind }) => kind === "Deployment")) return []; // what it asks for is counted already
  return quotas.flatMap(({ metadata, status = {} }) =>
    Object.entries(status.hard ?? {}).flatMap(([resource, hard]) => {
      const asked = askedOf(objects, resource);
      if (asked === null) return [];
      const left = (parseQuantity(hard) ?? 0) - (parseQuantity(status.used?.[resource]) ?? 0);
      const check = { code: "quota", field: "replicas", quota: metadata.name, resource } as const;
      const amounts = { asked: amountText(resource, asked), left: amountText(resource, left) };
      return [{ ...check, ...amounts, fits: asked <= left }];
    }),
  );
}

const MIB = 2 ** 20;

const amountText = (resource: string, amount: number) =>
  resource.includes("memory")
    ? `${Math.round(amount / MIB)} MiB`
    : String(Math.round(amount * 1000) / 1000);

/** Source: Kubernetes, "Default StorageClass". */
const DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";
/** Volumes of these lie on the disk of one node. Source: local-path-provisioner; Kubernetes "local" volumes. */
const PINNED: readonly string[] = ["rancher.io/local-path", "kubernetes.io/no-provisioner"];

function storageChecks(objects: readonly Manifest[], { classes }: AppWorld): readonly AppCheck[] {
  if (!objects.some(({ kind }) => kind === "PersistentVolumeClaim")) return [];
  const chosen = classes.find(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === "true");
  if (chosen === undefined) return [{ code: "no-storage", field: "volume" }];
  if (!PINNED.includes(chosen.provisioner ?? "")) return [];
  return [{ code: "pinned-volume", field: "volume", storageClass: chosen.metadata.name }];
}

/** A node names images in full: docker.io/library/nginx:1.14.2. Source: the distribution reference's "familiar" names. */
export function fullImageName(image: string): string {
  const [first = "", ...rest] = image.split("/");
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const path = rest.length === 0 ? `library/${image}` : image;
  const named = hasRegistry ? image : `docker.io/${path}`;
  return /[:@]/.test(named.slice(named.lastIndexOf("/"))) ? named : `${named}:latest`;
}

function imageChecks(objects: readonly Manifest[], { nodes }: AppWorld): readonly AppCheck[] {
  const images = templatesIn(objects).flatMap(({ containers }) =>
    containers.map(({ image = "" }) => image),
  );
  const architectures = nodes.flatMap(({ status }) => status?.nodeInfo?.architecture ?? []);
  return [...new Set(images)].map((image) => {
    const full = fullImageName(image);
    const having = nodes.filter(({ status }) =>
      status?.images?.some(({ names = [] }) => names.includes(full)),
    );
    if (having.length > 0)
      return {
        code: "image-there",
        field: "image",
        image,
        nodes: having.map(({ metadata }) => metadata.name),
      };
    return {
      code: "image-unknown",
      field: "image",
      image,
      architectures: [...new Set(architectures)],
    };
  });
}
