import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { DELETE as forget, PUT as replace } from "@/app/api/v1/clusters/[id]/adopted/route";
import { POST as adopt } from "@/app/api/v1/clusters/adopt/route";
import { addHost, k3sArtifacts, removeHost } from "@/lab/lab";
import { groupManifests } from "@/lib/kube/panel-groups";
import { ownAccountCommands } from "@/lib/kubeconfig/own-account";
import type { AdoptedCluster } from "@/lib/schemas/cluster";
import { applyObjects } from "@/server/services/apply-objects";
import { changeObject } from "@/server/services/change-object";
import { downloadLog } from "@/server/services/download-log";
import { systemClock } from "@/server/system-clock";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { installK3s } from "@/server/testing/lab-k3s";
import { testContainer, type TestContainer } from "@/server/testing/test-container";

const HOST = "adopt1";
const ADDRESS = "10.203.1.243";
const SPACE = "adopted";
/** A cluster that is there already, instead of one that is made for this test. */
const given = process.env.GANDALF_TEST_KUBECONFIG;

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "gandalf-adopt-"));
const env = {
  ...process.env,
  HOME: folder,
  PATH: `${folder}:${process.env.PATH ?? ""}`,
  KUBECONFIG: join(folder, "admin.yaml"),
};
const bash = (script: string) => run("bash", ["-c", script], { cwd: folder, env });
const soon = (check: () => Promise<void>, withinMs = 60_000) =>
  vi.waitFor(check, { timeout: withinMs, interval: 200 });

let panel: TestContainer;
let user: { id: string; name: string; role: "administrator" };
let cookie: string;
let id: string;

/** What somebody does in a terminal where kubectl works, as the page tells. */
async function ownAccount(): Promise<string> {
  await bash(ownAccountCommands("default"));
  return readFileSync(join(folder, "gandalf.kubeconfig"), "utf8");
}

beforeAll(async () => {
  if (given === undefined) await addHost(HOST, ADDRESS);
  const made = given === undefined ? await installK3s(HOST, ADDRESS) : readFileSync(given, "utf8");
  writeFileSync(join(folder, "kubectl"), `#!/bin/sh\nexec ${k3sArtifacts.binary} kubectl "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(env.KUBECONFIG, made.replace("127.0.0.1", ADDRESS));
  panel = await testContainer({}, { ...systemClock, advance: () => {} });
  const signed = await signedIn(panel.container, "administrator");
  user = { id: signed.id, name: "Ada", role: "administrator" };
  cookie = signed.cookie;
}, 300_000);

afterAll(async () => {
  await bash(`kubectl delete namespace ${SPACE} --ignore-not-found --wait=false
    kubectl delete clusterrolebinding gandalf-panel --ignore-not-found
    kubectl -n gandalf delete serviceaccount,secret gandalf-panel --ignore-not-found`);
  await panel[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
  if (given === undefined) await removeHost(HOST);
});

const asking = () => ({ clusterId: id, address: "192.0.2.1", user });

test("a panel without hosts adopts a real cluster by an account that its commands made", async () => {
  const body = { text: await ownAccount(), name: "lab" };
  const answer = await callRoute(adopt, { body, cookie });
  const { cluster } = (await answer.json()) as { cluster: AdoptedCluster };
  expect(answer.status).toBe(201);
  expect(cluster.adopted).toMatchObject({
    distribution: "k3s",
    identity: "system:serviceaccount:gandalf:gandalf-panel",
  });
  id = cluster.id;
}, 60_000);

test("lists, deploys, reads a log and deletes in it, each as the person who asks", async () => {
  const nodes = await panel.container.kube.look(id, "nodes");
  expect(nodes.rows?.size).toBeGreaterThan(0);
  const pod = {
    ...{ apiVersion: "v1", kind: "Pod", metadata: { name: "talker", namespace: SPACE } },
    spec: {
      restartPolicy: "Never",
      containers: [
        { name: "main", image: "busybox:lab", command: ["sh", "-c", "echo adopted; sleep 600"] },
      ],
    },
  };
  const space = { apiVersion: "v1", kind: "Namespace", metadata: { name: SPACE } };
  const applied = await applyObjects(panel.container, asking(), {
    text: [space, pod].map((each) => JSON.stringify(each)).join("\n---\n"),
    ...{ namespace: "default", dryRun: false, conflicts: {} },
  });
  expect(applied).toMatchObject({ ok: true, value: { clean: true } });
  await soon(async () => {
    const query = {
      namespace: SPACE,
      pod: "talker",
      container: "main",
      previous: "false" as const,
    };
    const { signal } = new AbortController();
    const log = await downloadLog(panel.container, { clusterId: id, query, signal });
    if (!log.ok) throw new Error(log.problem.detail);
    expect(await new Response(log.value.body).text()).toContain("adopted");
  }, 240_000);
  const object = { apiVersion: "v1", kind: "Pod", namespace: SPACE, name: "talker" };
  const deleted = await changeObject(panel.container, asking(), {
    ...{ action: "delete", object, propagation: "Background", confirmName: "" },
  });
  expect(deleted.ok).toBe(true);
}, 300_000);

test("says within 10 s that the token ended, keeps what it knew, and goes on with a new one", async () => {
  const { kube } = panel.container;
  await kube.look(id, "nodes");
  await bash("kubectl -n gandalf delete secret gandalf-panel");
  const headers = await kube.client(id);
  if (!headers.ok) throw new Error(headers.problem.detail);
  // The API server itself believes a token for some seconds after it was withdrawn.
  await soon(async () =>
    expect((await headers.value.json({ path: "/api/v1/nodes" })).ok).toBe(false),
  );
  const refusedAt = Date.now();
  await soon(async () => {
    const { rows, problem } = await kube.look(id, "nodes");
    expect(rows?.size).toBeGreaterThan(0);
    expect(problem).toMatchObject({
      code: "cluster.credentials",
      remedies: [expect.stringContaining("Replace the kubeconfig")],
    });
  });
  expect(Date.now() - refusedAt).toBeLessThan(10_000);
  const body = { text: await ownAccount() };
  const answer = await callRoute(replace, { method: "PUT", params: { id }, body, cookie });
  expect(answer.status).toBe(200);
  await soon(async () => expect((await kube.look(id, "nodes")).problem).toBeNull(), 15_000);
}, 120_000);

test("forgets it and leaves nothing of its own behind", async () => {
  const { found } = JSON.parse(
    (await panel.container.db.cluster.findUniqueOrThrow({ where: { id } })).spec,
  ) as { found: readonly string[] };
  const path = "/?confirmName=lab";
  const answer = await callRoute(forget, { method: "DELETE", params: { id }, path, cookie });
  expect(await answer.json()).toMatchObject({ left: [] });
  const { stdout } = await bash("kubectl get clusterroles,clusterrolebindings -o name");
  const names = groupManifests().map(({ path: of }) => of.split("/").at(-1) ?? "");
  const left = names.filter((name) => stdout.includes(`/${name}\n`));
  expect(left).toEqual(found.map((of) => of.split("/").at(-1)));
});
