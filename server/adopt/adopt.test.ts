import { expect, test, vi } from "vitest";
import type { AdoptedStanding, CheckEvent, CheckLine } from "@/lib/schemas/adopt";
import { groupManifests } from "@/lib/kube/panel-groups";
import type { AdoptedCluster } from "@/lib/schemas/cluster";
import type { Problem } from "@/lib/core/problem";
import { POST as adopt } from "@/app/api/v1/clusters/adopt/route";
import { POST as check } from "@/app/api/v1/clusters/adopt/check/route";
import { POST as read } from "@/app/api/v1/clusters/adopt/read/route";
import { DELETE, GET, PATCH, PUT } from "@/app/api/v1/clusters/[id]/adopted/route";
import { POST as plan } from "@/app/api/v1/clusters/[id]/plan/route";
import { POST as direct } from "@/app/api/v1/clusters/[id]/kubeconfig/route";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { testContainer } from "@/server/testing/test-container";
import { TlsApi } from "./testing/tls-api";

/** Handshakes and a panel of its own each: more than the usual bound on a busy machine. */
vi.setConfig({ testTimeout: 30_000 });

async function open() {
  const panel = await testContainer();
  const { cookie } = await signedIn(panel.container, "administrator");
  const bodyOf = async <T>(answer: Response) => (await answer.json()) as T;
  const lines = async (text: string, more: object = {}) => {
    const answer = await callRoute(check, { body: { text, ...more }, cookie });
    const events = (await answer.text()).trim().split("\n");
    return events.map((line) => JSON.parse(line) as CheckEvent);
  };
  const failing = async (text: string, more: object = {}) =>
    (await lines(text, more)).find(
      (line): line is CheckLine => !("done" in line) && line.state === "fail",
    );
  const adopted = async (text: string, name = "shop") => {
    const answer = await callRoute(adopt, { body: { text, name }, cookie });
    expect(answer.status).toBe(201);
    return (await bodyOf<{ cluster: AdoptedCluster }>(answer)).cluster;
  };
  const of = (id: string, more: object = {}) => ({ params: { id }, cookie, ...more });
  return { ...panel, cookie, bodyOf, lines, failing, adopted, of };
}

const ROLE_PATHS = groupManifests().map(({ path }) => path);

test("checks line by line, then adopts; the credential is sealed and never comes back", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  const facts = await callRoute(read, {
    body: { text: api.kubeconfig({ token: "good" }) },
    cookie: panel.cookie,
  });
  const told = await facts.text();
  expect(told).not.toContain("good");
  const events = await panel.lines(api.kubeconfig());
  expect(
    events.map((event) => ("done" in event ? event : `${event.check} ${event.state}`)),
  ).toEqual([
    ...["address pass", "tls pass", "credential pass", "version pass", "distribution pass"],
    ...["reading pass", "people pass", "nodes pass", "known pass"],
    { done: true, suggestedName: "lab-cluster" },
  ]);
  const cluster = await panel.adopted(api.kubeconfig());
  expect(cluster).toMatchObject({ origin: "adopted", state: "ready", apiAddress: api.server });
  expect(cluster.adopted).toMatchObject({ identity: "ada", distribution: "k3s", found: [] });
  const { db } = panel.container;
  const stored = await db.cluster.findUniqueOrThrow({ where: { id: cluster.id } });
  expect(JSON.stringify([stored, cluster])).not.toContain("good");
  const sealed = await db.vaultEntry.findMany({ where: { name: { contains: cluster.id } } });
  expect(sealed.map(({ sealed: bytes }) => Buffer.from(bytes).includes("good"))).toEqual([false]);
  const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "cluster.adopt" } });
  expect(entry.detail).not.toContain("good");
  // Nothing is put into a cluster before somebody acts in it.
  expect(api.asked.filter((asked) => asked.startsWith("PATCH"))).toEqual([]);
});

