import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pino from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addHost, k3sArtifacts, removeHost } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { rewriteKubeconfig } from "@/lib/kube/kubeconfig";
import type { UserRole } from "@/lib/schemas/session";
import { createBus } from "@/server/bus";
import { createKubeHub } from "@/server/kube/kube-hub";
import { createLifecycle } from "@/server/lifecycle";
import { createKubeToken } from "@/server/services/create-kube-token";
import { revokeKubeToken } from "@/server/services/revoke-kube-token";
import { installK3s } from "@/server/testing/lab-k3s";
import { systemClock } from "@/server/system-clock";
import { openPanel, type OpenPanel } from "./testing/open-panel";

const HOST = "proxy1";
const ADDRESS = "10.203.1.242";
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "gandalf-kubectl-"));
const lifecycle = createLifecycle(pino({ level: "silent" }));
let open: OpenPanel;

beforeAll(async () => {
  await addHost(HOST, ADDRESS);
  const server = `https://${ADDRESS}:6443`;
  const kubeconfig = rewriteKubeconfig(await installK3s(HOST, ADDRESS), server);
  if (!kubeconfig.ok) throw new Error(kubeconfig.problem.detail);
  const stored = secret(kubeconfig.value);
  const vault = { get: async () => stored };
  open = await openPanel(
    createKubeHub({ bus: createBus(), clock: systemClock, vault, lifecycle } as never),
  );
}, 300_000);

afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await lifecycle.stop();
  rmSync(folder, { recursive: true, force: true });
  await removeHost(HOST);
});

/** A kubeconfig of somebody new with that role, as a file. */
async function kubeconfigFor(role: UserRole) {
  const { userId } = await open.tokenFor(role);
  const user = { id: userId, name: `A ${role}`, role };
  const made = await createKubeToken(open.container, {
    ...{ clusterId: open.clusterId, user, address: "192.0.2.1", name: "laptop", days: 1 },
    place: { host: `127.0.0.1:${open.port}`, secure: false },
  });
  if (!made.ok) throw new Error(made.problem.detail);
  const file = join(folder, `${userId}.yaml`);
  writeFileSync(file, made.value.yaml);
  return { file, user, tokenId: made.value.token.id };
}

const command = (file: string, args: readonly string[]) =>
  ["kubectl", "--kubeconfig", file, ...args] as const;
const env: NodeJS.ProcessEnv = { ...process.env, HOME: folder };

/** kubectl's own words, or its complaint. */
async function kubectl(file: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(k3sArtifacts.binary, command(file, args), { env, timeout: 60_000 });
  return stdout.trim();
}
const complaint = (file: string, ...args: string[]): Promise<string> =>
  kubectl(file, ...args).then(
    (said) => Promise.reject(new Error(`it worked: ${said}`)),
    (error: { stderr?: string }) => error.stderr ?? "",
  );

/** A kubectl that goes on; `said` is its output so far. */
function follow(file: string, ...args: string[]) {
  const child = spawn(k3sArtifacts.binary, command(file, args), { env });
  let said = "";
  child.stdout.on("data", (chunk) => (said += String(chunk)));
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { said: () => said, ended, stop: () => child.kill() };
}
const soon = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 30_000, interval: 100 });

const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "ticker", namespace: "default" },
  spec: {
    terminationGracePeriodSeconds: 0,
    containers: [
      {
        ...{ name: "main", image: "busybox:lab", imagePullPolicy: "IfNotPresent" },
        command: ["sh", "-c", "n=0; while :; do n=$((n+1)); echo line $n; sleep 0.2; done"],
      },
    ],
  },
};

