import type { LogLine } from "@/components/log/log-line";
import type { Problem } from "@/lib/core/problem";
import type { StatusOf } from "@/lib/format/status";

/** A host of the kit's sample list. */
export interface SampleHost {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly address: string;
  readonly state: StatusOf<"host">;
  readonly memoryBytes: number;
  readonly used: number;
}

const GIB = 1024 ** 3;
const host = (
  name: string,
  role: string,
  rest: Omit<SampleHost, "id" | "name" | "role">,
): SampleHost => ({
  id: name,
  name,
  role,
  ...rest,
});

/** The reference cluster. */
export const SAMPLE_HOSTS: readonly SampleHost[] = [
  host("worker2", "agent", {
    address: "192.168.1.223",
    state: "unreachable",
    memoryBytes: 0.9 * GIB,
    used: 0.88,
  }),
  host("db", "datastore", {
    address: "192.168.1.200",
    state: "reachable",
    memoryBytes: 2 * GIB,
    used: 0.44,
  }),
  host("master1", "server", {
    address: "192.168.1.220",
    state: "drifted",
    memoryBytes: 4 * GIB,
    used: 0.52,
  }),
  host("lb", "load-balancer", {
    address: "192.168.1.210",
    state: "reachable",
    memoryBytes: GIB,
    used: 0.31,
  }),
  host("master2", "server", {
    address: "192.168.1.221",
    state: "key-changed",
    memoryBytes: 4 * GIB,
    used: 0.49,
  }),
];

/** Ten thousand of them, for the virtual table. */
export const MANY_HOSTS: readonly SampleHost[] = Array.from({ length: 10_000 }, (_, index) => ({
  ...host(`host${index + 1}`, "agent", {
    address: `10.0.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    state: index % 97 === 0 ? "unreachable" : "reachable",
    memoryBytes: ((index % 8) + 1) * GIB,
    used: (index % 100) / 100,
  }),
}));

const line = (seq: number, text: string, tone?: LogLine["tone"]): LogLine => ({
  seq,
  at: new Date(Date.UTC(2026, 9, 17, 8, 4, 30 + Math.floor(seq / 40))).toISOString(),
  text,
  ...(tone ? { tone } : {}),
});

/** The log of a step that fails. */
export const SAMPLE_LOG: readonly LogLine[] = [
  ...Array.from({ length: 411 }, (_, index) =>
    line(index + 1, `apt-get: Unpacking package ${index + 1} of 411`),
  ),
  line(412, "systemctl start k3s", "strong"),
  line(413, "Started k3s.service - Lightweight Kubernetes."),
  line(414, "Configuring mysql database connection pooling: maxIdleConns=2"),
  line(
    415,
    `level=fatal msg="building kine: Error 1045 (28000): Access denied for user 'k3s'@'192.168.1.118' (using password: YES)"`,
    "error",
  ),
  line(416, "k3s.service: Main process exited, code=exited, status=1/FAILURE", "warn"),
  line(417, "Gandalf: other hosts go on; master2’s next steps wait", "strong"),
];

export const SAMPLE_PROBLEM: Problem = {
  code: "command.failed",
  detail: "db refuses master2, because it calls from its Wi-Fi address 192.168.1.118.",
  remedies: [
    "Switch Wi-Fi off on master2 and retry: it has a cable, 192.168.1.221 on eth0.",
    "Let db accept 192.168.1.118 too. Works until the Wi-Fi address changes.",
  ],
  evidence: {
    command: "systemctl start k3s",
    exitCode: 1,
    tail: ["Error 1045: Access denied for user 'k3s'@'192.168.1.118'"],
  },
};

const SHARED = Array.from({ length: 18 }, (_, index) => `# line ${index + 1} that stays`).join(
  "\n",
);

/** haproxy.cfg before and after. */
export const SAMPLE_FILE = {
  before: `${SHARED}\ndefaults\n    mode    http\n    timeout client  50000\n    timeout server  50000\n\n`,
  after: `${SHARED}\ndefaults\n    mode    http\n    timeout client  1h\n    timeout server  1h\n\nfrontend kubernetes-api\n    bind *:6443\n    mode tcp\n    default_backend servers-6443\n\nbackend servers-6443\n    mode tcp\n    balance roundrobin\n    option tcp-check\n    server master1 192.168.1.220:6443 check\n    server master2 192.168.1.221:6443 check\n`,
};

/** Names of colours, to be looked at. */
export const SWATCHES = [
  "canvas",
  "surface",
  "raised",
  "sunken",
  "hover",
  "selected",
  "border",
  "border-control",
  "text",
  "muted",
  "subtle",
  "disabled",
  "primary",
  "accent",
  "accent-solid",
  "accent-tint",
  "ok-solid",
  "warn-solid",
  "danger-solid",
  "info-solid",
  "ok-tint",
  "warn-tint",
  "danger-tint",
  "info-tint",
] as const;
