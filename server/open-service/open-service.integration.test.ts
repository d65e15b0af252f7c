import { createServer } from "node:http";
import { Readable } from "node:stream";
import pino from "pino";
import { WebSocket, WebSocketServer } from "ws";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addHost, mustExec, removeHost } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { rewriteKubeconfig } from "@/lib/kube/kubeconfig";
import { conditionOf } from "@/lib/kube/kube-object";
import type { RawPod } from "@/lib/kube/pod-phrase";
import type { OpenInput } from "@/lib/schemas/opening";
import { createBus } from "@/server/bus";
import type { ApiClient } from "@/server/kube/api-client";
import { createKubeHub, type KubeHub } from "@/server/kube/kube-hub";
import { createLifecycle } from "@/server/lifecycle";
import { installK3s } from "@/server/testing/lab-k3s";
import { systemClock } from "@/server/system-clock";
import { openDesk, type OpenDesk, readText } from "./testing/open-shop";

const MIB = 1024 * 1024;
/** Of this machine, as the practice hosts see it. */
const GATEWAY = "10.203.1.254";
/** "master1 https://10.203.1.210:6443": a cluster that is up; else the test makes one of its own. */
const GIVEN = process.env.GANDALF_LAB_CLUSTER;
const OWN = { host: "open1", address: "10.203.1.243" };
const NAMESPACE = "open-service-test";
const BASE = `/api/v1/namespaces/${NAMESPACE}`;

const lifecycle = createLifecycle(pino({ level: "silent" }));
const echo = createServer();
let kube: KubeHub;
let admin: ApiClient;
let desk: OpenDesk;

async function kubeconfigText(): Promise<string> {
  const [host = OWN.host, server = `https://${OWN.address}:6443`] = GIVEN?.split(" ") ?? [];
  if (GIVEN === undefined) await addHost(OWN.host, OWN.address);
  const text =
    GIVEN === undefined
      ? await installK3s(OWN.host, OWN.address)
      : await mustExec(host, "cat /etc/rancher/k3s/k3s.yaml");
  const rewritten = rewriteKubeconfig(text, server);
  if (!rewritten.ok) throw new Error(rewritten.problem.detail);
  return rewritten.value;
}

const post = async (path: string, body: object) => {
  const made = await admin.json({ method: "POST", path, body });
  if (!made.ok) throw new Error(made.problem.detail);
};

const nginxConfig = (echoPort: number) => `
server {
  listen 8080;
  client_max_body_size 0;
  location / { return 200 "$hostname $http_host $http_x_forwarded_for $http_cookie"; }
  location /dir { root /usr/share/nginx/html; return 301 /dir/; }
  location /flood { alias /work/flood; }
  location /bye { add_header Connection close; return 200 bye; }
  location /echo {
    proxy_pass http://${GATEWAY}:${echoPort};
    proxy_http_version 1.1; proxy_request_buffering off;
    proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $http_connection;
  }
}`;

const labels = { app: "web" };
const deployment = () => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web" },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        terminationGracePeriodSeconds: 0,
        volumes: [
          { name: "conf", configMap: { name: "conf" } },
          { name: "work", emptyDir: {} },
        ],
        initContainers: [
          {
            ...{ name: "fill", image: "busybox:lab", imagePullPolicy: "IfNotPresent" },
            command: ["sh", "-c", `head -c ${100 * MIB} /dev/zero > /work/flood`],
            volumeMounts: [{ name: "work", mountPath: "/work" }],
          },
        ],
        containers: [
          {
            ...{ name: "nginx", image: "nginx:lab", imagePullPolicy: "IfNotPresent" },
            ports: [{ name: "http", containerPort: 8080 }],
            readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 },
            volumeMounts: [
              { name: "conf", mountPath: "/etc/nginx/conf.d" },
              { name: "work", mountPath: "/work" },
            ],
          },
        ],
      },
    },
  },
});

const readyPods = async () => {
  const query = { labelSelector: "app=web" };
  const list = await admin.json<{ items: RawPod[] }>({ path: `${BASE}/pods`, query });
  const pods = list.ok ? list.value.items : [];
  return pods.filter(({ status }) => conditionOf(status?.conditions, "Ready")?.status === "True");
};