test("refuses a server that is not the one the kubeconfig means, before anything secret is sent", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  const other = await panel.failing(api.kubeconfig({ caPem: TlsApi.strangerPem() }));
  expect(other).toMatchObject({ check: "tls" });
  expect(other?.detail).toContain("SHA-256");
  const named = await panel.failing(api.kubeconfig({ name: "somebody.else" }));
  expect(named?.remedies[0]).toContain("tls-server-name: cluster.test");
  expect(api.asked).toEqual([]);
});

test.each([
  ["a cloud's metadata", "https://169.254.169.254", "169.254.169.254"],
  ["the same as IPv6", "https://[fd00:ec2::254]", "fd00:ec2::254"],
  ["the same in disguise", "https://[::ffff:169.254.169.254]", "metadata"],
])("never connects to %s", async (_, server, said) => {
  await using api = await TlsApi.start();
  await using panel = await open();
  const line = await panel.failing(api.kubeconfig({ server }));
  expect(line).toMatchObject({ check: "address", detail: expect.stringContaining(said) });
});

test("says that the address does not answer, and that loopback is the panel's own machine", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  const line = await panel.failing(api.kubeconfig({ server: "https://127.0.0.1:1" }));
  expect(line).toMatchObject({ check: "tls", detail: expect.stringContaining("refuses") });
  expect(line?.remedies[0]).toContain("panel's own machine");
});

test("says what is wrong with a credential, a version, a redirect and missing rights", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  expect(await panel.failing(api.kubeconfig({ token: "old" }))).toMatchObject({
    check: "credential",
  });
  api.version = "v1.24.17";
  expect(await panel.failing(api.kubeconfig())).toMatchObject({ check: "version" });
  await using elsewhere = await TlsApi.start();
  api.redirectsTo = elsewhere.server;
  expect(await panel.failing(api.kubeconfig())).toMatchObject({ check: "credential" });
  expect(elsewhere.asked).toEqual([]);
  const body = { text: api.kubeconfig(), name: "shop" };
  const answer = await callRoute(adopt, { body, cookie: panel.cookie });
  expect(answer.status).toBe(502);
  expect(await panel.container.db.cluster.count()).toBe(0);
});

test("knows a cluster that it has already, under whatever address", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  const { id } = await panel.adopted(api.kubeconfig());
  const server = api.server.replace("127.0.0.1", "localhost");
  expect(await panel.failing(api.kubeconfig({ server }))).toMatchObject({
    check: "known",
    clusterId: id,
  });
});

test("reads only, where the credential may not act as people; says so, and what grants it", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  api.allows = ({ verb }) => verb === "list";
  const line = (await panel.lines(api.kubeconfig())).find(
    (event): event is CheckLine => !("done" in event) && event.check === "people",
  );
  expect(line).toMatchObject({ state: "warn", copy: expect.stringContaining("impersonate") });
  const { id } = await panel.adopted(api.kubeconfig());
  const { kube } = panel.container;
  expect(await kube.ensureGroups(id)).toMatchObject({
    ok: false,
    problem: { code: "cluster.read-only" },
  });
  expect(api.objects.size).toBe(0);
  // An administrator of the cluster applies what was shown: the panel itself may still write no roles.
  api.allows = ({ verb }) => verb === "list" || verb === "impersonate";
  for (const path of ROLE_PATHS) api.objects.add(path);
  const standing = await panel.bodyOf<AdoptedStanding>(await callRoute(GET, panel.of(id)));
  expect(standing).toEqual({ people: true, grant: null });
  expect((await kube.ensureGroups(id)).ok).toBe(true);
});

