import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { secret } from "@/lib/core/secret";
import { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { testClock } from "@/server/testing/test-clock";
import { awaitAccess } from "./await-access";

const refuse = (response: ServerResponse, status: number) => {
  response.writeHead(status, { "content-type": "application/json" }).end("{}");
  return true;
};

/** A clock whose sleeps pass at once. */
function quickClock() {
  const clock = testClock();
  return {
    nowMs: clock.nowMs,
    sleep: (ms: number) => {
      clock.advance(ms);
      return Promise.resolve();
    },
  };
}

const wanted = (...servers: readonly string[]) => ({
  identity: { kind: "token" as const, token: secret("t") },
  caPem: "",
  servers,
  clock: quickClock(),
});

test("waits until the last server knows the account and its rights", async () => {
  await using first = await FakeKubeApi.start();
  await using second = await FakeKubeApi.start();
  const answers = [401, 403, 403];
  second.intercept = (_asked, response) => {
    const status = answers.shift();
    return status !== undefined && refuse(response, status);
  };
  await awaitAccess(wanted(first.credentials.server, second.credentials.server));
  expect(first.countOf(false, "/api/v1/nodes")).toBe(1);
  expect(second.countOf(false, "/api/v1/nodes")).toBe(4);
});

test("gives up after five seconds, and does not wait for a server that is away", async () => {
  await using deaf = await FakeKubeApi.start();
  deaf.intercept = (_asked, response) => refuse(response, 403);
  const asked = wanted(deaf.credentials.server, "http://127.0.0.1:1");
  const startedMs = asked.clock.nowMs();
  await awaitAccess(asked);
  expect(asked.clock.nowMs() - startedMs).toBe(5_000);
});
