import type { JsonObject } from "@/lib/kube-write/json";
import type { Manifest } from "@/lib/kube-write/manifest";
import { labelsOf, selectorOf } from "./labels";
import type { EnvironmentVariable, Expose } from "./parameters";

/** Which app an object belongs to, and which part of it it is. */
export interface Part {
  readonly part: string;
  readonly app: string;
  readonly namespace: string;
}

/** The head of an object of an app. */
export const objectOf = (
  { part, app, namespace }: Part,
  { apiVersion, kind, name }: { apiVersion: string; kind: string; name: string },
): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace, labels: { ...labelsOf(part, app) } },
});

/** What each copy asks for. No CPU limit: a limit throttles while CPU lies idle; memory cannot be given back. */
export const resources = (of: {
  readonly cpuMillis: number;
  readonly memoryMiB: number;
  readonly memoryLimitMiB: number;
}): JsonObject => ({
  requests: { cpu: `${of.cpuMillis}m`, memory: `${of.memoryMiB}Mi` },
  limits: { memory: `${of.memoryLimitMiB}Mi` },
});

/** Longer than the slowest first start on a small board, whose card must take in what the app writes then. */
const STARTUP = { periodSeconds: 2, failureThreshold: 300 } as const;
/** A small board under load answers late without being ill. */
const PROBE_TIMEOUT_SECONDS = 5;

/**
 * Ready once it takes connections (or answers at `path`); restarted when it no longer takes any. While it starts for
 * the first time nothing restarts it: half a database is worse than a slow one.
 */
export function probes(port: number, path?: string): JsonObject {
  const takes = { tcpSocket: { port }, timeoutSeconds: PROBE_TIMEOUT_SECONDS };
  const answers =
    path === undefined ? takes : { httpGet: { path, port }, timeoutSeconds: PROBE_TIMEOUT_SECONDS };
  return {
    startupProbe: { ...takes, ...STARTUP },
    readinessProbe: { ...answers, periodSeconds: 5 },
    livenessProbe: { ...takes, periodSeconds: 20 },
  };
}

interface Workload extends Part {
  readonly name: string;
  readonly replicas: number;
  /** One writer at a time: the old copy ends before the new one starts. */
  readonly recreate?: boolean;
  readonly container: JsonObject;
  readonly volumes?: readonly JsonObject[];
}

export function deployment(of: Workload): Manifest {
  const selector = selectorOf(of.part, of.app);
  return {
    ...objectOf(of, { apiVersion: "apps/v1", kind: "Deployment", name: of.name }),
    spec: {
      replicas: of.replicas,
      selector: { matchLabels: selector },
      ...(of.recreate === true ? { strategy: { type: "Recreate" } } : {}),
      template: {
        metadata: { labels: { ...labelsOf(of.part, of.app) } },
        spec: {
          // No app of a form talks to the cluster; and variables named after services can mean something to an app.
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          containers: [of.container],
          ...(of.volumes === undefined || of.volumes.length === 0 ? {} : { volumes: of.volumes }),
        },
      },
    },
  };
}

const SERVICE_TYPES = {
  cluster: "ClusterIP",
  "node-port": "NodePort",
  "load-balancer": "LoadBalancer",
  host: "ClusterIP",
} as const satisfies Record<Expose["kind"], string>;

interface Reach extends Part {
  readonly name: string;
  readonly port: number;
  readonly expose: Expose;
}

/** The service and, for a host name, the ingress. */
export function reach(of: Reach): readonly Manifest[] {
  const service = {
    ...objectOf(of, { apiVersion: "v1", kind: "Service", name: of.name }),
    spec: {
      type: SERVICE_TYPES[of.expose.kind],
      selector: selectorOf(of.part, of.app),
      ports: [{ name: "main", port: of.port, targetPort: of.port, protocol: "TCP" }],
    },
  };
  return of.expose.kind === "host" ? [service, ingress(of, of.expose.host)] : [service];
}

const ingress = (of: Reach, host: string): Manifest => ({
  ...objectOf(of, { apiVersion: "networking.k8s.io/v1", kind: "Ingress", name: of.name }),
  spec: {
    rules: [
      {
        host,
        http: {
          paths: [
            {
              path: "/",
              pathType: "Prefix",
              backend: { service: { name: of.name, port: { number: of.port } } },
            },
          ],
        },
      },
    ],
  },
});

/** A volume of the cluster's default storage class. */
export const claim = (of: Part, name: string, sizeGiB: number): Manifest => ({
  ...objectOf(of, { apiVersion: "v1", kind: "PersistentVolumeClaim", name }),
  spec: {
    accessModes: ["ReadWriteOnce"],
    resources: { requests: { storage: `${sizeGiB}Gi` } },
  },
});

/** `stringData`: the API encodes it, and a person can read the text before it is applied. */
export const secretOf = (
  of: Part,
  name: string,
  values: Readonly<Record<string, string>>,
): Manifest => ({
  ...objectOf(of, { apiVersion: "v1", kind: "Secret", name }),
  type: "Opaque",
  stringData: { ...values },
});

/** The container's variables; secret ones point to the app's secret. */
export const environment = (
  variables: readonly EnvironmentVariable[],
  secretName: string,
): readonly JsonObject[] =>
  variables.map(({ name, value, secret }) =>
    secret
      ? { name, valueFrom: { secretKeyRef: { name: secretName, key: name } } }
      : { name, value: escapeReferences(value) },
  );

/**
 * `$(NAME)` would be replaced by another variable, and `$$` by one `$`.
 * Source: Kubernetes, third_party/forked/golang/expansion "Expand".
 */
const escapeReferences = (value: string) =>
  /\$[$(]/.test(value) ? value.replaceAll("$", "$$$$") : value;

/** Name and value of the secret ones. */
export const secretValues = (
  variables: readonly EnvironmentVariable[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    variables.filter(({ secret }) => secret).map(({ name, value }) => [name, value]),
  );
