import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addHost, cut, heal, k3sArtifacts, mustExec, removeHost } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { readKubeconfig, rewriteKubeconfig, tokenKubeconfig } from "@/lib/kube/kubeconfig";
import type { NodeRow } from "@/lib/kube/kinds/node";
import pino from "pino";
import { createBus } from "@/server/bus";
import { createLifecycle } from "@/server/lifecycle";
import { installK3s } from "@/server/testing/lab-k3s";
import { systemClock } from "@/server/system-clock";
import { createApiClient } from "./api-client";
import { grantAccess } from "./grant-access";
import { createKubeHub, type KubeHub } from "./kube-hub";
import { probeServer } from "./probe-server";

const HOST = "kube1";
const ADDRESS = "10.203.1.241";
const CLUSTER = "cluster1";
const run = promisify(execFile);

let hub: KubeHub;
let kubeconfig: string;
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
  const vault = {
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
