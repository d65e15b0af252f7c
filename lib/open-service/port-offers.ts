import type { OpenableKind, OpenScheme, PortOffer, PortOffers } from "@/lib/schemas/opening";

/** Source: Kubernetes API reference, core/v1 ServicePort. */
export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
  readonly appProtocol?: string;
  readonly targetPort?: number | string;
}

/** Source: Kubernetes API reference, core/v1 ContainerPort. */
export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

interface PodSpec {
  readonly containers?: readonly { readonly ports?: readonly ContainerPort[] }[];
  readonly initContainers?: readonly {
    readonly restartPolicy?: string;
    readonly ports?: readonly ContainerPort[];
  }[];
}

/** What is read of a service, a pod or a workload. */
export interface Openable {
  readonly spec?: PodSpec & {
    readonly ports?: readonly ServicePort[];
    readonly template?: { readonly spec?: PodSpec };
  };
}

/** Source: IANA service names; what charts and images of such apps use. */
const HTTPS_PORTS = [443, 6443, 8443, 9443, 10250];
const PAGE_PORTS = [80, 3000, 4200, 5000, 5173, 8000, 8008, 8080, 8081, 8888, 9000, 9090, 9093];
const OTHER_PORTS = [
  ...[21, 22, 25, 53, 389, 636, 1433, 1521, 1883, 2379, 2380, 3306, 4222, 5432, 5672],
  ...[6379, 9042, 9092, 11211, 27017],
];
const PAGE_WORDS = /http|web|www|ui|dashboard|console|front|admin/;
const OTHER_WORDS =
  /sql|maria|postgres|redis|mongo|amqp|grpc|tcp|smtp|imap|ldap|dns|ssh|kafka|mqtt|memcache/;

interface Port {
  readonly port: number;
  readonly name: string;
  /** Everything that may say what it speaks. */
  readonly words: string;
}

const schemeOf = ({ port, words }: Port): OpenScheme =>
  /https|tls/.test(words) || HTTPS_PORTS.includes(port) ? "https" : "http";

/** Most likely a page: 2 · may be one: 1 · something else: 0. */
function likelihood({ port, words }: Port): 0 | 1 | 2 {
  if (PAGE_WORDS.test(words)) return 2;
  if (OTHER_WORDS.test(words) || OTHER_PORTS.includes(port)) return 0;
  return PAGE_PORTS.includes(port) || HTTPS_PORTS.includes(port) ? 2 : 1;
}

const isTcp = ({ protocol = "TCP" }: { readonly protocol?: string }) => protocol === "TCP";

const servicePorts = (ports: readonly ServicePort[] = []): readonly Port[] =>
  ports.filter(isTcp).map(({ name = "", port, appProtocol = "", targetPort = "" }) => ({
    port,
    name,
    words: `${name} ${appProtocol} ${String(targetPort)}`.toLowerCase(),
  }));

/** Ports of everything that runs as long as the pod does. */
export const containerPorts = ({ containers = [], initContainers = [] }: PodSpec) =>
  [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === "Always")]
    .flatMap(({ ports = [] }) => ports)
    .filter(isTcp);

const podPorts = (spec: PodSpec): readonly Port[] =>
  containerPorts(spec).map(({ name = "", containerPort }) => ({
    port: containerPort,
    name,
    words: name.toLowerCase(),
  }));

/** The ports that can be opened, pages first, each once. */
export function portOffers(kind: OpenableKind, { spec = {} }: Openable): PortOffers {
  const ports =
    kind === "Service" ? servicePorts(spec.ports) : podPorts(spec.template?.spec ?? spec);
  const once = [...new Map(ports.map((port) => [port.port, port])).values()];
  const ranked = once
    .map((port) => ({ port, rank: likelihood(port) }))
    .sort((a, b) => b.rank - a.rank);
  const offers = ranked.map(({ port, rank }): PortOffer => ({
    port: port.port,
    name: port.name,
    scheme: schemeOf(port),
    isPage: rank > 0,
  }));
  return { ports: offers, other: kind !== "Service" };
}
