import { describe, expect, it } from "vitest";
import { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { createApiClient } from "./api-client";

describe("the API client", () => {
  it("says who refuses when nobody listens", async () => {
    const api = await FakeKubeApi.start();
    const { credentials } = api;
    await api.away();
    const client = createApiClient(credentials);
    expect(await client.json({ path: "/version" })).toMatchObject({
      ok: false,
      problem: {
        code: "cluster.unreachable",
        detail: `The API at ${credentials.server} refuses connections.`,
      },
    });
    client.close();
  });

  it.each([
    [401, "cluster.credentials"],
    [403, "cluster.refused"],
    [404, "cluster.refused"],
    [429, "cluster.busy"],
    [503, "cluster.unreachable"],
  ])("explains answer %i as %s", async (status, code) => {
    await using api = await FakeKubeApi.start();
    api.intercept = (_, response) => {
      response.writeHead(status).end('{"kind":"Status","message":"because"}');
      return true;
    };
    const client = createApiClient(api.credentials);
    expect(await client.json({ path: "/version" })).toMatchObject({ ok: false, problem: { code } });
    client.close();
  });

  it("takes a page of some proxy for no API", async () => {
    await using api = await FakeKubeApi.start();
    api.intercept = (_, response) => {
      response.end("<html>welcome</html>");
      return true;
    };
    const client = createApiClient(api.credentials);
    expect((await client.json({ path: "/version" })).ok).toBe(false);
    client.close();
  });

  it("gives up when no answer comes in time", async () => {
    await using api = await FakeKubeApi.start();
    api.intercept = () => true;
    const client = createApiClient(api.credentials);
    const answer = await client.text({ path: "/readyz", timeoutMs: 30 });
    expect(answer).toMatchObject({ ok: false, problem: { code: "cluster.unreachable" } });
    client.close();
  });

  it("asks again when a kept connection was closed meanwhile", async () => {
    await using api = await FakeKubeApi.start();
    const client = createApiClient(api.credentials);
    await client.text({ path: "/readyz" });
    let first = true;
    api.intercept = (_, response) => {
      if (!first) return false;
      first = false;
      response.socket?.resetAndDestroy();
      return true;
    };
    expect((await client.text({ path: "/readyz" })).ok).toBe(true);
    client.close();
  });
});