test("takes another kubeconfig for the same cluster only, and uses it at once", async () => {
  await using api = await TlsApi.start();
  await using stranger = await TlsApi.start();
  await using panel = await open();
  const { id } = await panel.adopted(api.kubeconfig());
  const refused = await callRoute(
    PUT,
    panel.of(id, { method: "PUT", body: { text: stranger.kubeconfig() } }),
  );
  expect((await panel.bodyOf<Problem>(refused)).detail).toContain("another cluster");
  api.tokens.clear();
  api.tokens.add("new");
  const ask = async () => {
    const client = await panel.container.kube.client(id);
    if (!client.ok) throw new Error(client.problem.detail);
    return client.value.json({ path: "/version" });
  };
  expect(await ask()).toMatchObject({
    ok: false,
    problem: {
      code: "cluster.credentials",
      remedies: [expect.stringContaining("Replace the kube")],
    },
  });
  const body = { text: api.kubeconfig({ token: "new" }) };
  const answer = await callRoute(PUT, panel.of(id, { method: "PUT", body }));
  expect(answer.status).toBe(200);
  expect((await ask()).ok).toBe(true);
});

test("renames, unless another cluster has that name", async () => {
  await using api = await TlsApi.start();
  await using other = await TlsApi.start();
  await using panel = await open();
  const { id } = await panel.adopted(api.kubeconfig());
  await panel.adopted(other.kubeconfig(), "taken");
  const taken = await callRoute(PATCH, panel.of(id, { method: "PATCH", body: { name: "taken" } }));
  expect(taken.status).toBe(409);
  const renamed = await callRoute(PATCH, panel.of(id, { method: "PATCH", body: { name: "web" } }));
  expect(await renamed.json()).toMatchObject({ cluster: { name: "web" } });
});

test("forgets after the name was typed, and takes out of the cluster what it put there and nothing else", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  const [theirs = ""] = ROLE_PATHS;
  api.objects.add(theirs);
  const { id } = await panel.adopted(api.kubeconfig());
  expect((await panel.container.kube.ensureGroups(id)).ok).toBe(true);
  expect(api.objects.size).toBe(ROLE_PATHS.length);
  const wrong = panel.of(id, { method: "DELETE", path: "/?confirmName=other" });
  expect((await callRoute(DELETE, wrong)).status).toBe(422);
  const right = panel.of(id, { method: "DELETE", path: "/?confirmName=shop" });
  expect(await (await callRoute(DELETE, right)).json()).toMatchObject({ left: [] });
  expect([...api.objects]).toEqual([theirs]);
  const { db } = panel.container;
  expect(await db.cluster.count()).toBe(0);
  expect(await db.vaultEntry.count({ where: { name: { contains: id } } })).toBe(0);
});

test("forgets a cluster that is away, and says what is still in it", async () => {
  await using panel = await open();
  let id = "";
  {
    await using api = await TlsApi.start();
    id = (await panel.adopted(api.kubeconfig())).id;
  }
  const asked = panel.of(id, { method: "DELETE", path: "/?confirmName=shop" });
  const answer = await callRoute(DELETE, asked);
  expect(await answer.json()).toMatchObject({
    removed: [],
    left: expect.arrayContaining(["ClusterRole gandalf-node-reader"]),
  });
  expect(await panel.container.db.cluster.count()).toBe(0);
});

test("what needs hosts says in one sentence why it is not there", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  const { id } = await panel.adopted(api.kubeconfig());
  const planned = await callRoute(plan, panel.of(id, { body: { operation: { kind: "apply" } } }));
  expect(await planned.json()).toMatchObject({
    code: "cluster.no-hosts",
    detail:
      "A plan needs the hosts of shop, and the panel has none: it was adopted by its kubeconfig.",
  });
  const taken = await callRoute(direct, panel.of(id, { body: { ttlHours: 1 } }));
  expect(await taken.json()).toMatchObject({ code: "cluster.no-hosts" });
});

test("does not take certificates in form only for trust in everybody", async () => {
  await using api = await TlsApi.start();
  await using panel = await open();
  const caPem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  const body = { text: api.kubeconfig({ caPem }) };
  const facts = await callRoute(read, { body, cookie: panel.cookie });
  expect(await facts.json()).toMatchObject({
    contexts: [{ authorities: [], obstacles: [{ code: "unreadable" }] }],
  });
  expect((await callRoute(check, { body, cookie: panel.cookie })).status).toBe(422);
});