beforeAll(async () => {
  const stored = secret(await kubeconfigText());
  const vault = { get: async () => stored };
  kube = createKubeHub({ bus: createBus(), clock: systemClock, vault, lifecycle } as never);
  const client = await kube.client("cluster00");
  if (!client.ok) throw new Error(client.problem.detail);
  admin = client.value;
  await new Promise<void>((resolve) => echo.listen(0, "0.0.0.0", resolve));
  new WebSocketServer({ server: echo }).on("connection", (socket) =>
    socket.on("message", (message) => socket.send(message)),
  );
  echo.on("request", (request, response) => {
    let bytes = 0;
    request.on("data", (chunk: Buffer) => (bytes += chunk.length));
    request.on("end", () => response.end(String(bytes)));
  });
  const { port } = echo.address() as { port: number };
  await post("/api/v1/namespaces", { metadata: { name: NAMESPACE } });
  const data = { "default.conf": nginxConfig(port) };
  await post(`${BASE}/configmaps`, { metadata: { name: "conf" }, data });
  await post(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments`, deployment());
  const spec = { selector: labels, ports: [{ port: 80, targetPort: "http" }] };
  await post(`${BASE}/services`, { metadata: { name: "web" }, spec });
  desk = await openDesk(kube);
  const both = async () => expect(await readyPods()).toHaveLength(2);
  await vi.waitFor(both, { timeout: 120_000, interval: 1_000 });
}, 400_000);

afterAll(async () => {
  await admin.json({ method: "DELETE", path: `/api/v1/namespaces/${NAMESPACE}` });
  await desk[Symbol.asyncDispose]();
  await lifecycle.stop();
  echo.closeAllConnections();
  echo.close();
  if (GIVEN === undefined) await removeHost(OWN.host);
}, 120_000);

const wanted = {
  kind: "Service",
  namespace: NAMESPACE,
  name: "web",
  port: 80,
  scheme: "http",
} as const;
const browse = (changes: Partial<OpenInput> = {}) =>
  desk.browse({ wanted: { ...wanted, ...changes } });

test("a ClusterIP service is shown, by one pod as long as it lives, then by another", async () => {
  const { get, opening } = await browse();
  const first = await get("/", { cookie: "gandalf=secret" });
  expect(first.status).toBe(401);
  const { body } = await get("/");
  const { host } = opening.facts.address;
  expect(body).toBe(`${opening.pod} ${host} 127.0.0.1 `);
  const [before = ""] = body.split(" ");
  for (let again = 0; again < 20; again += 1) expect((await get("/")).body).toContain(before);
  await admin.json({ method: "DELETE", path: `${BASE}/pods/${before}` });
  await vi.waitFor(async () => {
    const now = await get("/");
    expect(now.status).toBe(200);
    expect(now.body).not.toContain(before);
  }, 10_000);
});

test("an answer that ends with its connection, and a redirect of nginx's own, arrive whole", async () => {
  const { get, begin, opening } = await browse({ kind: "Deployment", port: 8080 });
  for (let again = 0; again < 5; again += 1) expect((await get("/bye")).body).toBe("bye");
  const { headers, statusCode } = await begin("/dir");
  expect(statusCode).toBe(301);
  expect(headers.location).toBe(`${opening.facts.address.origin}/dir/`);
});

test("100 MiB go both ways, and a slow reader holds them back", async () => {
  const { begin, opening } = await browse();
  const answer = await begin("/flood");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const beforeBytes = process.memoryUsage.rss();
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) bytes += chunk.length;
  expect(bytes).toBe(100 * MIB);
  const body = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(MIB)));
  const { origin } = opening.facts.address;
  const headers = { origin, "transfer-encoding": "chunked" };
  expect(await readText(await begin("/echo", { method: "POST", headers, body }))).toBe(
    String(100 * MIB),
  );
  expect(process.memoryUsage.rss() - beforeBytes).toBeLessThan(120 * MIB);
}, 180_000);

test("a WebSocket through a pod echoes, and ends with the opening", async () => {
  const { opening, cookie } = await browse();
  const { host, origin } = opening.facts.address;
  const address = `ws://127.0.0.1:${host.split(":")[1]}/echo`;
  const socket = new WebSocket(address, { headers: { host, origin, cookie } });
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  const said = new Promise((resolve) =>
    socket.once("message", (data: Buffer) => resolve(data.length)),
  );
  socket.send(Buffer.alloc(300_000));
  expect(await said).toBe(300_000);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  desk.openings.close(opening, "closed");
  await closed;
});

test("a port where nothing listens, and a service without pods, are said in words", async () => {
  const nothing = await browse({ kind: "Deployment", port: 81 });
  const refused = await nothing.get("/");
  expect(refused.status).toBe(502);
  expect(refused.body).toContain("Nothing listens on port 81 of pod web-");
  await post(`${BASE}/services`, {
    metadata: { name: "empty" },
    spec: { selector: { app: "none" }, ports: [{ port: 80 }] },
  });
  const empty = await browse({ name: "empty" });
  expect((await empty.get("/")).body).toContain(`Service ${NAMESPACE}/empty has no pods now.`);
});

test("a viewer's rights do not reach into pods: the cluster itself refuses", async () => {
  const { opener } = await desk.opener();
  const viewer = { ...opener, user: { ...opener.user, role: "viewer" as const } };
  const opened = await desk.openings.open(viewer, "cluster00", wanted);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const dialled = await opened.value.dial();
  expect(dialled.ok ? "" : dialled.problem.detail).toMatch(/forbidden/);
});
