/** The objects of the simulated cluster: 1,000 nodes and 5,000 pods, as large as real ones. */

export const NODES = 1_000;
export const PODS = 5_000;
const NAMESPACES = 20;
const PODS_PER_APP = 25;

const padded = (value: number, digits: number) => String(value).padStart(digits, "0");
const nodeName = (index: number) => `node-${padded(index, 4)}`;
const namespaceOf = (index: number) => `team-${padded(index % NAMESPACES, 2)}`;

/** An object and where it is created. */
export interface Creation {
  readonly path: string;
  readonly body: object;
}

/** Where everything but nodes lives. */
export const namespaces: readonly Creation[] = Array.from({ length: NAMESPACES }, (_, index) => ({
  path: "/api/v1/namespaces",
  body: { apiVersion: "v1", kind: "Namespace", metadata: { name: namespaceOf(index) } },
}));

/** KWOK looks after nodes with its annotation. Source: kwok.sigs.k8s.io, "Manage Nodes and Pods". */
export const nodes: readonly Creation[] = Array.from({ length: NODES }, (_, index) => ({
  path: "/api/v1/nodes",
  body: {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name: nodeName(index),
      annotations: { "kwok.x-k8s.io/node": "fake" },
      labels: {
        "kubernetes.io/arch": index % 3 === 0 ? "arm64" : "amd64",
        "kubernetes.io/hostname": nodeName(index),
        "kubernetes.io/os": "linux",
        "topology.kubernetes.io/zone": `zone-${index % 3}`,
      },
    },
    status: {
      allocatable: { cpu: "4", memory: "8Gi", pods: "110" },
      capacity: { cpu: "4", memory: "8Gi", pods: "110" },
    },
  },
}));

const SUFFIX = "bcdfghjklmnpqrstvwxz2456789";
/** A name as a replica set makes it, the same at every run. */
const suffixOf = (index: number) =>
  Array.from({ length: 5 }, (_, at) => SUFFIX[(index * 31 + at * at * 7 + index * at) % 27]).join(
    "",
  );

/** Of the pod with that number. */
export const podPath = (index: number): { readonly namespace: string; readonly name: string } => {
  const app = Math.floor(index / PODS_PER_APP);
  return {
    namespace: namespaceOf(app),
    name: `shop-${padded(app, 3)}-${suffixOf(app)}-${padded(index % PODS_PER_APP, 2)}${suffixOf(index)}`,
  };
};

const container = (name: string, image: string) => ({
  name,
  image,
  ports: [{ containerPort: 8080, name: "http" }],
  env: [
    { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
    { name: "DATABASE_URL", value: "postgres://db.internal:5432/shop" },
  ],
  readinessProbe: { httpGet: { path: "/healthz", port: 8080 }, periodSeconds: 10 },
  livenessProbe: { httpGet: { path: "/livez", port: 8080 }, periodSeconds: 20 },
  resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "128Mi" } },
});

export const pods: readonly Creation[] = Array.from({ length: PODS }, (_, index) => {
  const app = Math.floor(index / PODS_PER_APP);
  const { namespace, name } = podPath(index);
  return {
    path: `/api/v1/namespaces/${namespace}/pods`,
    body: {
      apiVersion: "v1",
      kind: "Pod",
      metadata: {
        ...{ namespace, name },
        labels: {
          "app.kubernetes.io/name": `shop-${padded(app, 3)}`,
          "app.kubernetes.io/part-of": `suite-${app % 7}`,
          "pod-template-hash": suffixOf(app),
        },
        annotations: { "prometheus.io/scrape": "true", "prometheus.io/port": "8080" },
      },
      spec: {
        nodeName: nodeName(index % NODES),
        // A simulated node is not a place that the scheduler would choose by itself.
        tolerations: [{ operator: "Exists" }],
        containers: [
          container("main", `registry.internal/shop/app-${padded(app, 3)}:1.${app % 9}.0`),
          ...(index % 4 === 0 ? [container("proxy", "registry.internal/mesh/proxy:2.4.1")] : []),
        ],
      },
    },
  };
});
