import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addHost, cut, heal, k3sArtifacts, mustExec, removeHost } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { readKubeconfig, rewriteKubeconfig, tokenKubeconfig } from "@/lib/kube/kubeconfig";
import { ALL_KINDS } from "@/lib/kube/kinds";
import type { NodeRow } from "@/lib/kube/kinds/node";
import { createRowIndex } from "@/lib/kube/row-index";
import { kubeQuery } from "@/lib/schemas/kube";
import pino from "pino";
import { createBus } from "@/server/bus";
import { createLifecycle } from "@/server/lifecycle";
import { installK3s } from "@/server/testing/lab-k3s";
import type { Vault } from "@/server/secrets/vault";
import { systemClock } from "@/server/system-clock";
import { createApiClient } from "./api-client";
import { grantAccess } from "./grant-access";
import { createKubeHub, type KubeHub } from "./kube-hub";
import { readPodUsage } from "./read-usage";
import { probeServer } from "./probe-server";

const HOST = "kube1";
const ADDRESS = "10.203.1.241";
const CLUSTER = "cluster1";
const run = promisify(execFile);

let hub: KubeHub;
let kubeconfig: string;
let vault: Vault;
const bus = createBus();
const lifecycle = createLifecycle(pino({ level: "silent" }));
const folder = mkdtempSync(join(tmpdir(), "gandalf-kube-"));
const kubectl = (...args: string[]) => mustExec(HOST, `k3s kubectl ${args.join(" ")}`);
const eventually = (check: () => Promise<void> | void, withinMs = 30_000) =>
  vi.waitFor(check, { timeout: withinMs, interval: 100 });

beforeAll(async () => {
  await addHost(HOST, ADDRESS);
  const rewritten = rewriteKubeconfig(await installK3s(HOST, ADDRESS), `https://${ADDRESS}:6443`);
  if (!rewritten.ok) throw new Error(rewritten.problem.detail);
  kubeconfig = rewritten.value;
  vault = {
    get: async () => secret(kubeconfig),
    put: async () => {},
    ensure: async () => secret(kubeconfig),
    remove: async () => {},
  };
  hub = createKubeHub({ bus, clock: systemClock, vault, lifecycle });
});

afterAll(async () => {
  await lifecycle.stop();
  rmSync(folder, { recursive: true, force: true });
  await removeHost(HOST);
});

async function connection() {
  const api = await hub.client(CLUSTER);
  if (!api.ok) throw new Error(api.problem.detail);
  return api.value;
}

async function credentials() {
  const read = await hub.credentials(CLUSTER);
  if (!read.ok) throw new Error(read.problem.detail);
  return read.value;
}

/** One that has not asked yet what the cluster serves. */
const freshHub = () => createKubeHub({ bus, clock: systemClock, vault, lifecycle });

