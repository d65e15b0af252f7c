import { expect, test } from "vitest";
import { ok } from "@/lib/core/result";
import { secret } from "@/lib/core/secret";
import { testClock } from "@/server/testing/test-clock";
import { createGroupKeeper } from "./group-keeper";
import { openAccess } from "./testing/hub-over";
import { ScriptedApi } from "./write/testing/scripted-api";

const credentials = {
  server: "https://10.203.1.210:6443",
  caPem: "",
  identity: { kind: "token" as const, token: secret("t") },
};

const keeperOf = (api: ScriptedApi, clock = testClock()) =>
  createGroupKeeper({
    clock,
    client: async () => ok(api.client),
    access: async () => ok(openAccess(credentials)),
  });

const anything = () => [200, {}] as [number, object];

test("gives every role its rights once, however many ask at the same time", async () => {
  await using api = await ScriptedApi.start(anything);
  const keeper = keeperOf(api);
  await Promise.all([keeper.ensure("one"), keeper.ensure("one")]);
  await keeper.ensure("one");
  const applied = api.seen.filter(({ method }) => method === "PATCH").map(({ path }) => path);
  for (const role of ["administrator", "operator", "viewer"])
    expect(applied.filter((path) => path.includes(`gandalf-${role}-`))).not.toEqual([]);
  expect(new Set(applied).size).toBe(applied.length);
});

test("looks after them again when ten minutes have passed, or the cluster may be another", async () => {
  await using api = await ScriptedApi.start(anything);
  const clock = testClock();
  const keeper = keeperOf(api, clock);
  await keeper.ensure("one");
  const once = api.seen.length;
  clock.advance(10 * 60_000 + 1);
  await keeper.ensure("one");
  keeper.forget("one");
  await keeper.ensure("one");
  expect(api.seen).toHaveLength(3 * once);
});

test("asks the cluster for its API servers where the rights are new", async () => {
  await using api = await ScriptedApi.start(({ path, method }) => {
    if (path.endsWith("/endpoints/kubernetes")) return [200, { subsets: [] }];
    return method === "PATCH" ? [200, {}] : null;
  });
  expect(await keeperOf(api).ensure("one")).toEqual({ ok: true, value: undefined });
  expect(api.seen.at(-1)?.path).toContain("/endpoints/kubernetes");
});

test("says why they cannot be given, and tries again", async () => {
  let allowed = false;
  await using api = await ScriptedApi.start(() => (allowed ? [200, {}] : null));
  const keeper = keeperOf(api);
  expect((await keeper.ensure("one")).ok).toBe(false);
  allowed = true;
  expect((await keeper.ensure("one")).ok).toBe(true);
});
