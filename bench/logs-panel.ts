/** Part of bench/logs.ts: the panel's own way from a cluster's log to browsers, in a process of its own. */
import type { AddressInfo } from "node:net";
import { ok } from "@/lib/core/result";
import { secret } from "@/lib/core/secret";
import { createFront } from "@/server/http/front";
import { createApiClient } from "@/server/kube/api-client";
import { createKubeLogs } from "@/server/kube/streams/kube-logs";
import { createLive } from "@/server/sockets/live";
import { systemClock } from "@/server/system-clock";
import { signedIn } from "@/server/testing/call-route";
import { testContainer } from "@/server/testing/test-container";

/** What the parent is told once it may begin. */
export interface PanelReady {
  readonly port: number;
  readonly cookie: string;
  readonly clusterId: string;
}

/** Between attempts to take a log up again: a thousand of them should not take a quarter of an hour. */
const RETRY_MS = 10;

const identity = { kind: "token", token: secret("t") } as const;
const server = `http://127.0.0.1:${process.argv[2] ?? ""}`;
const client = createApiClient({ server, caPem: "", identity });
const panel = await testContainer();
const kube = { client: async () => ok(client) };
const { lifecycle } = panel.container;
const logs = createKubeLogs({ kube, clock: systemClock, lifecycle, retryMs: RETRY_MS });
const container = { ...panel.container, logs };
const { cookie } = await signedIn(container, "viewer");
const cluster = await container.db.cluster.create({ data: { name: "bench", spec: "{}" } });
const live = createLive(container);
const front = createFront(container, {
  pages: Promise.resolve(async () => {}),
  live: live.upgrade,
  developmentUpgrade: null,
  clusters: { request: async () => {}, upgrade: async () => {} },
});
front.listen(0, "127.0.0.1", () => {
  const { port } = front.address() as AddressInfo;
  process.send?.({ port, cookie, clusterId: cluster.id } satisfies PanelReady);
});
process.on("message", () => process.send?.({ rssBytes: process.memoryUsage().rss }));
process.on("disconnect", () => void panel[Symbol.asyncDispose]().then(() => process.exit(0)));