/** A definition without any schema, and an object whose text means harm. */
const WIDGETS = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.org }
spec:
  group: example.org
  scope: Namespaced
  names: { kind: Widget, plural: widgets, singular: widget }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
      additionalPrinterColumns: [{ name: Colour, type: string, jsonPath: .spec.colour }]`;
const WIDGET = `
apiVersion: example.org/v1
kind: Widget
metadata: { name: odd, namespace: default }
spec: { colour: '<b>$(reboot)</b>' }`;

/** Rows by name, as a page would get them. */
async function pods() {
  const { rows } = await hub.look(CLUSTER, "pods");
  return new Map([...(rows?.values() ?? [])].map((row) => [row.name, row]));
}

describe("a real cluster", () => {
  it("shows its node with version, address and readiness", async () => {
    await eventually(async () => {
      const { rows, problem } = await hub.look(CLUSTER, "nodes");
      expect(problem).toBeNull();
      const [node] = [...(rows?.values() ?? [])] as NodeRow[];
      expect(node).toMatchObject({ name: HOST, address: ADDRESS, ready: true });
      expect(node?.version).toMatch(/^v1\.\d+\.\d+\+k3s/);
      expect(node?.roles).toContain("control-plane");
      expect(node?.memoryBytes.allocatable).toBeGreaterThan(0);
    }, 60_000);
  });

  it("tells of a new pod within a second, and of its end", async () => {
    await pods();
    const said: number[] = [];
    const stop = bus.on(
      "kube.changed",
      ({ kind }) => void (kind === "pods" && said.push(Date.now())),
    );
    const createdAt = Date.now();
    await kubectl("run probe --image=busybox:lab --restart=Never --command -- sleep 1000");
    await eventually(() => expect(said.length).toBeGreaterThan(0));
    const delayMs = (said[0] ?? Infinity) - createdAt;
    expect(delayMs).toBeLessThan(3_000); // kubectl's own start included
    await eventually(async () =>
      expect((await pods()).get("probe")).toMatchObject({ phrase: "Running" }),
    );
    await kubectl("delete pod probe --grace-period=0 --force");
    await eventually(async () => expect((await pods()).has("probe")).toBe(false));
    stop();
  });

  it("names an image that cannot be pulled", async () => {
    await kubectl("create deployment gallery --image=registry.invalid/club/galery:2");
    await eventually(async () => {
      const row = [...(await pods()).values()].find(({ name }) => name.startsWith("gallery"));
      expect(row).toMatchObject({ trouble: { code: "image", registry: "registry.invalid" } });
    });
    await kubectl("delete deployment gallery");
  });

  it("serves every kind that is built in, and says which ones this cluster lacks", async () => {
    const missing: string[] = [];
    for (const kind of ALL_KINDS) {
      const snapshot = await hub.lookAt(CLUSTER, kind);
      expect(snapshot.problem, kind.name).toBeNull();
      expect(snapshot.rows, kind.name).not.toBeNull();
      if (snapshot.missing) missing.push(kind.name);
      const index = createRowIndex(kind, snapshot.rows?.values() ?? []);
      expect(index.select(kubeQuery.parse({})).length, kind.name).toBe(index.rows.length);
    }
    // The lab's Kubernetes has no Traefik, so it has no routes of it.
    expect(missing.every((name) => ["ingressroutes", "helmcharts"].includes(name))).toBe(true);
    for (const name of ["namespaces", "services", "endpoints", "secrets", "clusterroles"] as const)
      expect((await hub.look(CLUSTER, name)).rows?.size, name).toBeGreaterThan(0);
  });

  it("finds a custom kind by discovery, with the columns of its definition, as soon as it is there", async () => {
    await kubectl(`apply -f - <<'EOF'\n${WIDGETS}\nEOF`);
    await eventually(async () => {
      const found = await freshHub().kind(CLUSTER, "widgets.example.org");
      expect(found).toMatchObject({ ok: true, value: { name: "widgets.example.org" } });
    });
    await kubectl(`apply -f - <<'EOF'\n${WIDGET}\nEOF`);
    const found = await freshHub().kind(CLUSTER, "widgets.example.org");
    if (!found.ok || found.value === null) throw new Error("no such kind");
    const kind = found.value;
    expect(kind.columns.map(({ label }) => label)).toContain("Colour");
    await eventually(async () => {
      const [row] = [...((await hub.lookAt(CLUSTER, kind)).rows?.values() ?? [])];
      expect(row).toMatchObject({ name: "odd", c0: "<b>$(reboot)</b>" });
    });
    await kubectl("delete crd widgets.example.org");
    await eventually(
      async () => expect((await hub.lookAt(CLUSTER, kind)).missing).toBe(true),
      60_000,
    );
  });

  it("lists names and labels only, for a search", async () => {
    const served = await hub.discover(CLUSTER);
    if (!served.ok) throw new Error(served.problem.detail);
    const secrets = served.value.find(({ plural }) => plural === "secrets");
    if (secrets === undefined) throw new Error("no secrets are served");
    const listed = await hub.metadata(CLUSTER, secrets);
    if (!listed.ok) throw new Error(listed.problem.detail);
    expect(listed.value.objects.length).toBeGreaterThan(0);
    expect(JSON.stringify(listed.value)).not.toContain("managedFields");
  });

  it("measures what a pod uses, and says by whom", async () => {
    await kubectl("run busy --image=busybox:lab --restart=Never --command -- sleep 1000");
    await eventually(async () => {
      const row = (await pods()).get("busy");
      expect(row?.phrase).toBe("Running");
      const measured = await readPodUsage(await connection(), {
        ...{ namespace: "default", name: "busy", node: HOST },
      });
      expect(measured.source).not.toBeNull();
      expect(measured.value?.containers.get("busy")?.memoryBytes).toBeGreaterThan(0);
    }, 60_000);
    await kubectl("delete pod busy --grace-period=0 --force");
  });

  it("reads readiness and the end of the certificate over verified TLS", async () => {
    const probe = await probeServer(await credentials(), { name: HOST, address: ADDRESS });
    expect(probe.health).toMatchObject({ ok: true, failing: [], problem: null });
    expect(probe.health.checks).toBeGreaterThan(10);
    const days = ((probe.certificateEndsAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(300);
  });

  it("does not talk to a server that another authority vouches for", async () => {
    const read = readKubeconfig(kubeconfig);
    if (!read.ok) throw new Error(read.problem.detail);
    // A certificate of the same cluster, but not an authority.
    const { identity } = read.value;
    const caPem = identity.kind === "certificate" ? identity.certificatePem : "";
    const client = createApiClient({ ...read.value, caPem });
    const answer = await client.text({ path: "/readyz" });
    client.close();
    expect(answer).toMatchObject({ ok: false, problem: { code: "cluster.refused" } });
  });

  it.each([
    ["administrator", "create namespace from-admin", null],
    [
      "operator",
      "create deployment d --image=busybox:lab",
      "create clusterrole x --verb=get --resource=nodes",
    ],
    ["viewer", "get nodes", "get secrets -n kube-system"],
  ] as const)(
    "gives the role %s a kubeconfig with its rights and no more",
    async (role, may, mayNot) => {
      const granted = await grantAccess(await connection(), {
        userId: role,
        role,
        ttlSeconds: 3600,
      });
      if (!granted.ok) throw new Error(granted.problem.detail);
      const { server, caPem } = await credentials();
      const { token, expiresAt } = granted.value;
      const file = join(folder, `${role}.yaml`);
      writeFileSync(file, tokenKubeconfig({ name: "lab", user: role, server, caPem, token }));
      const own = (line: string) =>
        run(k3sArtifacts.binary, ["kubectl", "--kubeconfig", file, ...line.split(" ")]);
      await own("get nodes");
      await own(may);
      if (mayNot !== null) await expect(own(mayNot)).rejects.toThrow(/forbidden/);
      expect(Math.abs(Date.parse(expiresAt) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    },
  );

  it("withdraws the rights of a role that somebody lost, also from older files", async () => {
    const api = await connection();
    const wanted = { userId: "ada", ttlSeconds: 3600 };
    const before = await grantAccess(api, { ...wanted, role: "administrator" });
    if (!before.ok) throw new Error(before.problem.detail);
    await grantAccess(api, { ...wanted, role: "viewer" });
    const { server, caPem } = await credentials();
    const identity = { kind: "token", token: before.value.token } as const;
    const old = createApiClient({ server, caPem, identity });
    const secrets = await old.json({ path: "/api/v1/secrets" });
    const listed = await old.json({ path: "/api/v1/pods" });
    old.close();
    expect(secrets).toMatchObject({ ok: false, problem: { httpStatus: 403 } });
    expect(listed.ok).toBe(true);
  });

  it("says within 10 s that the API is away, keeps the rows, and recovers", async () => {
    const before = (await hub.look(CLUSTER, "nodes")).rows?.size;
    const cutAt = Date.now();
    await cut(HOST);
    await eventually(async () =>
      expect((await hub.look(CLUSTER, "nodes")).problem?.code).toBe("cluster.unreachable"),
    );
    expect(Date.now() - cutAt).toBeLessThan(10_000);
    expect((await hub.look(CLUSTER, "nodes")).rows?.size).toBe(before);
    await heal(HOST);
    await eventually(async () => expect((await hub.look(CLUSTER, "nodes")).problem).toBeNull());
  });
});
