import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addHost, mustExec, removeHost } from "@/lab/lab";
import { ok } from "@/lib/core/result";
import { readKubeconfig, rewriteKubeconfig } from "@/lib/kube/kubeconfig";
import type { LogState, LogTarget } from "@/lib/schemas/kube-log";
import { installK3s } from "@/server/testing/lab-k3s";
import { systemClock } from "@/server/system-clock";
import { type ApiClient, createApiClient } from "../api-client";
import { createKubeLogs } from "./kube-logs";

const HOST = "logs1";
const ADDRESS = "10.203.1.243";
const LINES = 30_000;
/** Both outputs, as fast as a shell can: kubelet stamps them apart. */
const WRITER = `n=0; while [ $n -lt ${LINES} ]; do n=$((n+1)); echo line $n; [ $((n%3)) = 0 ] && echo "aside $n" >&2; [ $((n%100)) = 0 ] && sleep 0.03; done; sleep 1000`;

let client: ApiClient;
const kubectl = (...args: string[]) => mustExec(HOST, `k3s kubectl ${args.join(" ")}`);

beforeAll(async () => {
  await addHost(HOST, ADDRESS);
  const text = rewriteKubeconfig(await installK3s(HOST, ADDRESS), `https://${ADDRESS}:6443`);
  const read = text.ok ? readKubeconfig(text.value) : text;
  if (!read.ok) throw new Error(read.problem.detail);
  client = createApiClient(read.value);
}, 300_000);

afterAll(async () => {
  client.close();
  await removeHost(HOST);
});

test("a real container's log loses and repeats nothing while its connection breaks every moment", async () => {
  await kubectl(`run writer --image=busybox:lab --restart=Never --command -- sh -c '${WRITER}'`);
  let stream: IncomingMessage | null = null;
  let opened = 0;
  const fragile: ApiClient = {
    ...client,
    stream: async (request) => {
      const answer = await client.stream(request);
      if (answer.ok) {
        stream = answer.value;
        opened += 1;
      }
      return answer;
    },
  };
  const lifecycle = { onStop: () => {} };
  const kube = { client: async () => ok(fragile) };
  const logs = createKubeLogs({ kube, clock: systemClock, lifecycle, retryMs: 20 });
  const target: LogTarget = {
    ...{ clusterId: "c", namespace: "default", pod: "writer", container: "writer" },
    ...{ previous: false, tailLines: null, sinceSeconds: null },
  };
  const lines: number[] = [];
  const asides: number[] = [];
  const states: LogState[] = [];
  const viewing = logs.view({
    ...{ target, stream: "s", resume: null },
    outlet: {
      frame: ({ data }, done) => {
        for (const text of Buffer.from(data).toString().split("\n")) {
          const [, kind, number] = / (line|aside) (\d+)$/.exec(text) ?? [];
          if (kind !== undefined) (kind === "line" ? lines : asides).push(Number(number));
        }
        done();
      },
      state: (state) => states.push(state),
    },
  });
  const cutting = setInterval(() => stream?.destroy(new Error("cut")), 150);
  await vi.waitFor(() => expect(lines.at(-1)).toBe(LINES), { timeout: 90_000, interval: 100 });
  clearInterval(cutting);
  await vi.waitFor(() => expect(asides.at(-1)).toBe(LINES), { timeout: 5_000 });
  expect(opened).toBeGreaterThan(20);
  expect(lines).toEqual(Array.from({ length: LINES }, (_, n) => n + 1));
  expect(asides).toEqual(Array.from({ length: LINES / 3 }, (_, n) => (n + 1) * 3));
  await kubectl("delete pod writer --grace-period=0 --force");
  await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ reason: "pod-deleted" }), {
    timeout: 60_000,
  });
  if (viewing.ok) viewing.value();
});