test("kubectl gets, applies, follows logs, runs commands, copies and watches through the panel", async () => {
  const { file } = await kubeconfigFor("operator");
  expect(await kubectl(file, "get", "nodes", "-o", "name")).toBe(`node/${HOST}`);
  expect(await kubectl(file, "auth", "whoami", "-o", "json")).toContain(`"gandalf:operator"`);
  const watched = follow(file, "get", "pods", "-w", "--no-headers");
  const manifest = join(folder, "pod.json");
  writeFileSync(manifest, JSON.stringify(POD));
  expect(await kubectl(file, "apply", "-f", manifest)).toBe("pod/ticker created");
  await kubectl(file, "wait", "--for=condition=Ready", "pod/ticker", "--timeout=60s");
  await soon(() => expect(watched.said()).toMatch(/ticker\s+1\/1\s+Running/));
  watched.stop();
  const logs = follow(file, "logs", "-f", "ticker");
  await soon(() => expect(logs.said()).toMatch(/line 3\n/));
  logs.stop();
  expect(await kubectl(file, "exec", "ticker", "--", "echo", "hello")).toBe("hello");
  const failed = kubectl(file, "exec", "ticker", "--", "sh", "-c", "exit 7");
  await expect(failed).rejects.toMatchObject({ code: 7 });
  mkdirSync(join(folder, "copied"));
  const big = Buffer.from(Array.from({ length: 3_000_000 }, (_, n) => (n * 7) % 253));
  writeFileSync(join(folder, "big"), big);
  await kubectl(file, "cp", join(folder, "big"), "ticker:/tmp/big");
  await kubectl(file, "cp", "ticker:/tmp/big", join(folder, "copied/big"));
  expect(readFileSync(join(folder, "copied/big")).equals(big)).toBe(true);
});

test("commands run over SPDY too, for a kubectl that knows no WebSocket", async () => {
  const { file } = await kubeconfigFor("operator");
  const old = { ...env, KUBECTL_REMOTE_COMMAND_WEBSOCKETS: "false" };
  const args = command(file, ["exec", "ticker", "--", "echo", "old"]);
  const { stdout } = await run(k3sArtifacts.binary, args, { env: old });
  expect(stdout.trim()).toBe("old");
});

test("a port of a pod is forwarded, over WebSocket and over SPDY", async () => {
  const { file } = await kubeconfigFor("operator");
  await kubectl(file, "run", "web", "--image=nginx:lab", "--image-pull-policy=IfNotPresent");
  await kubectl(file, "wait", "--for=condition=Ready", "pod/web", "--timeout=60s");
  for (const sockets of ["true", "false"]) {
    env.KUBECTL_PORT_FORWARD_WEBSOCKETS = sockets;
    const forward = follow(file, "port-forward", "pod/web", ":80");
    await soon(() => expect(forward.said()).toMatch(/127\.0\.0\.1:\d+/));
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(forward.said())?.[1]);
    const page = await new Promise<string>((resolve, reject) => {
      let said = "";
      createConnection(port, "127.0.0.1")
        .on("data", (chunk) => (said += String(chunk)))
        .on("end", () => resolve(said))
        .on("error", reject)
        .end("GET / HTTP/1.0\r\n\r\n");
    });
    expect(page).toMatch(/^HTTP\/1\.1 200/);
    forward.stop();
    await forward.ended;
  }
});

test("the cluster's own rules hold for each role, and nobody becomes somebody else", async () => {
  const viewer = await kubeconfigFor("viewer");
  expect(await kubectl(viewer.file, "get", "pods", "-o", "name")).toContain("pod/ticker");
  expect(await complaint(viewer.file, "get", "secrets")).toContain("gandalf:");
  expect(await complaint(viewer.file, "exec", "ticker", "--", "id")).toMatch(/forbidden/i);
  expect(await complaint(viewer.file, "delete", "pod", "ticker")).toMatch(/forbidden/i);
  const administrator = await kubeconfigFor("administrator");
  expect(await kubectl(administrator.file, "auth", "can-i", "*", "*")).toBe("yes");
  const asOther = await complaint(administrator.file, "get", "pods", "--as", "system:admin");
  expect(asOther).toContain("Gandalf decides who you are");
});

test("revoking a kubeconfig ends what runs through it at once, and everything after", async () => {
  const { file, user, tokenId } = await kubeconfigFor("operator");
  const logs = follow(file, "logs", "-f", "ticker");
  const shell = follow(file, "exec", "ticker", "--", "sh", "-c", "echo in; sleep 1000");
  await soon(() => expect(logs.said()).toContain("line"));
  await soon(() => expect(shell.said()).toContain("in"));
  const where = { clusterId: open.clusterId, tokenId, user, address: "192.0.2.1" };
  const startedAt = performance.now();
  expect((await revokeKubeToken(open.container, where)).ok).toBe(true);
  await Promise.all([logs.ended, shell.ended]);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(await complaint(file, "get", "pods")).toMatch(/logged in|token|Unauthorized/);
  const actions = await open.container.db.auditEntry.findMany({ where: { userId: user.id } });
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["kubeconfig.create", "kubectl.exec", "kubeconfig.revoke"]),
  );
});
