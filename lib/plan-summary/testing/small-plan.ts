import type { PlanNodeView, PlanView } from "@/lib/schemas/plan-view";

const place = (id: string, more: { after?: string[]; why?: string } = {}) => {
  const [hostName = "", key = ""] = id.split("/");
  const label = key.replaceAll("-", " ");
  return {
    id,
    hostId: `host-${hostName}`,
    hostName,
    label,
    title: label,
    after: more.after ?? [],
    lane: "main" as const,
    skippable: false,
    typicalMs: 1_000,
    why: more.why ?? "Because the cluster needs it.",
    facts: [{ name: "found", command: `cat /etc/${key}`, value: '"text"' }],
  };
};

const nodes: readonly PlanNodeView[] = [
  { ...place("lb/host-name"), state: "in-sync", note: "named lb" },
  {
    ...place("lb/haproxy.cfg", {
      after: ["lb/host-name"],
      why: "Port 6443 goes to both servers.",
    }),
    state: "change",
    summary: "write haproxy.cfg",
    restarts: ["haproxy"],
    actions: [
      {
        kind: "write-file",
        path: "/etc/haproxy/haproxy.cfg",
        mode: "0644",
        owner: "root:root",
        before: "global\n  daemon\ndefaults\n  mode http\n  timeout client 50000\n",
        after: "global\n  daemon\ndefaults\n  mode http\n  timeout client 1h\nfrontend api\n",
        secret: false,
        validator: "haproxy -c -f {}",
      },
      { kind: "run", command: "systemctl reload haproxy", why: "take the new file" },
    ],
  },
  {
    ...place("db/swap-off"),
    state: "problem",
    problem: {
      code: "host.disk-full",
      detail: "db has no room left on /.",
      remedies: ["Free 200 MiB on db.", "Give db a larger disk."],
    },
  },
  {
    ...place("master1/k3s-binary"),
    state: "change",
    summary: "push k3s v1.34.4+k3s1",
    restarts: [],
    actions: [
      {
        kind: "put-artifact",
        path: "/usr/local/bin/k3s",
        name: "k3s",
        sizeBytes: 70_000_000,
        sha256: "ab".repeat(32),
      },
      { kind: "remove-file", path: "/etc/k3s.old", before: "old: true\n" },
      { kind: "wait", what: "k3s answers on port 6443", timeoutMs: 180_000 },
    ],
  },
  {
    ...place("master1/endpoint"),
    state: "change",
    summary: "write the datastore endpoint",
    restarts: [],
    actions: [
      {
        kind: "write-file",
        path: "/etc/rancher/k3s/endpoint.yaml",
        mode: "0600",
        owner: "root:root",
        before: null,
        after: "datastore-endpoint: mysql://k3s:[redacted]@tcp(10.0.0.2:3306)/k3s\n",
        secret: true,
        validator: null,
      },
    ],
  },
  {
    ...place("master2/token", { after: ["master1/endpoint"] }),
    state: "unknown",
    missing: "the token of master1",
    until: "master1/endpoint",
  },
];

/** One step of every state and one action of every kind, for tests. */
export const smallPlan: PlanView = {
  nodes,
  readMs: 1_300,
  readAt: "2026-11-23T10:00:00.000Z",
  hosts: 4,
  estimateMs: 372_000,
};
